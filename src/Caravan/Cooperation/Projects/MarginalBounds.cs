using System.Collections.Immutable;

namespace Caravan.Cooperation.Projects;

/// <summary>
/// The most and the least that each project adds in any company, and what follows from it for every set.
/// </summary>
/// <remarks>
/// A set that nobody valued may be worth anything, so no bound holds for every set function. Assumed here: no project adds
/// more than <c>M_p</c> beside a set that fits with it, nor less than <c>L_p</c> beside any, where
/// <code>
///     M_p = max( v(p) - v(),  v(N) - v(N - p),  v(p) - v() + the most that max(0, I_pq) can sum to over what fits with p )
///     L_p = min( v(p) - v(),  v(N) - v(N - p),  v(p) - v() + sum over q of min(0, I_pq) )
///     I_pq = v(pq) - v(p) - v(q) + v()
/// </code>
/// and both are widened to whatever a project was seen to add. That is true where returns always diminish (submodular v: a
/// project adds most alone and least last), where they always grow (supermodular), and where projects interact in pairs
/// only. Elsewhere it may fail; <see cref="Exceptions"/> counts how often sets that were valued contradicted what singles,
/// pairs and the full package let expect. Then for every set S that fits
/// <code>
///     v(S) at most v() + sum of M_p over S,   and   v(S) at most v(N) - sum of L_p over those not in S,
/// </code>
/// and so at most any average of the two, each of which adds up over projects: a knapsack, bounded by filling it with parts
/// of projects (Dantzig 1957, Operations Research 5: 266-277). The gap is small where projects matter more than what they do
/// to each other, and wide where they do not.
/// </remarks>
public sealed class MarginalBounds
{
    private const int Averages = 20;

    // of the largest worth; what is nearer is rounding
    private const double Rounding = 1e-9;

    private readonly double[] _most;
    private readonly double[] _least;
    private readonly double _nothing;
    private readonly double _everything;

    private MarginalBounds(ProjectProblem problem)
    {
        (_nothing, _everything) = (problem.Worth(Coalition.Empty), problem.Worth(problem.All));
        (_most, _least) = (new double[problem.Projects], new double[problem.Projects]);
    }

    /// <summary>The most that each project adds.</summary>
    public ImmutableArray<double> Most => [.. _most];

    /// <summary>The least that each project adds.</summary>
    public ImmutableArray<double> Least => [.. _least];

    /// <summary>How many times a project was seen joining a set.</summary>
    public int Seen { get; private set; }

    /// <summary>How many of these lay outside what singles, pairs and the full package let expect; then the bounds were
    /// widened.</summary>
    public int Exceptions { get; private set; }

    /// <summary>How far the furthest of these lay outside.</summary>
    public double LargestException { get; private set; }

    /// <summary>The bounds from all sets that were valued; those of <see cref="ProjectProblem.Prepare"/> are.</summary>
    public static MarginalBounds Of(ProjectProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Prepare();
        var bounds = new MarginalBounds(problem);
        bounds.Expect(problem);
        bounds.Compare(problem);
        return bounds;
    }

    /// <summary>What no set that fits can be worth more than.</summary>
    /// <param name="limits">Limits that the set keeps.</param>
    public double Worth(ImmutableArray<ProjectLimit> limits)
    {
        var least = double.PositiveInfinity;
        foreach (var (start, weights) in Modular())
        {
            var most = weights.Where((weight, project) => weight > 0 && FitsAlone(limits, project)).Sum();
            foreach (var limit in limits)
            {
                most = Math.Min(most, Knapsack.Fill(weights, limit, project => FitsAlone(limits, project)).At(limit.Cap));
            }
            least = Math.Min(least, start + most);
        }
        return least;
    }

    /// <summary>Weights that add up: for each, no set S is worth more than the start plus the weights of S.</summary>
    internal IEnumerable<(double Start, double[] Weights)> Modular()
    {
        for (var step = 0; step <= Averages; step++)
        {
            var part = (double)step / Averages;
            double[] weights = [.. _most.Zip(_least, (most, least) => part * most + (1 - part) * least)];
            yield return (part * _nothing + (1 - part) * (_everything - _least.Sum()), weights);
        }
    }

    internal static bool FitsAlone(ImmutableArray<ProjectLimit> limits, int project) =>
        limits.All(limit => limit.Allows(Coalition.Of(project)));

    private void Expect(ProjectProblem problem)
    {
        for (var p = 0; p < problem.Projects; p++)
        {
            var alone = problem.Worth(Coalition.Of(p)) - _nothing;
            var last = _everything - problem.Worth(problem.All.Without(p));
            double[] together = [.. Enumerable.Range(0, problem.Projects).Select(q => q == p ? 0
                : problem.Worth(Coalition.Of(p).With(q)) - problem.Worth(Coalition.Of(q)) - alone)];
            _most[p] = Math.Max(last, alone + MostBeside(problem, p, together));
            _least[p] = Math.Min(last, alone + together.Sum(gain => Math.Min(0, gain)));
        }
    }

    private static double MostBeside(ProjectProblem problem, int project, double[] together)
    {
        bool Fits(int other) => problem.Fits(Coalition.Of(project).With(other));
        var most = together.Where((_, other) => Fits(other)).Sum(gain => Math.Max(0, gain));
        foreach (var limit in problem.Limits)
        {
            most = Math.Min(most, Knapsack.Fill(together, limit, Fits).At(limit.Cap - limit.Amounts[project]));
        }
        return most;
    }

    private void Compare(ProjectProblem problem)
    {
        var known = problem.Known;
        var slack = Rounding * known.Max(set => Math.Abs(problem.Worth(set)));
        var (most, least) = (Most, Least);
        foreach (var set in known)
        {
            for (var p = 0; p < problem.Projects; p++)
            {
                if (set.Contains(p) || !problem.Knows(set.With(p)))
                {
                    continue;
                }
                var added = problem.Worth(set.With(p)) - problem.Worth(set);
                var fits = problem.Fits(set.With(p));
                Seen++;
                var outside = Math.Max(fits ? added - most[p] : 0, least[p] - added);
                (Exceptions, LargestException) = outside > slack
                    ? (Exceptions + 1, Math.Max(LargestException, outside)) : (Exceptions, LargestException);
                _least[p] = Math.Min(_least[p], added);
                _most[p] = fits ? Math.Max(_most[p], added) : _most[p];
            }
        }
    }
}
