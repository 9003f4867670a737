namespace Caravan.Cooperation.Projects;

/// <summary>
/// Looks for good sets where there are too many to value: from nothing, from the full package thinned until it fits, and from
/// the best pair, to the best neighbour (a project added, dropped or exchanged) until none is better.
/// </summary>
internal static class LocalSearch
{
    public static void Run(ProjectProblem problem)
    {
        problem.Prepare();
        var pair = problem.Known.Where(problem.Fits).DefaultIfEmpty(Coalition.Empty).MaxBy(problem.Worth);
        foreach (var start in new[] { Coalition.Empty, ByValueForMoney(problem), Thinned(problem), pair }.Distinct())
        {
            Climb(problem, start, keepAll: false);
            if (problem.Losers != LoserRule.Allowed)
            {
                Climb(problem, start, keepAll: true);
            }
        }
    }

    private static void Climb(ProjectProblem problem, Coalition start, bool keepAll)
    {
        var at = start;
        while (true)
        {
            var near = Fitting(problem, Neighbours(problem, at).Append(at));
            var best = near.Append(at).OrderBy(set => keepAll ? problem.Value(set).Loss : 0)
                .ThenByDescending(problem.Worth).ThenBy(set => set.Members).First();
            if (!IsBetter(problem, best, at, keepAll))
            {
                return;
            }
            at = best;
        }
    }

    // valued all at once, since whether one is admitted is known only then
    private static List<Coalition> Fitting(ProjectProblem problem, IEnumerable<Coalition> sets)
    {
        var kept = sets.Where(problem.Keeps).ToList();
        problem.ValueAll(kept);
        return [.. kept.Where(problem.Admits)];
    }

    private static bool IsBetter(ProjectProblem problem, Coalition set, Coalition than, bool keepAll)
    {
        var (here, there) = (problem.Value(set), problem.Value(than));
        return keepAll && here.Loss != there.Loss ? here.Loss < there.Loss : here.Worth > there.Worth;
    }

    private static IEnumerable<Coalition> Neighbours(ProjectProblem problem, Coalition set)
    {
        for (var p = 0; p < problem.Projects; p++)
        {
            if (!set.Contains(p))
            {
                yield return set.With(p);
                continue;
            }
            yield return set.Without(p);
            for (var q = 0; q < problem.Projects; q++)
            {
                if (!set.Contains(q))
                {
                    yield return set.Without(p).With(q);
                }
            }
        }
    }

    // the project that adds most for the share of the limits it takes, until nothing that fits adds
    private static Coalition ByValueForMoney(ProjectProblem problem)
    {
        var set = Coalition.Empty;
        while (true)
        {
            var larger = Fitting(problem, Enumerable.Range(0, problem.Projects)
                .Where(project => !set.Contains(project)).Select(set.With));
            var before = set;
            var better = larger.Where(next => problem.Worth(next) > problem.Worth(before)).ToList();
            if (better.Count == 0)
            {
                return set;
            }
            set = better.MaxBy(next =>
                (problem.Worth(next) - problem.Worth(before)) / (1e-9 + Taken(problem, next) - Taken(problem, before)));
        }
    }

    // from the full package, what loses least for the room it gives, until the rest fits
    private static Coalition Thinned(ProjectProblem problem)
    {
        var set = problem.All;
        while (!problem.Fits(set))
        {
            var smaller = set.Players.Select(set.Without).ToList();
            problem.ValueAll(smaller);
            var before = set;
            set = smaller.MinBy(next =>
                (problem.Worth(before) - problem.Worth(next)) / (1e-9 + Taken(problem, before) - Taken(problem, next)));
        }
        return set;
    }

    private static double Taken(ProjectProblem problem, Coalition set) =>
        problem.Limits.Sum(limit => limit.Cap > 0 ? limit.Used(set) / limit.Cap : 0);
}
