using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>How talks with a chair go; members in their order.</summary>
public sealed record ChairTalks
{
    /// <summary>True where an equilibrium was found; otherwise there are no steps.</summary>
    public required bool IsSolved { get; init; }

    /// <summary>Rounds of backward induction, or sweeps over the order of the chair.</summary>
    public required int Iterations { get; init; }

    /// <summary>The most that a chair would gain by one other proposal, million dollars; zero but for rounding.</summary>
    public required double Residual { get; init; }

    /// <summary>Rounds there are; null for talks without end.</summary>
    public required int? Rounds { get; init; }

    /// <summary>Packages that were worth proposing: no other is better for one member without loss to another.</summary>
    public required int Candidates { get; init; }

    /// <summary>What there is to divide where members may pay each other, million dollars a year; zero otherwise.</summary>
    public double SurplusMusd { get; init; }

    /// <summary>What each chair does, in the order of rounds.</summary>
    public required ImmutableArray<ChairStep> Steps { get; init; }

    /// <summary>What each member expects before the first round, million dollars a year, discounted.</summary>
    public required ImmutableArray<double> ValueMusd { get; init; }

    /// <summary>What opening the talks is worth to each member, against the mean where another opens.</summary>
    public required ImmutableArray<double> ChairWorthMusd { get; init; }
}
