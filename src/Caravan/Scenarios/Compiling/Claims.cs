using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// Remembers which action set or changed each cell and reports every pair of actions that contradict each other: two
/// that set one cell to different values, or one that sets what another changes.
/// </summary>
internal sealed class Claims(int cells, string what, Func<int, string> name, IssueList issues)
{
    private readonly ScenarioAction?[] _setBy = new ScenarioAction?[cells];
    private readonly ScenarioAction?[] _changedBy = new ScenarioAction?[cells];
    private readonly double[] _value = new double[cells];
    private readonly Dictionary<(ScenarioAction, ScenarioAction), (int First, int Count, string How)> _quarrels =
        new(ReferencePairs.Instance);

    public void Set(int cell, ScenarioAction action, double value)
    {
        if (_setBy[cell] is { } other && _value[cell] != value)
        {
            Note(other, action, cell, $"to {Percent(_value[cell])} and to {Percent(value)}");
        }
        if (_changedBy[cell] is { } changer)
        {
            Note(changer, action, cell, "one to a value and one by a change");
        }
        (_setBy[cell], _value[cell]) = (action, value);
    }

    public void Change(int cell, ScenarioAction action)
    {
        if (_setBy[cell] is { } setter)
        {
            Note(setter, action, cell, "one to a value and one by a change");
        }
        _changedBy[cell] = action;
    }

    /// <summary>The value that the cell was set to, or null.</summary>
    public double? ValueOf(int cell) => _setBy[cell] is null ? null : _value[cell];

    public void Report()
    {
        foreach (var ((a, b), (first, count, how)) in _quarrels)
        {
            var (earlier, later) = a.Line <= b.Line ? (a, b) : (b, a);
            var more = count > 1 ? $" and {count - 1} more" : "";
            issues.Add(later.File, later.Line,
                $"actions {earlier.Id} and {later.Id} both set the {what} of {name(first)}{more}: {how}",
                "leave these cells out of one of them");
        }
        _quarrels.Clear();
    }

    private void Note(ScenarioAction a, ScenarioAction b, int cell, string how)
    {
        _quarrels[(a, b)] = _quarrels.TryGetValue((a, b), out var known)
            ? known with { Count = known.Count + 1 }
            : (cell, 1, how);
    }

    private static string Percent(double value) => FormattableString.Invariant($"{value * 100:0.####}%");

    // Actions are compared as objects: each is one entry of the file.
    private sealed class ReferencePairs : IEqualityComparer<(ScenarioAction, ScenarioAction)>
    {
        public static readonly ReferencePairs Instance = new();

        public bool Equals((ScenarioAction, ScenarioAction) x, (ScenarioAction, ScenarioAction) y) =>
            ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((ScenarioAction, ScenarioAction) pair) =>
            HashCode.Combine(pair.Item1.Id, pair.Item2.Id);
    }
}
