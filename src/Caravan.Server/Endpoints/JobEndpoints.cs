using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Caravan.Server.Jobs;
using Caravan.Server.Solving;
using Caravan.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Caravan.Server.Endpoints;

/// <summary>Long work: started, looked at, listened to, cancelled.</summary>
internal static class JobEndpoints
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    public static void MapJobs(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/jobs").WithTags("jobs");
        group.MapPost("", Start).WithSummary("Starts long work")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapGet("/{id}", Find).WithSummary("How it stands, with the result when it is done");
        group.MapGet("/{id}/events", Listen)
            .WithSummary("Server-sent events: progress, then done, failed or cancelled");
        group.MapDelete("/{id}", Cancel).WithSummary("Cancels it unless it is at an end");
    }

    private static async Task<Accepted<JobAnswer>> Start(
        JobRequest request, Analyses analyses, JobStore store, JobRunner runner, SolveGate gate,
        Hosting.ServerLimits limits, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        if (request.Kind is not { } kind || !Analyses.Kinds.Contains(kind))
        {
            throw new InputException(SolveSettings.Unknown("kind", Analyses.Kinds));
        }
        await gate.Run((_, _) =>
        {
            analyses.Check(kind, request);
            return true;
        }, cancellation);
        if (await store.CountUnfinished(cancellation) >= limits.Jobs)
        {
            throw new BusyException();
        }
        var id = await store.Create(
            kind, JsonSerializer.Serialize(request, json.Value.SerializerOptions), cancellation);
        runner.Wake();
        var answer = Answer((await store.Find(id, cancellation))!, runner);
        return TypedResults.Accepted(answer.StatusUrl, answer);
    }

    private static async Task<Results<Ok<JobAnswer>, ProblemHttpResult>> Find(
        string id, JobStore store, JobRunner runner, CancellationToken cancellation) =>
        Ids.IsId(id) && await store.Find(id, cancellation) is { } job
            ? TypedResults.Ok(Answer(job, runner))
            : Missing.Problem("job");

    private static async Task<Results<ServerSentEventsResult<JobAnswer>, ProblemHttpResult>> Listen(
        string id, JobStore store, JobRunner runner, IHostApplicationLifetime life, CancellationToken cancellation) =>
        Ids.IsId(id) && await store.Find(id, cancellation) is not null
            ? TypedResults.ServerSentEvents(Events(id, store, runner, life, cancellation))
            : Missing.Problem("job");

    private static async Task<Results<Ok<JobAnswer>, ProblemHttpResult>> Cancel(
        string id, JobStore store, JobRunner runner, CancellationToken cancellation)
    {
        if (!Ids.IsId(id) || await store.Find(id, cancellation) is null)
        {
            return Missing.Problem("job");
        }
        await store.Cancel(id, cancellation);
        runner.Stop(id);
        return TypedResults.Ok(Answer((await store.Find(id, cancellation))!, runner));
    }

    // any server may be asked, so the database is looked at; one that runs the job itself knows more
    private static async IAsyncEnumerable<SseItem<JobAnswer>> Events(
        string id, JobStore store, JobRunner runner, IHostApplicationLifetime life,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        JobAnswer? told = null;
        var silent = TimeSpan.Zero;
        // a server that stops does not wait for its listeners, who come back to the next one
        while (!life.ApplicationStopping.IsCancellationRequested && await store.Find(id, cancellation) is { } job)
        {
            // the result is fetched from the status, which can be asked for again
            var now = Answer(job, runner) with { Result = null };
            if (now != told || silent >= s_silence)
            {
                (told, silent) = (now, TimeSpan.Zero);
                yield return new SseItem<JobAnswer>(now, JobState.IsEnd(now.State) ? now.State : "progress");
            }
            if (JobState.IsEnd(now.State))
            {
                yield break;
            }
            await Task.Delay(s_look, cancellation);
            silent += s_look;
        }
    }

    private static JobAnswer Answer(StoredJob job, JobRunner runner)
    {
        var newer = job.State == JobState.Running ? runner.ProgressOf(job.Id) : null;
        var progress = newer ?? new RunProgress((int)job.Done, (int)job.Total);
        JsonElement? result = null;
        if (job.Result is { } packed)
        {
            using var document = JsonDocument.Parse(SavedStore.Unpack(packed));
            result = document.RootElement.Clone();
        }
        var path = $"/api/v1/jobs/{job.Id}";
        return new JobAnswer(job.Id, job.Kind, job.State, progress.Done, progress.Total, path, $"{path}/events",
            job.Problem, result);
    }
}
