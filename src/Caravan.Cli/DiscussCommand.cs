using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;

namespace Caravan.Cli;

/// <summary><c>caravan discuss SCENARIO</c>: who would agree, which packages all accept, and how talks would go.</summary>
internal static class DiscussCommand
{
    private const string Uniform = "uniform";
    private const string PerPartner = "per-partner";
    private const int MostPackages = 100_000;

    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A pack by name, or a scenario file." };
        var between = new Option<string[]>("--between")
        {
            Description = "Draw the frontier between two groups: codes, names or sets, with commas inside a group.",
            HelpName = "A B",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var offer = new Option<string?>("--offer")
        {
            Description = "Actions on the table, with commas between; the whole package by default.",
            HelpName = "ID,ID",
        };
        var budget = new Option<int>("--budget")
        {
            Description = "Packages solved at most while better ones are looked for.",
            HelpName = "N",
            DefaultValueFactory = _ => new DiscussOptions().Budget,
        };
        budget.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var count)
                && count is > 0 and <= MostPackages))
            {
                result.AddError($"--budget {result.Tokens[0].Value}: give a whole number from 1 to {MostPackages}");
            }
        });
        var whole = new Option<bool>("--whole") { Description = "Take up actions whole or not at all, no halves." };
        var tariffs = ScenarioOptionSet.Choice(
            "--tariffs", "Look for the blocs' best tariffs: one rate each, or one on each other bloc.", [Uniform, PerPartner]);
        var options = new ScenarioOptionSet(withAllModels: false);
        var format = new OutputFormat();
        var command = new Command("discuss", "Show who would agree, to which packages, and how talks would go")
        {
            scenario, between, offer, budget, whole, tariffs,
        };
        options.AddTo(command);
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var asked = new DiscussOptions
            {
                Between = [.. parse.GetValue(between) ?? []],
                Offer = Words(parse.GetValue(offer)),
                Budget = parse.GetValue(budget),
                WithHalves = !parse.GetValue(whole),
                Tariffs = parse.GetValue(tariffs) switch
                {
                    Uniform => TariffSearch.Uniform,
                    PerPartner => TariffSearch.PerPartner,
                    _ => TariffSearch.None,
                },
            };
            var name = parse.GetRequiredValue(scenario);
            var run = options.Read(parse);
            var loaded = LoadOrTellAll(name, run);
            var baseline = ScenarioFile.LoadBaseline(loaded, run.Baseline);
            var result = ProgressReport.Run(terminal, "packages solved", progress => DiscussRunner.Run(
                loaded, baseline, run with { Progress = progress }, asked, terminal.Cancellation));
            if (!result.IsConverged)
            {
                terminal.Error.WriteLine($"caravan: the offer did not converge: {result.StatusName}; {result.Iterations} "
                    + $"iterations, residual {NumberText.General(result.Residual)}; no result is shown");
                return ExitCode.NotConverged;
            }
            return format.Write(parse, terminal, () => [DiscussReport.Of(result)], () => DiscussTables.All(result),
                output => DiscussDocument.Write(result, output));
        });
        return command;
    }

    // a file with errors still meets its baseline, so that every problem is told at once
    private static LoadedScenario LoadOrTellAll(string scenario, RunOptions options)
    {
        try
        {
            return ScenarioFile.Load(scenario, options.Overrides);
        }
        catch (InputException)
        {
            var baseline = options.Baseline is { } name ? Baselines.Load(name) : null;
            throw new InputException(ScenarioFile.Check(scenario, baseline, options.Overrides));
        }
    }

    private static ImmutableArray<string> Words(string? list) =>
        [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
