using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Scenarios.Routes;

namespace Caravan.Cli;

/// <summary><c>caravan route FROM TO</c>: the way from door to door, drawn.</summary>
internal static class RouteCommand
{
    private const string LeastCost = "least-cost";
    private const string Logit = "logit";

    public static Command Create(Terminal terminal)
    {
        var from = new Argument<string>("FROM") { Description = "City, port or junction, by name or id." };
        var to = new Argument<string>("TO") { Description = "Another." };
        var mode = ScenarioOptionSet.Choice(
            "--mode", "Main mode; all together where none is named.", ["rail", "road", "sea"]);
        var avoid = new Option<string[]>("--avoid")
        {
            Description = "Passages, border crossings, places, or economies by code, not to pass.",
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var scenario = new Option<string?>("--scenario")
        {
            Description = "In the network that a pack or scenario file makes.",
            HelpName = "SCENARIO",
        };
        var choice = ScenarioOptionSet.Choice(
            "--choice", "Only the cheapest way, or the shares of the modes too.", [LeastCost, Logit]);
        var dayValue = new Option<double>("--day-value")
        {
            Description = "What a day on the way is worth, dollars per TEU.",
            HelpName = "USD",
            DefaultValueFactory = _ => new RouteRequest("", "").UsdPerTeuDay,
        };
        dayValue.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && !(double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var usd)
                    && usd is >= 0 and <= RouteFinder.MostUsdPerTeuDay))
            {
                result.AddError($"--day-value {result.Tokens[0].Value}: give dollars per TEU from 0 to "
                    + $"{RouteFinder.MostUsdPerTeuDay}");
            }
        });
        var format = new OutputFormat();
        var command = new Command("route", "Show the way between two cities, with days and dollars")
        {
            from, to, mode, avoid, scenario, choice, dayValue,
        };
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var (name, edits) = Changed(parse.GetValue(scenario));
            var route = new RouteFinder(TransportModel.Shipped.Tables).Find(
                new RouteRequest(parse.GetRequiredValue(from), parse.GetRequiredValue(to))
                {
                    Scenario = name,
                    Edits = edits,
                    Mode = ModeOf(parse.GetValue(mode)),
                    Avoid = Words(parse.GetValue(avoid)),
                    UsdPerTeuDay = parse.GetRequiredValue(dayValue),
                    WithShares = parse.GetValue(choice) == Logit,
                });
            if (!route.HasWay)
            {
                terminal.Error.WriteLine($"caravan: {route.CutOff}");
                return ExitCode.NotConverged;
            }
            var report = new RouteReport(route);
            return format.Write(parse, terminal, () => [report.Report()], () => [report.Table()], report.WriteJson);
        });
        return command;
    }

    private static (string Name, NetworkEdits Edits) Changed(string? scenario)
    {
        if (scenario is null)
        {
            return ("", NetworkEdits.None);
        }
        var loaded = ScenarioFile.Load(scenario);
        return (scenario, ScenarioNetwork.EditsOf(loaded, Baselines.Load(loaded.Baseline)));
    }

    private static TransportMode? ModeOf(string? word) => word switch
    {
        "rail" => TransportMode.Rail,
        "road" => TransportMode.Road,
        "sea" => TransportMode.Sea,
        _ => null,
    };

    // both `--avoid suez panama` and `--avoid suez,panama`
    private static ImmutableArray<string> Words(string[]? words) =>
    [
        .. (words ?? []).SelectMany(word =>
            word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
