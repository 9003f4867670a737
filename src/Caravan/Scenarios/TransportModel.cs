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
    private readonly ImmutableArray<Lazy<TransportNetwork>> _networks;
    private TransportBase? _base;

    /// <summary>A model of the network in some tables.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="usdPerDay">
    /// Values of a day in dollars per TEU, for each of which routes are found; the first is the one of journeys that
    /// results show. Empty for 100, 30, 300 and 1000, which span what the goods sectors' own values of a day and freight
    /// shares amount to (20 to 1,500 dollars).
    /// </param>
    public TransportModel(TransportTables tables, ImmutableArray<double> usdPerDay = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        Tables = tables;
        Routing = [.. (usdPerDay.IsDefaultOrEmpty ? [100, 30, 300, 1000] : usdPerDay)
            .Select(usd => new RoutingOptions { UsdPerTeuDay = usd })];
        _networks = [.. Routing.Select(routing => new Lazy<TransportNetwork>(
            () => TransportNetwork.Build(tables, options: routing)))];
    }

    /// <summary>The network of the world that ships inside the library.</summary>
    public static TransportModel Shipped => s_shipped.Value;

    /// <summary>The tables.</summary>
    public TransportTables Tables { get; }

    /// <summary>How routes are chosen: one for each value of a day.</summary>
    internal ImmutableArray<RoutingOptions> Routing { get; }

    /// <summary>Journeys between the economies of a baseline in the network as it is; the last ones are kept.</summary>
    internal TransportBase BaseOf(ImmutableArray<Economy> economies, int threads, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_base is null || !_base.Economies.AsSpan().SequenceEqual(economies.AsSpan()))
            {
                var cities = EconomyTravel.RepresentativeCities(Tables, economies);
                ImmutableArray<TravelMatrix> travel =
                    [.. _networks.Select(network => TravelFile.ReadOrSearch(network.Value, cities, threads, cancellation))];
                _base = new TransportBase(
                    economies, cities, travel, [.. travel.Select(matrix => EconomyTravel.Of(matrix, economies))]);
            }
            return _base;
        }
    }
}
