namespace Caravan.Server.Hosting;

/// <summary>Counts and logs each request: method, route, status and time; never what is in it.</summary>
internal sealed partial class RequestRecord(
    RequestDelegate next, ServerMetrics metrics, TimeProvider clock, ILogger<RequestRecord> log)
{
    /// <summary>Status told of a request whose client left.</summary>
    public const int ClientClosed = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        var start = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosed;
        }
        finally
        {
            var seconds = clock.GetElapsedTime(start).TotalSeconds;
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "page";
            var status = context.RequestAborted.IsCancellationRequested ? ClientClosed : context.Response.StatusCode;
            metrics.Answered(context.Request.Method, route, status, seconds);
            Answered(log, context.Request.Method, route, status, 1000 * seconds, context.TraceIdentifier);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:0.0} ms {RequestId}")]
    private static partial void Answered(
        ILogger log, string method, string route, int status, double milliseconds, string requestId);
}
