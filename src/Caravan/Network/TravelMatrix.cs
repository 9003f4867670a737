using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>Door-to-door time and money between cities on one network.</summary>
public sealed class TravelMatrix
{
    // 4 MB each for the cities that stand for the world's economies
    private const int Remembered = 2;

    private readonly RecentlyUsed<string, TravelMatrix> _without = new(Remembered);
    private readonly long[] _packed;
    private readonly long _centsPerDay;
    private readonly Lazy<HubDistances> _hubs;

    internal TravelMatrix(
        TransportNetwork network, ImmutableArray<Place> cities, long[] packed, long centsPerDay)
    {
        (Network, Cities, _packed, _centsPerDay) = (network, cities, packed, centsPerDay);
        _hubs = new(() => new HubDistances(network, network.DoorsOf(cities)));
    }

    /// <summary>The cities, rows and columns alike.</summary>
    public ImmutableArray<Place> Cities { get; }

    /// <summary>The network that was searched.</summary>
    public TransportNetwork Network { get; }

    /// <summary>Days from one city to another; positive infinity where there is no way.</summary>
    public double Days(int from, int to) => HasWay(from, to) ? CostOf(from, to).Days : double.PositiveInfinity;

    /// <summary>Dollars per TEU from one city to another; positive infinity where there is no way.</summary>
    public double UsdPerTeu(int from, int to) => HasWay(from, to) ? CostOf(from, to).Usd : double.PositiveInfinity;

    /// <summary>True where some way leads from one city to another.</summary>
    public bool HasWay(int from, int to) => _packed[from * Cities.Length + to] < Caravan.Network.Cost.NoWay;

    /// <summary>What a day was worth where ways were chosen, dollars per TEU.</summary>
    public double UsdPerDay => _centsPerDay / 100.0;

    internal ReadOnlySpan<long> Packed => _packed;

    internal long CentsPerDay => _centsPerDay;

    /// <summary>Distances from a few nodes, kept for networks that are compared with this one.</summary>
    internal HubDistances Hubs => _hubs.Value;

    /// <summary>The matrix that this one was made from, and the edges that came; null where it was searched.</summary>
    internal (TravelMatrix Matrix, List<Edge> Come)? Start { get; init; }

    /// <summary>The same journeys on a network that has no better ways.</summary>
    internal TravelMatrix On(TransportNetwork network) =>
        new(network, Cities, _packed, _centsPerDay) { Start = (this, []) };

    /// <summary>The matrix of a network without some edges of this one's: remembered, or computed.</summary>
    internal TravelMatrix Without(List<Edge> edges, Func<TravelMatrix> compute)
    {
        var key = string.Join(' ', edges.Select(edge => $"{edge.A} {edge.B} {edge.Cost.Minutes} {edge.Cost.Cents}"));
        if (_without.Find(key) is not { } known)
        {
            _without.Remember(key, known = compute());
        }
        return known;
    }

    private Cost CostOf(int from, int to) =>
        Caravan.Network.Cost.Unpack(_packed[from * Cities.Length + to], _centsPerDay);
}
