namespace Caravan.Scenarios.Projects;

/// <summary>How far two projects are worth more together than apart, million dollars a year.</summary>
public sealed record ProjectPair
{
    /// <summary>Id of one.</summary>
    public required string First { get; init; }

    /// <summary>Id of the other.</summary>
    public required string Second { get; init; }

    /// <summary>With no other project built: v(ab) - v(a) - v(b) + v().</summary>
    public required double AloneMusd { get; init; }

    /// <summary>Averaged over what else may be built; NaN unless every set was valued.</summary>
    public required double AverageMusd { get; init; }

    /// <summary>With every other project built.</summary>
    public required double LastMusd { get; init; }

    /// <summary>What that makes them.</summary>
    public required PairKind Kind { get; init; }

    /// <summary>The economy for which they add most to each other in the full package; null where there is none.</summary>
    public MemberChange? GainsMost { get; init; }

    /// <summary>The economy for which they take most from each other in the full package; null where there is none.
    /// </summary>
    public MemberChange? LosesMost { get; init; }
}
