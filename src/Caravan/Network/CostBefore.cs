namespace Caravan.Network;

/// <summary>What <see cref="TravelCost"/> needs of the network before a change, the same for every change.</summary>
internal sealed class CostBefore
{
    private readonly int[][] _cities;
    private readonly double[] _weight;
    private readonly bool[] _joined;

    public CostBefore(
        Journeys journeys, CityPairs pairs, TravelCost.SectorWeights weights, int layers)
    {
        (Journeys, Pairs, Weights, Layers) = (journeys, pairs, weights, layers);
        var (cities, count) = (pairs.Cities.Length, pairs.EconomyCount);
        var of = Enumerable.Range(0, cities).Where(c => pairs.Owner[c] >= 0).ToLookup(c => pairs.Owner[c]);
        _cities = [.. Enumerable.Range(0, count).Select(n => of[n].ToArray())];
        _weight = new double[count * count];
        _joined = new bool[cities * count];
        for (var origin = 0; origin < count; origin++)
        {
            foreach (var from in _cities[origin])
            {
                for (var to = 0; to < cities; to++)
                {
                    if (pairs.Owner[to] >= 0 && journeys.Cheapest[0].HasWay(from, to))
                    {
                        _weight[origin * count + pairs.Owner[to]] += pairs.Weight(from, to);
                        _joined[from * count + pairs.Owner[to]] = true;
                    }
                }
            }
        }
    }

    /// <summary>The journeys.</summary>
    public Journeys Journeys { get; }

    /// <summary>The cities.</summary>
    public CityPairs Pairs { get; }

    /// <summary>What costs are worth of the goods of each sector.</summary>
    public TravelCost.SectorWeights Weights { get; }

    /// <summary>Sectors, services included.</summary>
    public int Layers { get; }

    /// <summary>Cities of an economy in ascending order.</summary>
    public int[] CitiesOf(int economy) => _cities[economy];

    /// <summary>Weight of all pairs of cities of two economies that have a way.</summary>
    public double Weight(int origin, int destination) => _weight[origin * Pairs.EconomyCount + destination];

    /// <summary>Whether a city has a way to any of each economy [economy].</summary>
    public ReadOnlySpan<bool> JoinedFrom(int city) => _joined.AsSpan(city * Pairs.EconomyCount, Pairs.EconomyCount);
}
