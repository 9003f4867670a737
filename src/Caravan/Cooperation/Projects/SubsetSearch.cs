using System.Collections.Immutable;

namespace Caravan.Cooperation.Projects;

/// <summary>
/// The best set of projects. Exact where the sets within the limits are few enough to be valued one by one; otherwise by
/// greedy starts and local search, with a bound under the assumption of <see cref="MarginalBounds"/>.
/// </summary>
public static class SubsetSearch
{
    /// <summary>The best set of a problem.</summary>
    public static SubsetResult Run(ProjectProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Prepare();
        if (problem.Fitting() is not { } sets)
        {
            LocalSearch.Run(problem);
            return Result(problem, SearchStatus.Heuristic, [.. problem.Known.Where(problem.Fits)]);
        }
        return Result(problem, SearchStatus.Exact, sets);
    }

    /// <summary>
    /// What each budget buys: sets that no cheaper one is worth as much as, by cost, beginning with nothing; of the sets that
    /// were valued, the other limits and the rule on losers kept.
    /// </summary>
    /// <param name="problem">The projects.</param>
    /// <param name="costs">What each costs, zero or more.</param>
    /// <param name="except">The limit that is left aside, such as the budget itself; null for none.</param>
    public static ImmutableArray<BudgetStep> Frontier(
        ProjectProblem problem, ImmutableArray<double> costs, ProjectLimit? except = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Prepare();
        var cost = new ProjectLimit("cost", costs, double.PositiveInfinity);
        var steps = ImmutableArray.CreateBuilder<BudgetStep>();
        foreach (var set in problem.Known.Where(set => FitsExcept(problem, set, except) && problem.MayEnd(set))
            .OrderBy(cost.Used).ThenByDescending(problem.Worth))
        {
            if (steps.Count == 0 || problem.Worth(set) > steps[^1].Worth)
            {
                steps.Add(new BudgetStep(cost.Used(set), problem.Worth(set), set));
            }
        }
        return steps.ToImmutable();
    }

    private static SubsetResult Result(ProjectProblem problem, SearchStatus status, ImmutableArray<Coalition> sets)
    {
        var withLosers = sets.MaxBy(problem.Worth);
        var best = sets.Where(problem.MayEnd).DefaultIfEmpty(Coalition.Empty).MaxBy(problem.Worth);
        var worth = problem.Worth(best);
        var bounds = status == SearchStatus.Heuristic ? MarginalBounds.Of(problem) : null;
        return new SubsetResult
        {
            Status = status,
            Sets = problem.KnownCount,
            Best = best,
            Worth = worth,
            UpperBound = bounds is null ? worth : Math.Max(worth, bounds.Worth(problem.Limits)),
            Exceptions = bounds?.Exceptions ?? 0,
            LargestException = bounds?.LargestException ?? 0,
            BestWithLosers = withLosers,
            WorthWithLosers = problem.Worth(withLosers),
            BestUnchecked = problem.Known.Where(set => problem.Keeps(set) && problem.MayEnd(set)).MaxBy(problem.Worth),
            TransfersNeeded = problem.Value(withLosers).Loss,
            Needs = best == Coalition.Empty ? Needs(problem) : [],
        };
    }

    private static ImmutableArray<LimitNeed> Needs(ProjectProblem problem)
    {
        var paying = problem.Known.Where(set =>
            problem.Worth(set) > problem.Worth(Coalition.Empty) && problem.MayEnd(set)).ToImmutableArray();
        return
        [
            .. problem.Limits.Select(limit =>
            {
                var cheapest = paying.Where(set => FitsExcept(problem, set, limit))
                    .OrderBy(limit.Used).ThenByDescending(problem.Worth).Take(1).ToArray();
                return cheapest is [var set]
                    ? new LimitNeed(limit, limit.Used(set), set)
                    : new LimitNeed(limit, double.PositiveInfinity, Coalition.Empty);
            }),
        ];
    }

    private static bool FitsExcept(ProjectProblem problem, Coalition set, ProjectLimit? except) =>
        problem.Admits(set) && problem.Limits.All(limit => limit == except || limit.Allows(set));
}
