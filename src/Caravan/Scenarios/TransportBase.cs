using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Network;

namespace Caravan.Scenarios;

/// <summary>Journeys in the network before any change.</summary>
/// <param name="Economies">The economies of the baseline.</param>
/// <param name="Pairs">Cities that stand for them, and their weights.</param>
/// <param name="Travel">Between cities, one for each value of a day.</param>
internal sealed record TransportBase(
    ImmutableArray<Economy> Economies, CityPairs Pairs, ImmutableArray<TravelMatrix> Travel);
