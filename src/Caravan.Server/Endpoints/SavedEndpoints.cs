using System.Globalization;
using System.Text.Json;
using Caravan.Data;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Caravan.Server.Hosting;
using Caravan.Server.Solving;
using Caravan.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Caravan.Server.Endpoints;

/// <summary>Scenarios with their results, kept so that a link reopens exactly what was seen.</summary>
internal static class SavedEndpoints
{
    private const int LongestTitle = 200;

    public static void MapSaved(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/saved").WithTags("saved");
        group.MapPost("", Save).WithSummary("Solves a scenario and keeps it with its result")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{id}", Find).WithSummary("What was saved, with the version and the data that made it")
            .Produces<JsonElement>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<SavedAnswer>, ProblemHttpResult>> Save(
        SaveRequest request, ScenarioReader reader, Solver solver, SolveGate gate, KeptAnswers answers,
        SavedStore store, ServerLimits limits, CancellationToken cancellation)
    {
        CheckTitle(request.Title);
        var jobs = await answers.Find(request.Jobs ?? [], cancellation);
        // never from a warm start: what is kept repeats to the last bit
        var (result, seen) = await gate.Run((threads, stop) =>
        {
            var (loaded, world) = reader.Read(request);
            var settings = SolveSettings.Read(request.Model, request.Closure);
            var kept = answers.Of(jobs, loaded, world, settings);
            var options = settings.Options(world, threads);
            return (solver.Solve(loaded, world, options, token: null, stop).Result, kept);
        }, cancellation);
        if (!result.Converged)
        {
            return ScenarioEndpoints.NotConverged(result, null);
        }
        ScenarioReader.RefuseMarkup("scenario", result.Scenario.ToYaml());
        var picked = request.Flows is { } flows ? FlowTable.Pick(result, flows) : result;
        var json = JsonBody.Write(writer => RunDocument.WriteMembers(
            writer, picked, withTimings: false, request.Flows is null ? default : RunDocument.Fields));
        if (json.LongLength + (seen?.LongLength ?? 0) is var bytes && bytes > limits.KeptBytes)
        {
            throw new KeptSizeException(bytes);
        }
        var title = string.IsNullOrWhiteSpace(request.Title) ? result.Scenario.Name : request.Title.Trim();
        var id = await store.Save(title, result, json, seen, cancellation);
        return TypedResults.Created($"/api/v1/saved/{id}", new SavedAnswer(id, $"/api/v1/saved/{id}"));
    }

    private static void CheckTitle(string? title)
    {
        if (title is null)
        {
            return;
        }
        if (title.Length > LongestTitle || title.Any(char.IsControl))
        {
            throw new InputException(new InputIssue("request", 0, "title is too long or holds control characters",
                $"give at most {LongestTitle} signs on one line"));
        }
        ScenarioReader.RefuseMarkup("title", title);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Find(
        HttpContext context, string id, SavedStore store, Worlds worlds, CancellationToken cancellation)
    {
        if (!Ids.IsId(id) || await store.Find(id, cancellation) is not { } saved)
        {
            return Missing.Problem("saved result");
        }
        // what is kept never changes, but whether this server would compute it again does
        var hashNow = worlds.Find(saved.Baseline)?.Baseline.ContentHash;
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(Write(saved, hashNow), "application/json",
            entityTag: new EntityTagHeaderValue($"\"{id}-{ProductVersion.Text}-{hashNow}\"", isWeak: true));
    }

    private static byte[] Write(SavedResult saved, string? hashNow) => JsonBody.Write(writer =>
    {
        writer.WriteString("schema", "caravan-saved/1");
        writer.WriteString("id", saved.Id);
        writer.WriteString("title", saved.Title);
        writer.WriteString("caravan", saved.Version);
        writer.WriteString("created", DateTimeOffset.FromUnixTimeMilliseconds(saved.CreatedAt)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.WriteStartObject("baseline");
        writer.WriteString("name", saved.Baseline);
        writer.WriteString("hash", saved.BaselineHash);
        writer.WriteEndObject();
        // whether solving anew here would give the same
        writer.WriteBoolean("same_version", saved.Version == ProductVersion.Text);
        writer.WriteBoolean("same_data", hashNow == saved.BaselineHash);
        writer.WriteStartObject("now");
        writer.WriteString("caravan", ProductVersion.Text);
        writer.WriteString("baseline_hash", hashNow);
        writer.WriteEndObject();
        writer.WriteString("yaml", saved.Scenario);
        writer.WritePropertyName("scenario");
        ScenarioJson.Write(saved.Scenario, "scenario", writer);
        writer.WritePropertyName("result");
        writer.WriteRawValue(SavedStore.Unpack(saved.Result), skipInputValidation: true);
        writer.WritePropertyName("answers");
        writer.WriteRawValue(
            saved.Answers is { } packed ? SavedStore.Unpack(packed) : "{}"u8, skipInputValidation: true);
    });
}
