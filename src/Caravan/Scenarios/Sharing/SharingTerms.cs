using System.Collections.Immutable;

namespace Caravan.Scenarios.Sharing;

/// <summary>What a scenario says about sharing, its key <c>sharing</c>.</summary>
public sealed record SharingTerms
{
    /// <summary>What members outside a coalition do. Default <see cref="OutsiderResponse.StatusQuo"/>.</summary>
    public OutsiderResponse Outsiders { get; init; }

    /// <summary>What each member has without agreement. Default <see cref="Sharing.Disagreement.Alone"/>.</summary>
    public Disagreement Disagreement { get; init; }

    /// <summary>Weights in bargaining, one for each member in the baseline's order; empty for equal ones.</summary>
    public ImmutableArray<MemberWeight> Weights { get; init; } = [];
}
