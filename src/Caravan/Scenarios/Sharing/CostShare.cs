using System.Collections.Immutable;

namespace Caravan.Scenarios.Sharing;

/// <summary>What each member pays of a project under one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Status">Whether it says anything.</param>
/// <param name="Pct">Per cent of the cost, one a member; they sum to 100. Empty unless found.</param>
public sealed record CostShare(SharingRule Rule, FindingStatus Status, ImmutableArray<double> Pct);
