using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Cli;

/// <summary>The results of one call: all of them, and those that may be shown.</summary>
internal sealed class ScenarioRuns
{
    private readonly ImmutableArray<(string Scenario, ComparisonItem Item)> _runs;

    private ScenarioRuns(ImmutableArray<(string Scenario, ComparisonItem Item)> runs)
    {
        _runs = runs;
        // variants of a scenario are read beside each other, so one that failed takes the others with it
        var failed = runs.Where(run => !IsWhole(run.Item.Result)).Select(run => run.Scenario).ToHashSet();
        HaveFailures = failed.Count > 0;
        All = [.. runs.Select(run => run.Item)];
        Shown = [.. runs.Where(run => !failed.Contains(run.Scenario)).Select(run => run.Item)];
        Failed = failed;
    }

    /// <summary>Every result in the order asked for.</summary>
    public ImmutableArray<ComparisonItem> All { get; }

    /// <summary>The results of scenarios that converged under every model asked for.</summary>
    public ImmutableArray<ComparisonItem> Shown { get; }

    public bool HaveFailures { get; }

    private HashSet<string> Failed { get; }

    /// <summary>Solves scenarios one after the other and tells on standard error which did not converge.</summary>
    /// <exception cref="InputException">A scenario cannot be used or is named twice.</exception>
    public static ScenarioRuns Solve(string[] scenarios, RunOptions options, Terminal terminal)
    {
        var labels = scenarios.Select(Label).ToArray();
        if (labels.Distinct(StringComparer.OrdinalIgnoreCase).Count() < labels.Length)
        {
            var twice = labels.GroupBy(label => label, StringComparer.OrdinalIgnoreCase).First(g => g.Count() > 1).Key;
            throw new InputException(new InputIssue(
                twice, 0, "two scenarios have this name, so their results could not be told apart", "rename one file"));
        }
        var runs = ImmutableArray.CreateBuilder<(string, ComparisonItem)>();
        var baselines = new Dictionary<string, Baseline>(StringComparer.Ordinal);
        for (var index = 0; index < scenarios.Length; index++)
        {
            foreach (var result in Solve(scenarios[index], options, baselines, terminal.Cancellation))
            {
                var label = options.Models.Length > 1 ? result.ModelName : labels[index];
                runs.Add((labels[index], new ComparisonItem(label, result)));
                if (!result.Converged)
                {
                    terminal.Error.WriteLine(
                        $"caravan: {labels[index]} ({result.ModelName}) did not converge: {result.StatusName}, "
                        + $"{result.StatusMeaning}; {result.Iterations} iterations, residual "
                        + $"{NumberText.General(result.Residual)}; no result is shown");
                }
                else if (!IsWhole(result))
                {
                    terminal.Error.WriteLine(
                        $"caravan: {labels[index]} ({result.ModelName}): a part of the package did not converge when solved by "
                        + "itself; no result is shown; leave out --decompose to see the whole");
                }
            }
        }
        return new ScenarioRuns(runs.ToImmutable());
    }

    private static bool IsWhole(RunResult result) =>
        result.Converged && result.Decomposition is null or { Status: SolveStatus.Converged };

    /// <summary>The results that may be shown, scenario by scenario.</summary>
    public IEnumerable<ImmutableArray<ComparisonItem>> ByScenario() => _runs
        .Where(run => !Failed.Contains(run.Scenario))
        .GroupBy(run => run.Scenario, (_, runs) => runs.Select(run => run.Item).ToImmutableArray());

    /// <summary>One folder each: none for a single result, scenario for several, then model for several.</summary>
    public ImmutableArray<BundlePart> BundleParts()
    {
        var severalScenarios = _runs.Select(run => run.Scenario).Distinct().Count() > 1;
        var severalModels = _runs.Select(run => run.Item.Result.ModelName).Distinct().Count() > 1
            && _runs.Length > _runs.Select(run => run.Scenario).Distinct().Count();
        return
        [
            .. _runs.Where(run => !Failed.Contains(run.Scenario)).Select(run => new BundlePart(
                string.Join('/', new[]
                {
                    severalScenarios ? run.Scenario : "", severalModels ? run.Item.Result.ModelName : "",
                }.Where(name => name.Length > 0)),
                run.Item.Result)),
        ];
    }

    // a baseline that several scenarios share is loaded once; its time is told with the first
    private static IEnumerable<RunResult> Solve(
        string scenario, RunOptions options, Dictionary<string, Baseline> baselines, CancellationToken cancellation)
    {
        var start = options.Clock.GetTimestamp();
        var loaded = LoadOrTellAll(scenario, options);
        _ = SolverWarmUp.Begin();
        if (loaded.UsesNetwork)
        {
            TransportModel.BeginLoading();
        }
        var name = options.Baseline ?? (Baselines.Names.Contains(loaded.Baseline) ? loaded.Baseline : scenario);
        if (!baselines.TryGetValue(name, out var baseline))
        {
            baseline = ScenarioFile.LoadBaseline(loaded, options.Baseline);
            baselines.Add(name, baseline);
        }
        var loadMs = options.Clock.GetElapsedTime(start).TotalMilliseconds;
        return ScenarioRunner.Run(loaded, baseline, options, cancellation)
            .Select(result => result with { Timings = result.Timings with { LoadMs = loadMs } });
    }

    // a file with errors still meets its baseline, so that every problem is told at once
    public static LoadedScenario LoadOrTellAll(string scenario, RunOptions options)
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

    private static string Label(string packNameOrPath) => Path.GetFileNameWithoutExtension(packNameOrPath);
}
