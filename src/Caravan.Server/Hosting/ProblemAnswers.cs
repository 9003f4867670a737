using System.Text.Json;
using Caravan.Data;
using Caravan.Server.Contracts;
using Caravan.Server.Solving;
using Caravan.Server.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Caravan.Server.Hosting;

/// <summary>Turns what went wrong into problem details: one form for every error, no inside told.</summary>
internal sealed partial class ProblemAnswers(
    IProblemDetailsService problems, ServerLimits limits, ILogger<ProblemAnswers> log) : IExceptionHandler
{
    // a long list is of no use to anybody and costs the next one time
    private const int MostIssues = 100;

    public async ValueTask<bool> TryHandleAsync(
        HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = RequestRecord.ClientClosed;
            return true;
        }
        var problem = ProblemOf(exception);
        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            Failed(log, exception, context.TraceIdentifier);
        }
        if (exception is BusyException)
        {
            context.Response.Headers.RetryAfter = $"{limits.RetryAfterSeconds}";
        }
        context.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = problem,
        });
    }

    /// <summary>Adds a sentence to problems that the framework itself reports.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        var limits = context.HttpContext.RequestServices.GetRequiredService<ServerLimits>();
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest =>
                "The request cannot be read; its Host must be an address of this server.",
            StatusCodes.Status404NotFound => "There is nothing at this path; /openapi/v1.json lists what there is.",
            StatusCodes.Status405MethodNotAllowed => "This path takes another method; /openapi/v1.json tells which.",
            StatusCodes.Status413PayloadTooLarge => $"A body may have {limits.BodyBytes} bytes at most.",
            StatusCodes.Status415UnsupportedMediaType => "The body must be application/json.",
            _ => null,
        };
    }

    private ProblemDetails ProblemOf(Exception exception) => exception switch
    {
        InputException input => Of(StatusCodes.Status400BadRequest, "The input cannot be used",
            input.Issues.Length == 1 ? input.Issues[0].ToString() : $"There are {input.Issues.Length} problems.",
            input.Issues.Take(MostIssues)),
        BadHttpRequestException { InnerException: JsonException json } => Of(
            StatusCodes.Status400BadRequest, "The body is not the JSON expected", Told(json)),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } => Of(StatusCodes.Status400BadRequest,
            "The request cannot be read", "The body is missing or cut off; send one JSON object."),
        BadHttpRequestException bad => Of(bad.StatusCode, "The request cannot be read", null),
        BusyException => Of(StatusCodes.Status429TooManyRequests, "The server is busy",
            $"{limits.Queue} requests wait already; ask again in {limits.RetryAfterSeconds} s."),
        NoAnswerException none => Of(StatusCodes.Status422UnprocessableEntity, "There is no answer", none.Message),
        KeptSizeException large => Of(StatusCodes.Status413PayloadTooLarge, "The result is too large to be kept",
            $"It has {large.Bytes} bytes with its flows and answers; {limits.KeptBytes} can be kept. "
            + "Leave out flows or jobs."),
        SolveTimeException => Of(StatusCodes.Status503ServiceUnavailable, "The answer takes too long",
            $"It was stopped after {limits.SolveTime.TotalSeconds} s; start a job for long work."),
        StorageException => Of(StatusCodes.Status503ServiceUnavailable, "The database cannot be reached", null),
        _ => Of(StatusCodes.Status500InternalServerError, "A fault of Caravan itself",
            "The log tells it under the request's id."),
    };

    private static ProblemDetails Of(int status, string title, string? detail, IEnumerable<InputIssue>? issues = null)
    {
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        if (issues is not null)
        {
            problem.Extensions["issues"] = issues.Select(IssueContract.Of).ToArray();
        }
        return problem;
    }

    // the serializer's own words name types of ours
    private static string Told(JsonException json)
    {
        var place = json.LineNumber is { } line ? $" (line {line + 1}, byte {json.BytePositionInLine + 1})" : "";
        var what = json.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "unknown key"
            : json.Message.Contains("uplicate", StringComparison.Ordinal) ? "a key is given twice"
            : "a value of another kind was expected";
        return json.Path is { Length: > 1 } path ? $"{path}: {what}{place}" : $"this is no JSON object{place}";
    }

    [LoggerMessage(LogLevel.Error, "fault while answering {RequestId}")]
    private static partial void Failed(ILogger log, Exception fault, string requestId);
}
