using System.Collections.Immutable;

namespace Caravan.Network;

/// <summary>Journeys between cities in one state of the network, at each value of a day.</summary>
/// <param name="Cheapest">By the cheapest way of all.</param>
/// <param name="BySea">Between the cities of <see cref="ModeSplit.Cities"/>, without land between their areas; empty without
/// a division.</param>
/// <param name="Modes">How goods are divided between the two; null where all go the cheapest way.</param>
internal sealed record Journeys(
    ImmutableArray<TravelMatrix> Cheapest, ImmutableArray<TravelMatrix> BySea, ModeSplit? Modes)
{
    /// <summary>Journeys of which all go the cheapest way.</summary>
    public Journeys(ImmutableArray<TravelMatrix> cheapest)
        : this(cheapest, [], null)
    {
    }

    /// <summary>Whether goods between two cities can go by sea.</summary>
    public bool HasSeaWay(int from, int to) => BySea[0].HasWay(Modes!.Position(from), Modes.Position(to));

    /// <summary>Whether journeys from a city are the same as in another state of the network at every value of a day.</summary>
    public bool AreSameFrom(int city, Journeys other) =>
        AreSame(Cheapest, other.Cheapest, city) && (Modes is null || Modes.Position(city) < 0
            || AreSame(BySea, other.BySea, Modes.Position(city)));

    private static bool AreSame(ImmutableArray<TravelMatrix> one, ImmutableArray<TravelMatrix> other, int row)
    {
        for (var k = 0; k < one.Length; k++)
        {
            var count = one[k].Cities.Length;
            if (!one[k].Packed.Slice(row * count, count).SequenceEqual(other[k].Packed.Slice(row * count, count)))
            {
                return false;
            }
        }
        return true;
    }
}
