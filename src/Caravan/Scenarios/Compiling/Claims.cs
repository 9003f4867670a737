using System.Runtime.InteropServices;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// Remembers which action set or changed each cell and reports every pair of actions that contradict each other: two
/// that set one cell to different values, or one that sets what another changes.
/// </summary>
internal sealed class Claims(CellNumbers cells, string what, Func<int, string> name, IssueList issues)
{
    private readonly List<ScenarioAction> _actions = [];
    private readonly Dictionary<(int, int), (int First, int Count, string How)> _quarrels = [];
    private readonly List<Claim> _claims = [default];  // by number of cell; actions by number, zero for none

    /// <summary>Every cell touched until the next call belongs to this action.</summary>
    public void Begin(ScenarioAction action) => _actions.Add(action);

    /// <summary>The number of the cell.</summary>
    public int Set(int cell, double value)
    {
        ref var claim = ref ClaimOn(cell, out var number);
        if (claim.SetBy != 0 && claim.Value != value)
        {
            Note(claim.SetBy, cell, $"to {Percent(claim.Value)} and to {Percent(value)}");
        }
        if (claim.ChangedBy != 0)
        {
            Note(claim.ChangedBy, cell, "one to a value and one by a change");
        }
        (claim.SetBy, claim.Value) = (_actions.Count, value);
        return number;
    }

    /// <summary>The number of the cell.</summary>
    public int Change(int cell)
    {
        ref var claim = ref ClaimOn(cell, out var number);
        if (claim.SetBy != 0)
        {
            Note(claim.SetBy, cell, "one to a value and one by a change");
        }
        claim.ChangedBy = _actions.Count;
        return number;
    }

    /// <summary>The value that a cell was set to, by its number, or null; zero is no cell's number.</summary>
    public double? ValueOf(int number) => _claims[number].SetBy == 0 ? null : _claims[number].Value;

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

    private ref Claim ClaimOn(int cell, out int number)
    {
        number = cells.Touch(cell);
        if (number == _claims.Count)
        {
            _claims.Add(default);
        }
        return ref CollectionsMarshal.AsSpan(_claims)[number];
    }

    private void Note(int other, int cell, string how)
    {
        var pair = (other, _actions.Count);
        _quarrels[pair] = _quarrels.TryGetValue(pair, out var known)
            ? known with { Count = known.Count + 1 }
            : (cell, 1, how);
    }

    private static string Percent(double value) => FormattableString.Invariant($"{value * 100:0.####}%");

    private record struct Claim(int SetBy, int ChangedBy, double Value);
}
