using Caravan.Data;
using Caravan.Network;
using Caravan.Scenarios.Results;

namespace Caravan.Scenarios.Compiling;

/// <summary>What edits of the network do to journeys, and so to trade costs.</summary>
internal sealed class TransportShock
{
    private TransportShock(TransportBase before, Journeys journeys, TradeCostChange? cost, PairTrade trade) =>
        (Pairs, Before, Journeys, Cost, Trade) = (before.Pairs, before.Journeys, journeys, cost, trade);

    /// <summary>The cities.</summary>
    public CityPairs Pairs { get; }

    /// <summary>Journeys between cities before.</summary>
    public Journeys Before { get; }

    /// <summary>Journeys between cities after.</summary>
    public Journeys Journeys { get; }

    /// <summary>d^ [sector, origin, destination]; null where not one journey changes.</summary>
    public TradeCostChange? Cost { get; }

    /// <summary>Trade in goods before, by pairs of cities.</summary>
    public PairTrade Trade { get; }

    /// <summary>Journeys in the network with the edits, computed from those before.</summary>
    public static TransportShock Of(
        NetworkEdits edits, TransportModel model, Baseline baseline, int threads, CancellationToken cancellation)
    {
        var before = model.BaseOf(baseline.Economies, threads, cancellation);
        var journeys = model.JourneysAfter(edits, before.Journeys, threads, cancellation);
        var (costBefore, trade) = before.Of(baseline, model.Tables.SectorTimes);
        var cost = TravelCost.Change(costBefore, journeys, threads);
        return new TransportShock(
            before, journeys, cost.IcebergHat.Values.ContainsAnyExcept(1.0) ? cost : null, trade);
    }
}
