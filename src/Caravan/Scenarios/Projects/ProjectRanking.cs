using System.Collections.Immutable;
using Caravan.Cooperation.Projects;
using Caravan.Data;
using Caravan.Trade;

namespace Caravan.Scenarios.Projects;

/// <summary>
/// Ranks, chooses and orders the projects of a package: actions with the lever <c>link</c> or with a cost. What a set of them
/// is worth is solved, not added up, so projects that need or replace each other are told apart.
/// </summary>
public static class ProjectRanking
{
    /// <summary>The projects of a scenario on a baseline.</summary>
    /// <param name="loaded">A scenario that was read, with its overrides.</param>
    /// <param name="baseline">The world before.</param>
    /// <param name="run">Model, closure, elasticities, transport, tolerance, threads and progress.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    /// <exception cref="InputException">Something is wrong in the scenario, there is no project, or a limit needs a cost that
    /// is not known; carries every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ProjectRankingResult Run(
        LoadedScenario loaded, Baseline baseline, RunOptions? run = null, ProjectRankingOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(baseline);
        (run, options) = (run ?? new RunOptions(), options ?? new ProjectRankingOptions());
        var gross = PackageSolver.Prepare(loaded, baseline, run with { WithoutCosts = true });
        var scenario = gross.Scenario;
        options = Complete(options, scenario);
        ImmutableArray<int> actions =
            [.. Enumerable.Range(0, scenario.Actions.Length).Where(action => IsProject(scenario.Actions[action]))];
        ImmutableArray<ScenarioAction> projects = [.. actions.Select(action => scenario.Actions[action])];
        var costs = new ProjectCosts(projects, options.DiscountRate!.Value);
        var economy = RankingChecks.Check(loaded, scenario, baseline, projects, options);
        var net = projects.Any(project => project.Finance is not null)
            ? new PackageSolver(scenario, gross.Model, run with { WithoutCosts = false })
            {
                WatchedExporters = options.DebtLimits ? [.. scenario.Members.Select(baseline.IndexOfEconomy)] : [],
            }
            : gross;
        var sets = new ProjectSets(gross, net, actions, options.OthersInForce, run.Progress, cancellation);
        var others = options.OthersInForce ? scenario.Actions.Where(action => !IsProject(action)) : [];
        var debt = options.DebtLimits
            ? new DebtCheck(scenario, baseline, sets, net.Costs!.Projects, projects, others) : null;
        var rows = new RankingRows(sets, costs, debt, projects, scenario, baseline, options);
        var parts = Reckon(sets, costs, economy, options, debt, rows);
        var result = new ProjectRankingResult
        {
            Status = sets.Failed?.Status ?? SolveStatus.Converged,
            Iterations = sets.Iterations,
            Residual = sets.Residual,
            Solves = sets.Solves,
            Unsolved = sets.Failed is null ? [] : [.. sets.Failed.Actions.Players.Select(action => scenario.Actions[action].Id)],
            Scenario = scenario,
            BaselineName = baseline.Name,
            BaselineHash = baseline.ContentHash,
            Options = options,
            ObjectiveText = RankingChecks.Phrase(economy, baseline),
            IsNetOfCost = costs.AreKnown || economy >= 0,
            WithoutCost = costs.WithoutCost,
            Others = [.. scenario.Actions.Where(action => !IsProject(action)).Select(action => action.Id)],
        };
        return parts is null ? result : result with
        {
            Projects = parts.Projects,
            Gains = parts.Gains,
            Pairs = parts.Pairs,
            Choice = parts.Choice,
            Order = parts.Order,
            Budgets = parts.Budgets,
        };
    }

    /// <summary>True for an action that is built: a line, or anything that has a cost.</summary>
    public static bool IsProject(ScenarioAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.Lever.Name == "link" || action.Finance is not null;
    }

    /// <summary>Finds every problem of what is asked before anything is solved.</summary>
    /// <exception cref="InputException">Carries every problem.</exception>
    internal static void Check(
        LoadedScenario loaded, Scenario scenario, Baseline baseline, ProjectRankingOptions options) =>
        RankingChecks.Check(
            loaded, scenario, baseline, [.. scenario.Actions.Where(IsProject)], Complete(options, scenario));

    // what was not asked for is as the scenario says
    private static ProjectRankingOptions Complete(ProjectRankingOptions options, Scenario scenario) => options with
    {
        BudgetMusd = options.BudgetMusd ?? scenario.Finance.BudgetMusd,
        DiscountRate = options.DiscountRate ?? scenario.Finance.SocialDiscountRate,
    };

    private static RankingParts? Reckon(
        ProjectSets sets, ProjectCosts costs, int economy, ProjectRankingOptions options,
        DebtCheck? debt, RankingRows rows)
    {
        var count = costs.Capital.Length;
        double[] yearly = costs.AreKnown ? [.. costs.Yearly] : new double[count];
        var budget = options.BudgetMusd is { } cap ? new ProjectLimit("Budget", costs.Capital, cap) : null;
        var problem = new ProjectProblem(
            count, asked =>
            {
                if (debt is not null)
                {
                    sets.SolveNet(asked);
                }
                return sets.Value(asked, economy, yearly, options.Losers != LoserRule.Allowed);
            })
        {
            Limits = budget is null ? [] : [budget],
            Admits = debt is null ? _ => true : debt.Admits,
            Losers = options.Losers,
            ExactSets = 1 << options.ExactProjects,
        };
        var schedule = new Schedule
        {
            Years = [.. costs.Capital.Select(cost => options.YearlyBudgetMusd is { } yearlyBudget
                ? Math.Max(cost / yearlyBudget, 1e-9) : options.YearsBetween)],
            Rate = options.DiscountRate!.Value,
            Horizon = options.HorizonYears,
        };
        try
        {
            problem.Prepare();
            rows.Prepare();
            var choice = SubsetSearch.Run(problem);
            var order = SequenceSearch.Run(problem, schedule);
            return new RankingParts(
                rows.Projects(ProjectAppraisal.Worths(problem)), rows.Gains(),
                rows.Pairs(ProjectAppraisal.Interactions(problem), problem), rows.Choice(choice, problem), rows.Order(order),
                costs.AreKnown ? rows.Budgets(SubsetSearch.Frontier(problem, costs.Capital, budget)) : []);
        }
        catch (ProjectSets.UnsolvedException)
        {
            return null;
        }
    }
}
