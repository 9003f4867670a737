using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>Door-to-door time and money between cities on one network.</summary>
public sealed class TravelMatrix
{
    private readonly long[] _packed;
    private readonly long _centsPerDay;

    internal TravelMatrix(
        TransportNetwork network, ImmutableArray<Place> cities, long[] packed, long centsPerDay)
    {
        (Network, Cities, _packed, _centsPerDay) = (network, cities, packed, centsPerDay);
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

    private Cost CostOf(int from, int to) =>
        Caravan.Network.Cost.Unpack(_packed[from * Cities.Length + to], _centsPerDay);
}
