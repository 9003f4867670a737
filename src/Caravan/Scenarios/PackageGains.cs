using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>A package and what it gives to every member, in the order of members.</summary>
public sealed record PackageGains
{
    /// <summary>Actions with their sizes, in the order of the file.</summary>
    public required ImmutableArray<SizedAction> Actions { get; init; }

    /// <summary>Real income of each member, per cent.</summary>
    public required ImmutableArray<double> GainPct { get; init; }

    /// <summary>Real income of each member, million dollars a year.</summary>
    public required ImmutableArray<double> GainMusd { get; init; }

    /// <summary>Whether each member accepts.</summary>
    public required ImmutableArray<bool> Accepts { get; init; }

    /// <summary>Real income of all other economies together, million dollars a year.</summary>
    public required double OthersMusd { get; init; }

    /// <summary>Whether the package passes by the decision rule.</summary>
    public required bool Passes { get; init; }

    /// <summary>How many members accept.</summary>
    public int Accepting => Accepts.Count(accepts => accepts);

    /// <summary>True where every member accepts.</summary>
    public bool AllAccept => Accepting == Accepts.Length;

    /// <summary>Real income of all members together, million dollars a year.</summary>
    public double TotalMusd => Numerics.FixedOrder.Sum(GainMusd.AsSpan());

    /// <summary>The smallest gain of a member, per cent.</summary>
    public double SmallestGainPct => GainPct.IsEmpty ? 0 : GainPct.Min();

    /// <summary>Position of the member with the smallest gain in per cent; -1 without members.</summary>
    public int SmallestGainer => GainPct.IndexOf(SmallestGainPct);

    /// <summary>The package in words: ids, with the size where it is not the whole.</summary>
    public string Words => Actions.IsEmpty ? "nothing" : string.Join(", ", Actions.Select(action => action.Size == 1
        ? action.Id : FormattableString.Invariant($"{action.Id} ({100 * action.Size:0.##}%)")));
}
