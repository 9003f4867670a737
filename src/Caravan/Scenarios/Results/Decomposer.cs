using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Trade;

namespace Caravan.Scenarios.Results;

/// <summary>Splits a package's effect up by action, from solves of packages made of some of its actions.</summary>
internal static class Decomposer
{
    /// <summary>The rows; none unless every solve converged.</summary>
    public static Decomposition Run(
        PackageSolver solver, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var count = solver.Scenario.Actions.Length;
        var withShapley = count <= Decomposition.MaxShapleyActions;
        var packages = withShapley ? EveryPackage(count) : SomePackages(count);
        var outcomes = (withShapley ? solver.StartingFromPairs() : solver).SolveAll(packages, progress, cancellation);
        var failure = outcomes.FirstOrDefault(outcome => outcome.Status != SolveStatus.Converged);
        return new Decomposition
        {
            Status = failure?.Status ?? SolveStatus.Converged,
            Solves = packages.Count,
            Rows = failure is not null ? [] : Rows(solver, outcomes, withShapley),
        };
    }

    private static List<Coalition> EveryPackage(int count) =>
        [.. Enumerable.Range(0, 1 << count).Select(members => new Coalition((ulong)members))];

    private static List<Coalition> SomePackages(int count)
    {
        var (all, actions) = (Coalition.Grand(count), Enumerable.Range(0, count).ToList());
        return [Coalition.Empty, .. actions.Select(Coalition.Of), all, .. actions.Select(all.Without)];
    }

    private static ImmutableArray<DecompositionRow> Rows(
        PackageSolver solver, ImmutableArray<PackageOutcome> outcomes, bool withShapley)
    {
        var (scenario, economies) = (solver.Scenario, solver.Baseline.Economies);
        var count = scenario.Actions.Length;
        var worth = outcomes.ToDictionary(outcome => outcome.Actions, outcome => outcome.RealIncomePct);
        var (all, none) = (worth[Coalition.Grand(count)], worth[Coalition.Empty]);
        var rows = ImmutableArray.CreateBuilder<DecompositionRow>(economies.Length * count);
        for (var n = 0; n < economies.Length; n++)
        {
            var shares = withShapley ? Shapley.Values(count, package => worth[package][n]) : null;
            for (var action = 0; action < count; action++)
            {
                rows.Add(new DecompositionRow(economies[n].Code, economies[n].Name,
                    scenario.Members.Contains(economies[n].Code), solver.IncomeBase[n], scenario.Actions[action].Id,
                    scenario.Actions[action].Title, worth[Coalition.Of(action)][n] - none[n],
                    all[n] - worth[Coalition.Grand(count).Without(action)][n], shares?[action]));
            }
        }
        return rows.ToImmutable();
    }
}
