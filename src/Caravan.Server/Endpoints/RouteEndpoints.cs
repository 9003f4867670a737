using System.Collections.Immutable;
using System.Text.Json;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Scenarios.Routes;
using Caravan.Server.Contracts;
using Caravan.Server.Solving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>The way from door to door.</summary>
internal static class RouteEndpoints
{
    private const int MostAvoided = 50;
    private const int LongestName = 100;

    private static readonly Lazy<RouteFinder> s_finder = new(() => new RouteFinder(TransportModel.Shipped.Tables));

    private static readonly ImmutableArray<string> s_modes = ["rail", "road", "sea"];

    public static void MapRoutes(this RouteGroupBuilder api) => api.MapPost("/route", Find).WithTags("network")
        .WithSummary("The way between two places: legs, days, dollars, crossings").Produces<JsonElement>()
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Find(
        RouteQuestion question, ScenarioReader reader, SolveGate gate, CancellationToken cancellation)
    {
        Check(question);
        return await gate.Run<Results<FileContentHttpResult, ProblemHttpResult>>((_, _) =>
        {
            var (name, edits) = Changed(question, reader);
            var plain = new RouteRequest(question.From!, question.To!);
            var route = s_finder.Value.Find(plain with
            {
                Scenario = name,
                Edits = edits,
                Mode = question.Mode is { } mode ? Enum.Parse<TransportMode>(mode, ignoreCase: true) : null,
                Avoid = [.. question.Avoid ?? []],
                UsdPerTeuDay = question.DayValue ?? plain.UsdPerTeuDay,
                WithShares = question.Shares,
            });
            return route.HasWay
                ? JsonBody.Answer(JsonBody.Bytes(new RouteReport(route).WriteJson))
                : TypedResults.Problem(title: "There is no way", detail: route.CutOff,
                    statusCode: StatusCodes.Status422UnprocessableEntity);
        }, cancellation);
    }

    private static void Check(RouteQuestion question)
    {
        var issues = ImmutableArray.CreateBuilder<InputIssue>();
        foreach (var (key, word) in new[] { ("from", question.From), ("to", question.To) })
        {
            if (string.IsNullOrWhiteSpace(word) || word.Length > LongestName)
            {
                issues.Add(new InputIssue(
                    "request", 0, $"{key} is missing or too long", "name a city, port or junction"));
            }
        }
        if (question.Mode is { } mode && !s_modes.Contains(mode))
        {
            issues.Add(SolveSettings.Unknown("mode", s_modes));
        }
        if (question.DayValue is { } usd && !(usd is >= 0 and <= RouteFinder.MostUsdPerTeuDay))
        {
            issues.Add(new InputIssue("request", 0, "day_value is out of range",
                $"give dollars per TEU from 0 to {RouteFinder.MostUsdPerTeuDay}"));
        }
        if (question.Avoid is { } avoid && (avoid.Length > MostAvoided
            || avoid.Any(word => string.IsNullOrWhiteSpace(word) || word.Length > LongestName)))
        {
            issues.Add(new InputIssue(
                "request", 0, "avoid has too many or too long names", $"give at most {MostAvoided} names"));
        }
        if (issues.Count > 0)
        {
            throw new InputException(issues.ToImmutable());
        }
    }

    private static (string Name, NetworkEdits Edits) Changed(RouteQuestion question, ScenarioReader reader)
    {
        if (question.Scenario is null && question.Yaml is null)
        {
            return ("", NetworkEdits.None);
        }
        var (loaded, world) = reader.Read(question);
        return (loaded.Name, ScenarioNetwork.EditsOf(loaded, world.Baseline));
    }
}
