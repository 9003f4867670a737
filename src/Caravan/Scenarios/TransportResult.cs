using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>What a package does to journeys.</summary>
public sealed record TransportResult
{
    /// <summary>What a day is worth where routes are chosen, dollars per TEU.</summary>
    public required double UsdPerDay { get; init; }

    /// <summary>From each member to every economy, its own included; from every economy where there are no members.
    /// </summary>
    public required ImmutableArray<TransportPair> Pairs { get; init; }

    /// <summary>
    /// Use of each project that is built and each line that is built or made faster. Routes are those between the cities
    /// that stand for the economies on the new network, weighted by inhabitants and base trade in goods; what none uses
    /// has a share of zero.
    /// </summary>
    public required ImmutableArray<LinkUse> Links { get; init; }
}
