using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// Remembers which action set or changed each cell and reports every pair of actions that contradict each other: two
/// that set one cell to different values, or one that sets what another changes.
/// </summary>
internal sealed class Claims(int cells, string what, Func<int, string> name, IssueList issues)
{
    // Actions by number, zero for none: a world has some 700,000 cells, so two bytes a cell instead of eight.
    private readonly List<ScenarioAction> _actions = [];
    private readonly Dictionary<(int, int), (int First, int Count, string How)> _quarrels = [];
    private ushort[] _setBy = [];
    private ushort[] _changedBy = [];
    private double[] _value = [];

    /// <summary>Every cell touched until the next call belongs to this action.</summary>
    public void Begin(ScenarioAction action, bool sets)
    {
        _actions.Add(action);
        if (sets && _setBy.Length == 0)
        {
            (_setBy, _value) = (new ushort[cells], new double[cells]);
        }
        else if (!sets && _changedBy.Length == 0)
        {
            _changedBy = new ushort[cells];
        }
    }

    public void Set(int cell, double value)
    {
        if (_setBy[cell] != 0 && _value[cell] != value)
        {
            Note(_setBy[cell], cell, $"to {Percent(_value[cell])} and to {Percent(value)}");
        }
        if (_changedBy.Length > 0 && _changedBy[cell] != 0)
        {
            Note(_changedBy[cell], cell, "one to a value and one by a change");
        }
        (_setBy[cell], _value[cell]) = ((ushort)_actions.Count, value);
    }

    public void Change(int cell)
    {
        if (_setBy.Length > 0 && _setBy[cell] != 0)
        {
            Note(_setBy[cell], cell, "one to a value and one by a change");
        }
        _changedBy[cell] = (ushort)_actions.Count;
    }

    /// <summary>False where nothing sets any cell.</summary>
    public bool HasValues => _setBy.Length > 0;

    /// <summary>The value that the cell was set to, or null.</summary>
    public double? ValueOf(int cell) => _setBy.Length == 0 || _setBy[cell] == 0 ? null : _value[cell];

    public void Report()
    {
        foreach (var ((a, b), (first, count, how)) in _quarrels)
        {
            var (earlier, later) = (_actions[a - 1], _actions[b - 1]);
            if (earlier.Line > later.Line)
            {
                (earlier, later) = (later, earlier);
            }
            var more = count > 1 ? $" and {count - 1} more" : "";
            issues.Add(later.File, later.Line,
                $"actions {earlier.Id} and {later.Id} both set the {what} of {name(first)}{more}: {how}",
                "leave these cells out of one of them");
        }
        _quarrels.Clear();
    }

    private void Note(int other, int cell, string how)
    {
        var pair = (other, _actions.Count);
        _quarrels[pair] = _quarrels.TryGetValue(pair, out var known)
            ? known with { Count = known.Count + 1 }
            : (cell, 1, how);
    }

    private static string Percent(double value) => FormattableString.Invariant($"{value * 100:0.####}%");
}
