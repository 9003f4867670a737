using System.Collections.Immutable;
using System.CommandLine;
using Caravan.Reporting;
using Caravan.Scenarios;

namespace Caravan.Cli;

/// <summary><c>caravan run SCENARIO...</c>: solves scenarios, prints what they do and writes it to a folder.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenarios = new Argument<string[]>("SCENARIO")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Packs by name, or scenario files.",
        };
        var folder = new Option<string?>("--out")
        {
            Description = "Write result files to a folder; a subfolder each where there are several results.",
            HelpName = "FOLDER",
        };
        var decompose = new Option<bool>("--decompose")
        {
            Description = "Split real income up by action: alone, last and, to ten actions, over every order.",
        };
        var options = new ScenarioOptionSet(withAllModels: true);
        var format = new OutputFormat();
        var command = new Command("run", "Solve scenarios and show who gains and who loses") { scenarios };
        options.AddTo(command);
        command.Add(decompose);
        command.Add(folder);
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var asked = options.Read(parse) with { Decompose = parse.GetValue(decompose) };
            ScenarioRuns Solve(IProgress<RunProgress>? progress) => ScenarioRuns.Solve(
                parse.GetRequiredValue(scenarios), asked with { Progress = progress }, terminal);
            var runs = asked.Decompose ? ProgressReport.Run(terminal, "packages solved", Solve) : Solve(null);
            if (parse.GetValue(folder) is { } path && !runs.Shown.IsEmpty)
            {
                Bundle.Write(path, runs.BundleParts(), ReportTemplate.Load(terminal.Error));
                terminal.Error.WriteLine($"caravan: wrote {path}");
            }
            var written = format.Write(
                parse,
                terminal,
                () => Reports(runs, options.WantsAllModels(parse)),
                () => RunTables.Together(runs.Shown),
                output => RunDocument.Write([.. runs.All.Select(run => run.Result)], output, withTimings: true));
            return runs.HaveFailures ? ExitCode.NotConverged : written;
        });
        return command;
    }

    private static ImmutableArray<Report> Reports(ScenarioRuns runs, bool besideEachOther) => besideEachOther
        ? [.. runs.ByScenario().Select(variants => new Comparison(variants, "real_income_pct", "exports_pct")
            .Report(variants[0].Result.Scenario.Name))]
        : [.. runs.Shown.Select(run => RunReport.Of(run.Result, withTimings: true))];
}
