using System.Collections.Immutable;
using System.Text.Json;
using Caravan.Data;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Caravan.Server.Storage;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Caravan.Server.Solving;

/// <summary>Answers of finished jobs that are kept with a result: always this server's own, never a client's.</summary>
internal sealed class KeptAnswers(JobStore store, ScenarioReader reader, IOptions<JsonOptions> json)
{
    /// <summary>The jobs of some ids, in their order; null for those that there are not.</summary>
    /// <exception cref="InputException">There are more than kinds of jobs.</exception>
    public async Task<ImmutableArray<StoredJob?>> Find(string?[] ids, CancellationToken cancellation)
    {
        if (ids.Length > Analyses.Kinds.Length)
        {
            throw new InputException(new InputIssue("request", 0, $"jobs has {ids.Length} ids",
                $"give at most one of each kind: {string.Join(", ", Analyses.Kinds)}"));
        }
        var jobs = ImmutableArray.CreateBuilder<StoredJob?>(ids.Length);
        foreach (var id in ids)
        {
            jobs.Add(id is not null && Endpoints.Ids.IsId(id) ? await store.Find(id, cancellation) : null);
        }
        return jobs.ToImmutable();
    }

    /// <summary>The answers of jobs by their kind as one JSON object; null for no jobs.</summary>
    /// <param name="jobs">The jobs, as found.</param>
    /// <param name="loaded">The scenario that is kept.</param>
    /// <param name="world">Its world.</param>
    /// <param name="settings">Model and closure that go before the scenario's own.</param>
    /// <exception cref="InputException">A job has no answer to this scenario; carries every problem.</exception>
    public byte[]? Of(
        ImmutableArray<StoredJob?> jobs, LoadedScenario loaded, PreparedWorld world, SolveSettings settings)
    {
        if (jobs.IsEmpty)
        {
            return null;
        }
        var asked = QuestionOf(loaded, world, settings);
        var answers = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var issues = ImmutableArray.CreateBuilder<InputIssue>();
        for (var at = 0; at < jobs.Length; at++)
        {
            if (TroubleOf(jobs[at], asked, world, answers) is var (problem, repair))
            {
                issues.Add(new InputIssue("request", 0, $"jobs[{at}] {problem}", repair));
            }
        }
        return issues.Count > 0
            ? throw new InputException(issues.ToImmutable())
            : JsonBody.Write(writer =>
            {
                foreach (var (kind, answer) in answers)
                {
                    writer.WritePropertyName(kind);
                    writer.WriteRawValue(answer, skipInputValidation: true);
                }
            });
    }

    // adds the answer of a job, or tells why it cannot be kept
    private (string Problem, string Repair)? TroubleOf(
        StoredJob? job, string asked, PreparedWorld world, SortedDictionary<string, byte[]> answers)
    {
        if (job is null)
        {
            return ("is no job of this server", "give the id that POST /api/v1/jobs answered");
        }
        if (job is not { State: JobState.Done, Result: { } packed })
        {
            return ($"is {job.State}", "wait until it is done");
        }
        var answer = SavedStore.Unpack(packed);
        var (version, data) = MadeBy(answer);
        if (version != ProductVersion.Text || data != world.Baseline.ContentHash)
        {
            return ($"was done with another version or other data (Caravan {version})", "start it again");
        }
        var request = JsonSerializer.Deserialize<JobRequest>(job.Request, json.Value.SerializerOptions)!;
        var (loaded, itsWorld) = reader.Read(request);
        if (QuestionOf(loaded, itsWorld, SolveSettings.Read(request.Model, request.Closure)) != asked)
        {
            return ("is about another scenario, model or closure", "start it with what is kept");
        }
        return answers.TryAdd(job.Kind, answer) ? null : ($"is a second job of kind {job.Kind}", "leave one out");
    }

    // the scenario as resolved, with the model and closure that it is solved with
    private static string QuestionOf(LoadedScenario loaded, PreparedWorld world, SolveSettings settings)
    {
        var scenario = ScenarioFile.Resolve(loaded, world.Baseline);
        return (scenario with
        {
            Options = scenario.Options with
            {
                Model = settings.Model ?? scenario.Options.Model,
                Closure = settings.Closure ?? scenario.Options.Closure,
            },
        }).ToYaml();
    }

    // every document tells version and baseline, some of them one level deeper
    private static (string? Version, string? BaselineHash) MadeBy(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        var hash = root.TryGetProperty("baseline_hash", out var flat)
            ? flat : root.GetProperty("baseline").GetProperty("hash");
        return (root.GetProperty("caravan").GetString(), hash.GetString());
    }
}
