namespace Caravan.Server.Hosting;

/// <summary>Answers HEAD as GET; the server itself leaves the body out.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // events go on until a job ends, and who asks for the head alone would wait for it
        if (!HttpMethods.IsHead(request.Method)
            || request.Path.Value?.EndsWith("/events", StringComparison.Ordinal) == true)
        {
            await next(context);
            return;
        }
        request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            // as it is logged and counted
            request.Method = HttpMethods.Head;
        }
    }
}
