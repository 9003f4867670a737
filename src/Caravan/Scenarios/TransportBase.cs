using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Scenarios.Results;

namespace Caravan.Scenarios;

/// <summary>Journeys in the network before any change, and what follows from them for a baseline.</summary>
/// <param name="economies">The economies of the baseline.</param>
/// <param name="pairs">Cities that stand for them, and their weights.</param>
/// <param name="journeys">Journeys between them.</param>
internal sealed class TransportBase(
    ImmutableArray<Economy> economies, CityPairs pairs, Journeys journeys)
{
    private readonly Lock _lock = new();
    private (Baseline Baseline, CostBefore Cost, PairTrade Trade)? _last;

    /// <summary>The economies of the baseline.</summary>
    public ImmutableArray<Economy> Economies => economies;

    /// <summary>Cities that stand for them, and their weights.</summary>
    public CityPairs Pairs => pairs;

    /// <summary>Journeys between them.</summary>
    public Journeys Journeys => journeys;

    /// <summary>Trade costs before, and trade by pairs of cities; those of the last baseline are kept.</summary>
    public (CostBefore Cost, PairTrade Trade) Of(Baseline baseline, ImmutableArray<SectorTime> times)
    {
        lock (_lock)
        {
            if (_last is not { } last || !ReferenceEquals(last.Baseline, baseline))
            {
                _last = last = (baseline, TravelCost.Prepare(journeys, pairs, baseline, times),
                    new PairTrade(pairs, baseline));
            }
            return (last.Cost, last.Trade);
        }
    }
}
