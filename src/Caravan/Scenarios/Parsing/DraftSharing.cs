using System.Collections.Immutable;
using Caravan.Scenarios.Sharing;

namespace Caravan.Scenarios.Parsing;

/// <summary>The key <c>sharing</c> as written; members not yet looked up.</summary>
internal sealed record DraftSharing(FileText Place)
{
    public OutsiderResponse Outsiders { get; init; }

    public Disagreement Disagreement { get; init; }

    public ImmutableArray<DraftWeight> Weights { get; init; } = [];
}

/// <summary>A weight with the word for its member.</summary>
internal sealed record DraftWeight(FileText Member, FileText Written, double Weight);
