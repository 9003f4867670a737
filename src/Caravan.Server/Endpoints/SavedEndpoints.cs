using System.Globalization;
using System.Text;
using System.Text.Json;
using Caravan.Data;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
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
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/{id}", Find).WithSummary("What was saved, with the version and the data that made it")
            .Produces<JsonElement>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<SavedAnswer>, ProblemHttpResult>> Save(
        SaveRequest request, ScenarioReader reader, Solver solver, SolveGate gate, SavedStore store,
        CancellationToken cancellation)
    {
        if (request.Title is { } given)
        {
            if (given.Length > LongestTitle || given.Any(char.IsControl))
            {
                throw new InputException(new InputIssue("request", 0, "title is too long or holds control characters",
                    $"give at most {LongestTitle} signs on one line"));
            }
            ScenarioReader.RefuseMarkup("title", given);
        }
        // never from a warm start: what is kept repeats to the last bit
        var result = await gate.Run((threads, stop) =>
        {
            var (loaded, world) = reader.Read(request);
            var options = SolveSettings.Read(request.Model, request.Closure).Options(world, threads);
            return solver.Solve(loaded, world, options, token: null, stop).Result;
        }, cancellation);
        if (!result.Converged)
        {
            return ScenarioEndpoints.NotConverged(result, null);
        }
        ScenarioReader.RefuseMarkup("scenario", result.Scenario.ToYaml());
        var kept = request.Flows is { } flows ? FlowTable.Pick(result, flows) : result;
        var json = JsonBody.Write(writer => RunDocument.WriteMembers(
            writer, kept, withTimings: false, request.Flows is null ? default : RunDocument.Fields));
        var title = string.IsNullOrWhiteSpace(request.Title) ? result.Scenario.Name : request.Title.Trim();
        var id = await store.Save(title, result, json, cancellation);
        return TypedResults.Created($"/api/v1/saved/{id}", new SavedAnswer(id, $"/api/v1/saved/{id}"));
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
        writer.WriteRawValue(Encoding.UTF8.GetString(SavedStore.Unpack(saved.Result)), skipInputValidation: true);
    });
}
