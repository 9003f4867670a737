using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>
/// The network with edits applied, ready for searches: a graph in layers by mode and gauge, with whole minutes and
/// cents on every arc, so that sums are exact and any two ways of computing a route agree to the last cent.
/// </summary>
public sealed class TransportNetwork
{
    /// <summary>Builds the graph.</summary>
    /// <exception cref="ArgumentException">An edit names a project, place, crossing or passage that is not there.
    /// </exception>
    public static TransportNetwork Build(
        TransportTables tables, NetworkEdits? edits = null, RoutingOptions? options = null)
    {
        throw new NotImplementedException();
    }

    /// <summary>The tables that the network stands on.</summary>
    public TransportTables Tables { get; private init; } = null!;

    /// <summary>The best journey between two places, or null where there is none.</summary>
    /// <exception cref="ArgumentException">No place has this id.</exception>
    public Journey? Route(string from, string to) => throw new NotImplementedException();

    /// <summary>Door-to-door days and dollars between all of some cities.</summary>
    public TravelMatrix Travel(ImmutableArray<Place> cities, int threads = 1) => throw new NotImplementedException();

    /// <summary>
    /// The same as <see cref="Travel"/> for this network, starting from the matrix of a network from which this one
    /// differs; exactly equal to computing it from scratch, and faster where little differs.
    /// </summary>
    public TravelMatrix Update(TravelMatrix before, int threads = 1) => throw new NotImplementedException();
}
