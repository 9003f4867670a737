using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>How routes are chosen.</summary>
public sealed record RoutingOptions
{
    /// <summary>
    /// What a day on the way is worth when a route is chosen, dollars per TEU. Default 100: a box of goods worth 15,000
    /// dollars at 0.7 % of value a day, illustrative; docs/network.md shows how routes depend on it.
    /// </summary>
    public double UsdPerTeuDay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 100;

    /// <summary>Only these modes may be used; empty for all.</summary>
    public ImmutableArray<TransportMode> Modes { get; init; } = [];

    /// <summary>Economies inside which trucks may be used although <see cref="Modes"/> leaves them out, to reach the
    /// terminals.</summary>
    public ImmutableArray<string> TruckEconomies { get; init; } = [];

    /// <summary>Passages, crossings or places that may not be used.</summary>
    public ImmutableArray<string> Avoid { get; init; } = [];
}
