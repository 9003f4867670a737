using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Scenarios;

/// <summary>Journeys in the network before any change.</summary>
/// <param name="Economies">The economies of the baseline.</param>
/// <param name="Cities">Cities that stand for them.</param>
/// <param name="Travel">Between cities, one for each value of a day.</param>
/// <param name="Between">Between economies, in the same order.</param>
internal sealed record TransportBase(
    ImmutableArray<Economy> Economies, ImmutableArray<Place> Cities, ImmutableArray<TravelMatrix> Travel,
    ImmutableArray<EconomyTravel> Between);
