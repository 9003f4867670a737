using System.CommandLine;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Scenarios.Projects;

namespace Caravan.Cli;

/// <summary>
/// <c>caravan build SCENARIO</c>: projects, who pays, what is left, whether the debt holds; which to build, in which order.
/// </summary>
internal static class BuildCommand
{
    private const string Finance = "finance";
    private const string Ranking = "ranking";

    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Pack by name, or scenario file." };
        var folder = new Option<string?>("--out")
        {
            Description = "Write every table to a folder as CSV.",
            HelpName = "FOLDER",
        };
        var only = ScenarioOptionSet.Choice("--only", "Only money and debt, or only ranking and order.", [Finance, Ranking]);
        var options = new ScenarioOptionSet(withAllModels: false);
        var ranking = new ProjectRankingOptionSet();
        var format = new OutputFormat();
        var command = new Command("build", "Reckon, rank and order projects: money, worth, debt, what to build first")
        {
            scenario,
        };
        options.AddTo(command);
        ranking.AddTo(command);
        command.Add(only);
        command.Add(folder);
        format.AddTo(command);
        command.SetAction(parse =>
        {
            var parts = ProgressReport.Run(terminal, "packages solved", progress => Solve(
                parse.GetRequiredValue(scenario), options.Read(parse) with { Progress = progress }, parse.GetValue(only),
                ranking.Read(parse), terminal.Cancellation));
            if (parts.Trouble() is { } trouble)
            {
                terminal.Error.WriteLine($"caravan: {trouble}; no result is shown");
                return ExitCode.NotConverged;
            }
            var tables = parts.Tables();
            if (parse.GetValue(folder) is { } path)
            {
                TableFolder.Write(path, tables);
                terminal.Error.WriteLine($"caravan: wrote {path}");
            }
            return format.Write(parse, terminal, parts.Reports, () => tables, parts.WriteJson);
        });
        return command;
    }

    private static BuildParts Solve(
        string name, RunOptions options, string? only, ProjectRankingOptions asked, CancellationToken cancellation)
    {
        var loaded = Load(name, options);
        var scope = only switch
        {
            Finance => BuildScope.Finance,
            Ranking => BuildScope.Ranking,
            _ => BuildScope.All,
        };
        return BuildParts.Solve(
            loaded, ScenarioFile.LoadBaseline(loaded, options.Baseline), options, scope, asked, cancellation);
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
