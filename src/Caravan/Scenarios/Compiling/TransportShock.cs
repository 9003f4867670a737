using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Network;
using Caravan.Scenarios.Results;

namespace Caravan.Scenarios.Compiling;

/// <summary>What edits of the network do to journeys, and so to trade costs.</summary>
internal sealed class TransportShock
{
    private TransportShock(TransportBase before, TravelMatrix travel, TradeCostChange? cost, PairTrade trade)
    {
        (Pairs, Travel, Cost, Trade) = (before.Pairs, travel, cost, trade);
        Before = EconomyTravel.Of(before.Travel[0], before.Pairs, travel);
        After = EconomyTravel.Of(travel, before.Pairs, before.Travel[0]);
    }

    /// <summary>The cities.</summary>
    public CityPairs Pairs { get; }

    /// <summary>The network with the edits, and routes at the first value of a day.</summary>
    public TransportNetwork Network => Travel.Network;

    /// <summary>Journeys between cities after, at the first value of a day.</summary>
    public TravelMatrix Travel { get; }

    /// <summary>Journeys before, at the first value of a day.</summary>
    public EconomyTravel Before { get; }

    /// <summary>Journeys after, at the first value of a day.</summary>
    public EconomyTravel After { get; }

    /// <summary>d^ [sector, origin, destination]; null where not one journey changes.</summary>
    public TradeCostChange? Cost { get; }

    /// <summary>Trade in goods before, by pairs of cities.</summary>
    public PairTrade Trade { get; }

    /// <summary>Journeys in the network with the edits, computed from those before.</summary>
    public static TransportShock Of(
        NetworkEdits edits, TransportModel model, Baseline baseline, int threads, CancellationToken cancellation)
    {
        var before = model.BaseOf(baseline.Economies, threads, cancellation);
        var networks = model.NetworksOf(edits);
        ImmutableArray<TravelMatrix> travel =
            [.. model.ForEachValue(threads, at => networks[at].Update(before.Travel[at], threads, cancellation))];
        var (costBefore, trade) = before.Of(baseline, model.Tables.SectorTimes);
        var cost = TravelCost.Change(costBefore, travel, threads);
        return new TransportShock(
            before, travel[0], cost.IcebergHat.Values.ContainsAnyExcept(1.0) ? cost : null, trade);
    }
}
