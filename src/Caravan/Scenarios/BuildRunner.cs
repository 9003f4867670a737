using System.Collections.Immutable;
using System.Globalization;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Financing;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>Reckons the projects of a package: finance, fiscal cost, economic value, debt.</summary>
public static class BuildRunner
{
    /// <summary>The projects of a scenario on a baseline.</summary>
    /// <param name="loaded">A scenario that was read, with its overrides.</param>
    /// <param name="baseline">The world before.</param>
    /// <param name="options">Model, closure, elasticities, transport, tolerance, threads and progress.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    /// <exception cref="InputException">Something is wrong in the scenario, or no action of it has a cost; carries every
    /// problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static BuildResult Run(
        LoadedScenario loaded, Baseline baseline, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(baseline);
        options ??= new RunOptions();
        var before = PackageSolver.Prepare(loaded, baseline, options with { WithoutCosts = true });
        var scenario = before.Scenario;
        RequireProject(loaded, scenario);
        var whole = Coalition.Grand(scenario.Actions.Length);
        ImmutableArray<int> built =
            [.. Enumerable.Range(0, scenario.Actions.Length).Where(action => scenario.Actions[action].Finance is not null)];
        var outcomes = before.SolveAll(
            [whole, .. built.Select(action => whole.Without(action))], options.Progress, cancellation);
        RequireIncome(loaded, before, outcomes, options, cancellation);
        var one = options with { WithoutCosts = false, Decompose = false, Models = [scenario.Options.Model] };
        var run = ScenarioRunner.Run(loaded, baseline, one, cancellation)[0];
        var failed = outcomes.FirstOrDefault(outcome => outcome.Status != SolveStatus.Converged);
        var result = new BuildResult
        {
            Status = failed?.Status ?? run.Status,
            Iterations = run.Iterations,
            Residual = outcomes.Select(outcome => outcome.Residual).Append(run.Residual).Max(),
            Run = run,
            Solves = outcomes.Length + 1,
        };
        return result.Converged ? Reckon(result, scenario, baseline, built, outcomes) : result;
    }

    private static BuildResult Reckon(BuildResult result, Scenario scenario, Baseline baseline, ImmutableArray<int> built,
        ImmutableArray<PackageOutcome> outcomes)
    {
        var whole = outcomes[0].RealIncomeMusd;
        var costs = FiscalCost.Prepare(
            scenario, baseline, () => result.Run.Transport?.Links ?? [], () => [.. whole])!;
        var projects = costs.Projects.Of(scenario.Actions);
        var rows = new ProjectRows(scenario, baseline, costs.Projects);
        ImmutableArray<double[]> gains = [.. built.Select((_, at) =>
            whole.Zip(outcomes[at + 1].RealIncomeMusd, (with, without) => with - without).ToArray())];
        var debt = new DebtRows(scenario, baseline, projects);
        return result with
        {
            Projects = [.. projects.Zip(gains, rows.Of)],
            Gains = [.. projects.Zip(gains, rows.GainsOf).SelectMany(each => each)],
            CashFlows = [.. projects.SelectMany(rows.FlowsOf)],
            Fiscal = new FiscalRows(scenario, baseline, costs, projects).Of(result.Run, outcomes[0].RealIncomePct),
            Debt = [.. result.Run.Economies.Where(economy => economy.Member).Select(debt.Of)],
            WithoutCost = [.. scenario.Actions.Where(action => action.Finance is null
                && (action.Lever.Name == "link" || !action.Projects.IsEmpty)).Select(action => action.Id)],
        };
    }

    // a yearly cost above all that an economy earns has no equilibrium: say whose, and what would help
    private static void RequireIncome(
        LoadedScenario loaded, PackageSolver solver, ImmutableArray<PackageOutcome> outcomes, RunOptions options,
        CancellationToken cancellation)
    {
        var (scenario, baseline) = (solver.Scenario, solver.Baseline);
        if (outcomes[0].Status != SolveStatus.Converged)
        {
            return;
        }
        var costs = FiscalCost.Prepare(scenario, baseline,
            () => FiscalCost.Traffic(scenario, baseline, options.Transport, options.Solve.Threads, cancellation),
            () => [.. outcomes[0].RealIncomeMusd])!;
        var net = costs.Of(scenario.Actions)!;
        var issues = new IssueList();
        var dearest = scenario.Actions.Where(action => action.Finance is not null)
            .MaxBy(action => action.Finance!.CostMusd)!;
        foreach (var n in Enumerable.Range(0, net.Length).Where(n => net[n] >= solver.IncomeBase[n]))
        {
            issues.Add(loaded.File, dearest.Line, string.Create(CultureInfo.InvariantCulture,
                $"the projects cost {baseline.Economies[n].Code} {net[n]:N0} million dollars a year, all that ")
                + string.Create(CultureInfo.InvariantCulture, $"it earns is {solver.IncomeBase[n]:N0}"),
                $"lower cost_musd (the largest is {dearest.Id}), share it with other owners, or leave projects out");
        }
        issues.ThrowIfAny();
    }

    private static void RequireProject(LoadedScenario loaded, Scenario scenario)
    {
        if (scenario.Actions.Any(action => action.Finance is not null))
        {
            return;
        }
        var link = scenario.Actions.FirstOrDefault(action => action.Lever.Name == "link");
        throw new InputException(new InputIssue(loaded.File, link?.Line ?? 0, "no action has a cost, so nothing is built",
            "add cost_musd: and years: [first of construction, first of service] to an action"
            + (link is null ? "" : $", such as {link.Id}")));
    }
}
