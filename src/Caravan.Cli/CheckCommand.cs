using System.Collections.Immutable;
using System.CommandLine;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;

namespace Caravan.Cli;

/// <summary><c>caravan check SCENARIO...</c>: every problem at once, with file, line and repair.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenarios = new Argument<string[]>("SCENARIO")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Packs by name, or scenario files.",
        };
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Baseline by name or folder, instead of the scenario's own.",
            HelpName = "NAME|FOLDER",
        };
        var json = new Option<bool>("--json") { Description = "Print one documented JSON object." };
        var command = new Command("check", "Find every problem of a scenario") { scenarios, baseline, json };
        command.SetAction(parse =>
        {
            var names = parse.GetRequiredValue(scenarios);
            ImmutableArray<CheckedScenario> found =
                [.. names.Select(name => Check(name, parse.GetValue(baseline)))];
            if (parse.GetValue(json))
            {
                terminal.Out.Flush();
                CheckDocument.Write(found, terminal.OutBytes);
            }
            else
            {
                Write(found, terminal);
            }
            return found.All(one => one.Issues.IsEmpty) ? ExitCode.Ok : ExitCode.BadInput;
        });
        return command;
    }

    private static CheckedScenario Check(string scenario, string? baseline)
    {
        try
        {
            // a file with errors still meets a baseline, so that its names are checked in the same go
            var name = baseline ?? BaselineOf(scenario);
            var given = baseline is null ? null : Baselines.Load(baseline);
            return new CheckedScenario(scenario, name, ScenarioFile.Check(scenario, given));
        }
        catch (InputException input)
        {
            return new CheckedScenario(scenario, baseline ?? "", input.Issues);
        }
    }

    private static string BaselineOf(string scenario)
    {
        try
        {
            return ScenarioFile.Load(scenario).Baseline;
        }
        catch (InputException)
        {
            return ScenarioFile.DefaultBaseline;
        }
    }

    private static void Write(ImmutableArray<CheckedScenario> found, Terminal terminal)
    {
        foreach (var one in found)
        {
            foreach (var issue in one.Issues)
            {
                terminal.Out.Write($"{issue}\n");
            }
            terminal.Out.Write(one.Issues.Length switch
            {
                0 => $"{one.Scenario}: ok, with baseline {one.Baseline}\n",
                1 => $"{one.Scenario}: 1 problem\n",
                var count => $"{one.Scenario}: {count} problems\n",
            });
        }
    }
}
