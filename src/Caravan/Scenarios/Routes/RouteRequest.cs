using System.Collections.Immutable;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Scenarios.Routes;

/// <summary>A question for a route.</summary>
/// <param name="From">Id, name or other spelling of the place where it begins.</param>
/// <param name="To">Id, name or other spelling of the place where it ends.</param>
public sealed record RouteRequest(string From, string To)
{
    /// <summary>
    /// Main mode: rail or road (both with ferries) or sea, with trucks inside the economies of the two ends. Null, the
    /// default, for all modes together.
    /// </summary>
    public TransportMode? Mode { get; init; }

    /// <summary>Passages, crossings and places to avoid, by id or name, and economies by ISO code, which are then
    /// neither crossed nor shipped through. Default none.</summary>
    public ImmutableArray<string> Avoid { get; init; } = [];

    /// <summary>What a day on the way is worth, dollars per TEU; from 0 to 5,000. Default 100, illustrative.</summary>
    public double UsdPerTeuDay { get; init; } = new RoutingOptions().UsdPerTeuDay;

    /// <summary>True for shares of the modes beside the cheapest way. Default false.</summary>
    public bool WithShares { get; init; }

    /// <summary>Name of the scenario that <see cref="Edits"/> are from; empty, the default, for none.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>What differs from the network of the tables. Default nothing.</summary>
    public NetworkEdits Edits { get; init; } = NetworkEdits.None;
}
