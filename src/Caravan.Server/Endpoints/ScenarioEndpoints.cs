using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Caravan.Data;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Caravan.Server.Hosting;
using Caravan.Server.Solving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>What is done with a scenario: check, solve, compare, bundle.</summary>
internal static partial class ScenarioEndpoints
{
    private const int LongestLabel = 60;

    public static void MapScenarios(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("scenarios").ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapPost("/check", Check).WithSummary("Every problem of a scenario");
        group.MapPost("/solve", Solve).WithSummary("Who gains and who loses: run.json with the fields asked for")
            .Produces<JsonElement>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/compare", Compare).WithSummary("Scenarios side by side")
            .Produces<JsonElement>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/bundle", Bundle).WithSummary("Every file of a result as a ZIP archive")
            .Produces(200, contentType: "application/zip").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Ok<CheckAnswer>> Check(
        ScenarioRequest request, ScenarioReader reader, SolveGate gate, CancellationToken cancellation) =>
        TypedResults.Ok(await gate.Run((_, _) => reader.Check(request), cancellation));

    private static async Task<FileContentHttpResult> Solve(
        SolveRequest request, ScenarioReader reader, Solver solver, SolveGate gate, CancellationToken cancellation)
    {
        ImmutableArray<string> fields = request.Fields is { } asked ? [.. asked] : default;
        if (!fields.IsDefault && fields.Except(RunDocument.Fields).Any())
        {
            throw new InputException(SolveSettings.Unknown("a field", RunDocument.Fields));
        }
        if (request.Rows is not (null or "objects" or "arrays"))
        {
            throw new InputException(SolveSettings.Unknown("rows", ["objects", "arrays"]));
        }
        return JsonBody.Answer(await gate.Run((threads, stop) =>
        {
            var (loaded, world) = reader.Read(request);
            var settings = SolveSettings.Read(request.Model, request.Closure, request.Elasticities, world.Baseline);
            var options = settings.Options(world, threads) with { Decompose = request.Decompose };
            var (result, token) = solver.Solve(loaded, world, options, request.WarmStart, stop);
            if (!fields.IsDefault && fields.Contains("flows") && result.Converged)
            {
                result = FlowTable.Pick(result, request.Flows);
            }
            return JsonBody.Write(writer =>
            {
                RunDocument.WriteMembers(writer, result, withTimings: true, fields, asArrays: request.Rows == "arrays");
                if (token is not null)
                {
                    writer.WriteString("warm_start", token);
                }
            });
        }, cancellation));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Compare(
        CompareRequest request, ScenarioReader reader, Solver solver, SolveGate gate, CancellationToken cancellation)
    {
        var items = request.Items ?? [];
        string[] measures = request.Measures is { Length: > 0 } asked ? asked : ["real_income_pct"];
        CheckComparison(items, measures);
        return await gate.Run<Results<FileContentHttpResult, ProblemHttpResult>>((threads, stop) =>
        {
            var sides = ImmutableArray.CreateBuilder<ComparisonItem>(items.Length);
            foreach (var item in items)
            {
                stop.ThrowIfCancellationRequested();
                var (loaded, world) = reader.Read(item);
                var options = SolveSettings.Read(item.Model, item.Closure).Options(world, threads);
                var (result, _) = solver.Solve(loaded, world, options, token: null, stop);
                if (!result.Converged)
                {
                    return NotConverged(result, item.Label);
                }
                sides.Add(new ComparisonItem(item.Label!, result));
            }
            var comparison = new Comparison(sides.ToImmutable(), measures);
            return JsonBody.Answer(JsonBody.Bytes(comparison.WriteJson));
        }, cancellation);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Bundle(
        BundleRequest request, ScenarioReader reader, Solver solver, SolveGate gate, WebReport report,
        CancellationToken cancellation)
    {
        if (request.Name is { } name && !FileName().IsMatch(name))
        {
            throw new InputException(new InputIssue("request", 0, "name is no name for a file",
                "letters, digits, dots, dashes and underscores, beginning with a letter or digit, at most 60"));
        }
        return await gate.Run<Results<FileContentHttpResult, ProblemHttpResult>>((threads, stop) =>
        {
            var (loaded, world) = reader.Read(request);
            var options = SolveSettings.Read(request.Model, request.Closure).Options(world, threads);
            var (result, _) = solver.Solve(loaded, world, options, token: null, stop);
            if (!result.Converged)
            {
                return NotConverged(result, null);
            }
            return request.File is { } file ? OneFile(result, file, report)
                : TypedResults.Bytes(
                    JsonBody.Bytes(output => Reporting.Bundle.WriteZip(result, output, report.Page, stop)),
                    "application/zip", $"{request.Name ?? Slug(result.Scenario.Name)}.zip");
        }, cancellation);
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> OneFile(
        RunResult result, string file, WebReport report)
    {
        using var bytes = new MemoryStream();
        return Reporting.Bundle.TryWriteFile(result, file, bytes, report.Page)
            // never as a page of this server: the browser keeps it as a file
            ? TypedResults.Bytes(bytes.ToArray(), "application/octet-stream", file)
            : Missing.Problem(file == ReportPage.FileName && report.Page is null
                ? "file: the page is not built, so there is no report" : "file of the bundle");
    }

    private static void CheckComparison(CompareItem[] items, string[] measures)
    {
        var issues = ImmutableArray.CreateBuilder<InputIssue>();
        if (items.Length is < 2 or > 12)
        {
            issues.Add(new InputIssue("request", 0, $"there are {items.Length} items", "give two to twelve"));
        }
        if (items.Any(item => item?.Label is not { Length: > 0 and <= LongestLabel } label || !Label().IsMatch(label)))
        {
            issues.Add(new InputIssue("request", 0, "an item has no label of letters, digits, spaces and dashes",
                $"name each side with at most {LongestLabel} signs"));
        }
        else if (items.DistinctBy(item => item.Label, StringComparer.OrdinalIgnoreCase).Count() < items.Length)
        {
            issues.Add(new InputIssue("request", 0, "two items have the same label", "name each side differently"));
        }
        if (measures.Except(Comparison.Measures).Any())
        {
            issues.Add(SolveSettings.Unknown("a measure", Comparison.Measures));
        }
        if (issues.Count > 0)
        {
            throw new InputException(issues.ToImmutable());
        }
    }

    internal static ProblemHttpResult NotConverged(RunResult result, string? label) => TypedResults.Problem(
        title: "A solve did not converge, so there is no result", statusCode: StatusCodes.Status422UnprocessableEntity,
        detail: $"{(label is null ? "" : $"{label}: ")}{result.StatusName}, {result.StatusMeaning}; "
            + $"{result.Iterations} iterations, residual {NumberText.General(result.Residual)}.");

    // the file's name is made of a name that anybody may have written
    private static string Slug(string name)
    {
        var slug = NotInSlug().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return slug.Length == 0 ? "results" : slug[..Math.Min(slug.Length, LongestLabel)].Trim('-');
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N} ._-]*$")]
    private static partial Regex Label();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInSlug();
}
