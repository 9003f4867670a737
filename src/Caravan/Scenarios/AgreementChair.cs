using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>Who may put packages to the vote, and what waiting costs.</summary>
public sealed record AgreementChair
{
    /// <summary>Codes of members in the order in which they hold the chair, round after round, then again from the first;
    /// empty for all members in their order.</summary>
    public ImmutableArray<string> Order { get; init; } = [];

    /// <summary>Probability of each member, in the order of members, where the chair is drawn by lot every round; empty
    /// where it goes round.</summary>
    public ImmutableArray<double> Probabilities { get; init; } = [];

    /// <summary>What a gain one round later is worth now, between 0 and 1. Default 0.9.</summary>
    public double Discount { get; init; } = 0.9;

    /// <summary>How many rounds there are; null for talks without end.</summary>
    public int? Rounds { get; init; }
}
