using System.Collections.Immutable;

namespace Caravan.Cooperation.Projects;

/// <summary>
/// The best order of building. The set that is open says how much time has passed, whatever the order in which it was built,
/// so the best way on from it does not depend on the way to it: dynamic programming over sets (Held and Karp 1962, Journal of
/// SIAM 10: 196-210), with the choice to stop,
/// <code>
///     F(S) = max( v(S) D(T(S)),  max over p not in S of v(S) (D(T(S)) - D(T(S + p))) + F(S + p) )
/// </code>
/// where T is the time at which S is open and D the value of one a year from then on. Where there are too many sets, the same
/// over those that a beam and exchanges of neighbours found.
/// </summary>
public static class SequenceSearch
{
    private const int BeamWidth = 8;

    /// <summary>The best order of any of a problem's projects.</summary>
    public static SequenceResult Run(ProjectProblem problem, Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfNotEqual(schedule.Years.Length, problem.Projects, nameof(schedule));
        problem.Prepare();
        if (problem.Fitting() is { } sets)
        {
            problem.ValueAll(sets);
            return Result(problem, schedule, SearchStatus.Exact, Best(problem, schedule, sets));
        }
        Beam(problem, schedule);
        ImmutableArray<int> order;
        double before, after;
        do
        {
            order = Best(problem, schedule, [.. problem.Known.Where(problem.Fits)]);
            before = PresentValue(problem, schedule, order);
            problem.ValueAll(Exchanged(order));
            after = PresentValue(problem, schedule, Best(problem, schedule, [.. problem.Known.Where(problem.Fits)]));
        }
        while (after > before);
        return Result(problem, schedule, SearchStatus.Heuristic, order);
    }

    /// <summary>Value at the start of building in an order; sets that are needed and were not valued are.</summary>
    public static double PresentValue(ProjectProblem problem, Schedule schedule, ImmutableArray<int> order)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(schedule);
        var (set, year, value) = (Coalition.Empty, 0.0, 0.0);
        foreach (var project in order)
        {
            var opens = schedule.Opened(set.With(project));
            value += problem.Worth(set) * schedule.ValueBetween(year, opens);
            (set, year) = (set.With(project), opens);
        }
        return value + problem.Worth(set) * schedule.ValueFrom(year);
    }

    private static ImmutableArray<int> Best(ProjectProblem problem, Schedule schedule, ImmutableArray<Coalition> sets)
    {
        const int Stop = -1;
        var value = new Dictionary<Coalition, double>(sets.Length);
        var next = new Dictionary<Coalition, int>(sets.Length);
        foreach (var set in sets.OrderByDescending(set => set.Count).ThenBy(set => set.Members))
        {
            var (now, worth) = (schedule.ValueFrom(schedule.Opened(set)), problem.Worth(set));
            var (best, step) = (problem.MayEnd(set) ? worth * now : double.NegativeInfinity, Stop);
            for (var project = 0; project < problem.Projects; project++)
            {
                var larger = set.With(project);
                if (!set.Contains(project) && value.TryGetValue(larger, out var later))
                {
                    var all = worth * (now - schedule.ValueFrom(schedule.Opened(larger))) + later;
                    (best, step) = all > best ? (all, project) : (best, step);
                }
            }
            if (best > double.NegativeInfinity && problem.MayPass(set))
            {
                (value[set], next[set]) = (best, step);
            }
        }
        var order = ImmutableArray.CreateBuilder<int>();
        for (var set = Coalition.Empty; next.TryGetValue(set, out var project) && project != Stop; set = set.With(project))
        {
            order.Add(project);
        }
        return order.ToImmutable();
    }

    // widths of sets that look best when building stops with them, level by level
    private static void Beam(ProjectProblem problem, Schedule schedule)
    {
        var gained = new Dictionary<Coalition, double> { [Coalition.Empty] = 0 };
        while (gained.Count > 0)
        {
            var reached = new Dictionary<Coalition, double>();
            foreach (var (set, so) in gained)
            {
                for (var project = 0; project < problem.Projects; project++)
                {
                    var larger = set.With(project);
                    if (!set.Contains(project) && problem.Keeps(larger))
                    {
                        var then = so + problem.Worth(set)
                            * schedule.ValueBetween(schedule.Opened(set), schedule.Opened(larger));
                        reached[larger] = Math.Max(then, reached.GetValueOrDefault(larger, double.NegativeInfinity));
                    }
                }
            }
            problem.ValueAll(reached.Keys);
            gained = reached.Where(pair => problem.Admits(pair.Key) && problem.MayPass(pair.Key))
                .OrderByDescending(pair =>
                    pair.Value + problem.Worth(pair.Key) * schedule.ValueFrom(schedule.Opened(pair.Key)))
                .ThenBy(pair => pair.Key.Members).Take(BeamWidth).ToDictionary();
        }
    }

    // the one set that is new when two that follow each other change places
    private static IEnumerable<Coalition> Exchanged(ImmutableArray<int> order)
    {
        var open = Coalition.Empty;
        for (var at = 0; at + 1 < order.Length; at++)
        {
            yield return open.With(order[at + 1]);
            open = open.With(order[at]);
        }
    }

    private static SequenceResult Result(
        ProjectProblem problem, Schedule schedule, SearchStatus status, ImmutableArray<int> order)
    {
        var value = PresentValue(problem, schedule, order);
        double Alone(int project) => problem.Worth(Coalition.Of(project)) - problem.Worth(Coalition.Empty);
        return new SequenceResult
        {
            Status = status,
            Sets = problem.KnownCount,
            Steps = [.. Steps(problem, schedule, order)],
            PresentValue = value,
            UpperBound = status == SearchStatus.Exact ? value : Math.Max(value, SequenceBound.Of(problem, schedule)),
            ByValueAlone = PresentValue(problem, schedule, [.. order.OrderByDescending(Alone)]),
            ByValueForTime = PresentValue(
                problem, schedule, [.. order.OrderByDescending(project => Alone(project) / schedule.Years[project])]),
        };
    }

    private static IEnumerable<SequenceStep> Steps(
        ProjectProblem problem, Schedule schedule, ImmutableArray<int> order)
    {
        var open = Coalition.Empty;
        foreach (var project in order)
        {
            var before = problem.Worth(open);
            open = open.With(project);
            var (worth, loss) = problem.Value(open);
            yield return new SequenceStep(project, schedule.Opened(open), open, worth, worth - before, loss);
        }
    }
}
