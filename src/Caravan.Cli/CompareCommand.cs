using System.CommandLine;
using Caravan.Data;
using Caravan.Reporting;

namespace Caravan.Cli;

/// <summary><c>caravan compare SCENARIO SCENARIO...</c>: results beside each other, economy by economy.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenarios = new Argument<string[]>("SCENARIO")
        {
            Arity = new ArgumentArity(2, 12),
            Description = "Two or more packs by name, or scenario files.",
        };
        var measure = new Option<string>("--measure")
        {
            Description = "What to compare: a column of economies.csv.",
            HelpName = "COLUMN",
            DefaultValueFactory = _ => "real_income_pct",
        };
        measure.Validators.Add(result =>
        {
            var word = result.GetValueOrDefault<string>() ?? "";
            if (!Comparison.Measures.Contains(word))
            {
                var nearest = NearestWord.Find(word, Comparison.Measures);
                result.AddError($"--measure {word}: give one of {string.Join(", ", Comparison.Measures)}"
                    + (nearest is null ? "" : $"; did you mean {nearest}?"));
            }
        });
        var options = new ScenarioOptionSet(withAllModels: false);
        var format = new OutputFormat();
        var command = new Command("compare", "Show several scenarios side by side") { scenarios };
        command.Add(measure);
        options.AddTo(command);
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var runs = ScenarioRuns.Solve(parse.GetRequiredValue(scenarios), options.Read(parse), terminal);
            if (runs.HaveFailures)
            {
                return ExitCode.NotConverged;
            }
            var comparison = new Comparison(runs.All, parse.GetRequiredValue(measure));
            return format.Write(
                parse,
                terminal,
                () => [comparison.Report(string.Join(" and ", runs.All.Select(run => run.Label)))],
                () => [comparison.Table()],
                comparison.WriteJson);
        });
        return command;
    }
}
