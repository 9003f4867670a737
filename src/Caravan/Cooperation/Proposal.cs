using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>What a player does who holds the chair.</summary>
public sealed record Proposal
{
    /// <summary>Round from 0 where their number is fixed, position of the order of the chair otherwise.</summary>
    public required int Round { get; init; }

    /// <summary>Who holds the chair.</summary>
    public required int Chair { get; init; }

    /// <summary>Probability that this player holds the chair then.</summary>
    public required double Probability { get; init; }

    /// <summary>The package put to the vote, which passes; -1 where the chair lets the round pass.</summary>
    public required int Package { get; init; }

    /// <summary>Who votes for it, the chair included; one of several equally cheap groups where transfers are paid. Empty
    /// where the round passes.</summary>
    public required Coalition InFavour { get; init; }

    /// <summary>
    /// What each player expects once this player holds the chair: its gain or share, or where the round passes the
    /// discounted value of the next.
    /// </summary>
    public required ImmutableArray<double> Gains { get; init; }

    /// <summary>The least gain for which each player says yes: the discounted value of waiting.</summary>
    public required ImmutableArray<double> Thresholds { get; init; }
}
