using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Scenarios;

/// <summary>
/// The transport network that scenarios change: its tables, and the journeys in it before any change, which are
/// computed when they are first needed and kept. May be used from several threads.
/// </summary>
public sealed class TransportModel
{
    private static readonly Lazy<TransportModel> s_shipped = new(() => new TransportModel(NetworkTables.Load()));

    private readonly Lock _lock = new();
    private TransportBase? _base;

    /// <summary>A model of the network in some tables.</summary>
    public TransportModel(TransportTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        Tables = tables;
        Network = new Lazy<TransportNetwork>(() => TransportNetwork.Build(tables));
    }

    /// <summary>The network of the world that ships inside the library.</summary>
    public static TransportModel Shipped => s_shipped.Value;

    /// <summary>The tables.</summary>
    public TransportTables Tables { get; }

    internal Lazy<TransportNetwork> Network { get; }

    /// <summary>Journeys between the economies of a baseline in the network as it is; the last ones are kept.</summary>
    internal TransportBase BaseOf(ImmutableArray<Economy> economies, int threads)
    {
        lock (_lock)
        {
            if (_base is null || !_base.Economies.AsSpan().SequenceEqual(economies.AsSpan()))
            {
                var cities = EconomyTravel.RepresentativeCities(Tables, economies);
                var travel = TravelFile.ReadOrSearch(Network.Value, cities, threads);
                _base = new TransportBase(economies, cities, travel, EconomyTravel.Of(travel, economies));
            }
            return _base;
        }
    }
}
