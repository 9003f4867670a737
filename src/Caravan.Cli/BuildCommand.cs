using System.Collections.Immutable;
using System.CommandLine;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;

namespace Caravan.Cli;

/// <summary><c>caravan build SCENARIO</c>: projects, who pays, what is left, and whether the debt holds.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Pack by name, or scenario file." };
        var folder = new Option<string?>("--out")
        {
            Description = "Write every table to a folder as CSV.",
            HelpName = "FOLDER",
        };
        var options = new ScenarioOptionSet(withAllModels: false);
        var format = new OutputFormat();
        var command = new Command("build", "Reckon projects: money, fiscal cost, worth, debt") { scenario };
        options.AddTo(command);
        command.Add(folder);
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var result = ProgressReport.Run(terminal, "packages solved", progress => Solve(
                parse.GetRequiredValue(scenario), options.Read(parse) with { Progress = progress }, terminal.Cancellation));
            if (!result.Converged)
            {
                terminal.Error.WriteLine($"caravan: a part of the package did not converge: residual "
                    + $"{NumberText.General(result.Residual)}; no result is shown");
                return ExitCode.NotConverged;
            }
            var tables = BuildTables.Of(result);
            if (parse.GetValue(folder) is { } path)
            {
                TableFolder.Write(path, tables.Add(BuildTables.Columns(tables)));
                terminal.Error.WriteLine($"caravan: wrote {path}");
            }
            return format.Write(parse, terminal, () => Reports(result), () => tables.Add(BuildTables.Columns(tables)),
                output => BuildTables.WriteJson(result, output));
        });
        return command;
    }

    // one section after the other, in reading order
    private static ImmutableArray<Report> Reports(BuildResult result) => [ProjectReport.Of(result)];

    private static BuildResult Solve(string name, RunOptions options, CancellationToken cancellation)
    {
        var loaded = Load(name, options);
        return BuildRunner.Run(loaded, ScenarioFile.LoadBaseline(loaded, options.Baseline), options, cancellation);
    }

    // a file with errors still meets its baseline, so that every problem is told at once
    private static LoadedScenario Load(string name, RunOptions options)
    {
        try
        {
            return ScenarioFile.Load(name, options.Overrides);
        }
        catch (Data.InputException)
        {
            var baseline = options.Baseline is { } other ? Baselines.Load(other) : null;
            throw new Data.InputException(ScenarioFile.Check(name, baseline, options.Overrides));
        }
    }
}
