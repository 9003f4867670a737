using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>What a member does that holds the chair; members in their order.</summary>
public sealed record ChairStep
{
    /// <summary>Round from one where their number is fixed, place in the order of the chair otherwise.</summary>
    public required int Round { get; init; }

    /// <summary>Position of the member in the chair.</summary>
    public required int Chair { get; init; }

    /// <summary>Probability that it holds the chair then, a fraction.</summary>
    public required double Probability { get; init; }

    /// <summary>The package put to the vote, which passes; null where the round passes without a vote.</summary>
    public required PackageGains? Package { get; init; }

    /// <summary>Whether each member votes for it.</summary>
    public required ImmutableArray<bool> InFavour { get; init; }

    /// <summary>What each member expects then, million dollars a year.</summary>
    public required ImmutableArray<double> GainMusd { get; init; }

    /// <summary>The least for which each member says yes: the discounted value of waiting.</summary>
    public required ImmutableArray<double> ThresholdMusd { get; init; }
}
