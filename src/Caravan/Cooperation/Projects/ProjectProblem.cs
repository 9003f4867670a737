using System.Collections.Immutable;

namespace Caravan.Cooperation.Projects;

/// <summary>
/// Projects to choose from: what sets of them are worth, as far as anybody asked, and what limits them. A set function like
/// the value of a coalition, with projects in the place of players; nothing is assumed about its shape.
/// </summary>
public sealed class ProjectProblem
{
    private readonly Func<IReadOnlyList<Coalition>, IReadOnlyList<ProjectSetValue>> _value;
    private readonly Dictionary<Coalition, ProjectSetValue> _known = [];

    /// <summary>A problem without limits.</summary>
    /// <param name="projects">How many projects; at most 128.</param>
    /// <param name="value">What sets of projects do, in their order; asked once for each set, many at a time.</param>
    public ProjectProblem(int projects, Func<IReadOnlyList<Coalition>, IReadOnlyList<ProjectSetValue>> value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(projects);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(projects, Coalition.MaxPlayers);
        ArgumentNullException.ThrowIfNull(value);
        (Projects, _value) = (projects, value);
    }

    /// <summary>How many projects.</summary>
    public int Projects { get; }

    /// <summary>All projects.</summary>
    public Coalition All => Coalition.Grand(Projects);

    /// <summary>What every set must keep; none by default.</summary>
    public ImmutableArray<ProjectLimit> Limits
    {
        get;
        init
        {
            foreach (var limit in value)
            {
                ArgumentOutOfRangeException.ThrowIfNotEqual(limit.Amounts.Length, Projects, nameof(Limits));
                ArgumentOutOfRangeException.ThrowIfNegative(limit.Cap, nameof(Limits));
                foreach (var amount in limit.Amounts)
                {
                    ArgumentOutOfRangeException.ThrowIfNotEqual(amount >= 0 && double.IsFinite(amount), true, nameof(Limits));
                }
            }
            field = value;
        }
    } = [];

    /// <summary>
    /// Whether a set may be built, where no sum over its projects can tell; every set by default. Asked for sets that were
    /// valued. Doing nothing must be admitted.
    /// </summary>
    public Func<Coalition, bool> Admits { get; init; } = _ => true;

    /// <summary>Whether losers are accepted. Default <see cref="LoserRule.Allowed"/>.</summary>
    public LoserRule Losers { get; init; }

    /// <summary>
    /// The most sets that are all valued; where more keep the limits, a search values some of them. Default 4,096: every
    /// set of 12 projects.
    /// </summary>
    public int ExactSets
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1 << 12;

    /// <summary>True where every set of the projects is few enough to be valued.</summary>
    public bool IsSmall => Projects < 31 && 1 << Projects <= ExactSets;

    /// <summary>Sets that were valued, by number of projects, then by bits.</summary>
    public ImmutableArray<Coalition> Known =>
        [.. _known.Keys.OrderBy(set => set.Count).ThenBy(set => set.Members)];

    /// <summary>How many sets were valued.</summary>
    public int KnownCount => _known.Count;

    /// <summary>True where the set was valued.</summary>
    public bool Knows(Coalition set) => _known.ContainsKey(set);

    /// <summary>What a set does; it is valued where it was not.</summary>
    public ProjectSetValue Value(Coalition set)
    {
        if (!_known.TryGetValue(set, out var value))
        {
            ValueAll([set]);
            value = _known[set];
        }
        return value;
    }

    /// <summary>What a set is worth; it is valued where it was not.</summary>
    public double Worth(Coalition set) => Value(set).Worth;

    /// <summary>Values those sets that were not, all at once.</summary>
    public void ValueAll(IEnumerable<Coalition> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var unknown = sets.Distinct().Where(set => !_known.ContainsKey(set)).ToList();
        if (unknown.Count == 0)
        {
            return;
        }
        var values = _value(unknown);
        for (var at = 0; at < unknown.Count; at++)
        {
            var value = values[at];
            if (!double.IsFinite(value.Worth) || !(value.Loss >= 0) || (unknown[at].Count == 0 && value.Loss != 0))
            {
                throw new ArgumentException(
                    $"the value of {unknown[at]} is {value}; its worth must be finite, and doing nothing has no losers",
                    nameof(sets));
            }
            _known.Add(unknown[at], value);
        }
    }

    /// <summary>
    /// Values every set where the problem is small; otherwise the sets that say what a project or a pair adds alone and in
    /// the full package: 2 + 2 n + n (n - 1) of them.
    /// </summary>
    public void Prepare() => ValueAll(IsSmall
        ? Enumerable.Range(0, 1 << Projects).Select(members => new Coalition((ulong)members))
        : Basic());

    /// <summary>True where a set keeps every limit and is admitted; it is valued where it was not.</summary>
    public bool Fits(Coalition set)
    {
        if (!Keeps(set))
        {
            return false;
        }
        ValueAll([set]);
        return Admits(set);
    }

    /// <summary>True where a set keeps every limit.</summary>
    public bool Keeps(Coalition set)
    {
        foreach (var limit in Limits)
        {
            if (!limit.Allows(set))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>True where the rule on losers lets a set stand at the end.</summary>
    public bool MayEnd(Coalition set) => Losers == LoserRule.Allowed || Value(set).Loss == 0;

    /// <summary>True where the rule on losers lets a set stand for a while.</summary>
    public bool MayPass(Coalition set) => Losers != LoserRule.NoneEver || Value(set).Loss == 0;

    /// <summary>
    /// Every set that keeps the limits and is admitted, by number of projects, then by bits, all of them valued; null where
    /// more than <see cref="ExactSets"/> keep the limits.
    /// </summary>
    public ImmutableArray<Coalition>? Fitting()
    {
        if (Keeping() is not { } sets)
        {
            return null;
        }
        ValueAll(sets);
        return [.. sets.Where(Admits)];
    }

    private ImmutableArray<Coalition>? Keeping()
    {
        var found = new List<Coalition>();
        if (!Collect(Coalition.Empty, 0, found))
        {
            return null;
        }
        return [.. found.OrderBy(set => set.Count).ThenBy(set => set.Members)];
    }

    // what a set of projects takes never falls as projects are added, so a branch ends where a limit is broken
    private bool Collect(Coalition set, int next, List<Coalition> found)
    {
        if (found.Count >= ExactSets)
        {
            return false;
        }
        found.Add(set);
        for (var project = next; project < Projects; project++)
        {
            if (Keeps(set.With(project)) && !Collect(set.With(project), project + 1, found))
            {
                return false;
            }
        }
        return true;
    }

    private IEnumerable<Coalition> Basic()
    {
        yield return Coalition.Empty;
        yield return All;
        for (var a = 0; a < Projects; a++)
        {
            yield return Coalition.Of(a);
            yield return All.Without(a);
            for (var b = 0; b < a; b++)
            {
                yield return Coalition.Of(a).With(b);
                yield return All.Without(a).Without(b);
            }
        }
    }
}
