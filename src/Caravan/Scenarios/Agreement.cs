using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>On which terms members would agree: their red lines, how they decide, and who holds the chair.</summary>
public sealed record Agreement
{
    /// <summary>Red lines, at most one a member, in the order of members; who has none accepts what costs it nothing.
    /// </summary>
    public ImmutableArray<RedLine> RedLines { get; init; } = [];

    /// <summary>Who has to say yes. Default consensus.</summary>
    public AgreementRule Rule { get; init; } = AgreementRule.Consensus;

    /// <summary>Share of the votes that has to be in favour, above zero and at most one; one for consensus.</summary>
    public double Threshold { get; init; } = 1;

    /// <summary>Share of the votes of each member, in the order of members; empty where each has one vote.</summary>
    public ImmutableArray<double> Weights { get; init; } = [];

    /// <summary>How the chair changes hands and how much waiting costs.</summary>
    public AgreementChair Chair { get; init; } = new();

    /// <summary>Ids of the actions on the table; empty for all of the package.</summary>
    public ImmutableArray<string> Offer { get; init; } = [];

    /// <summary>Where rule and chair come from: a publication, or <c>illustrative</c>; may be empty.</summary>
    public string Source { get; init; } = "";
}
