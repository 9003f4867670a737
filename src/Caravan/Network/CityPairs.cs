using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>
/// Cities that stand for economies, and what part of the trade of two economies runs between two of them: in proportion
/// to the product of inhabitants over the great circle, so that most trade is with near cities. The elasticity of -1 is
/// that of Head and Mayer (2002, CEPII working paper 2002-01), whose point is that means without it make an economy's
/// own distances far too long.
/// </summary>
public sealed class CityPairs
{
    /// <summary>
    /// What counts as the distance inside one city, and the least between two, km: how far 100 dollars go by road,
    /// which is what delivery inside a city costs here (<see cref="EconomyTravel"/>).
    /// </summary>
    public const double KmInsideACity = 50;

    private const double EarthRadiusKm = 6371;

    private readonly double[] _weight;
    private readonly double[] _total;

    private CityPairs(ImmutableArray<Place> cities, ImmutableArray<int> owner, int economies)
    {
        (Cities, Owner, EconomyCount) = (cities, owner, economies);
        _weight = WeightsOf(cities);
        _total = new double[economies * economies];
        for (var from = 0; from < cities.Length; from++)
        {
            for (var to = 0; to < cities.Length && owner[from] >= 0; to++)
            {
                if (owner[to] >= 0)
                {
                    _total[owner[from] * economies + owner[to]] += _weight[from * cities.Length + to];
                }
            }
        }
    }

    /// <summary>Pairs of cities, by the economies of a baseline, aggregates included, in which they lie.</summary>
    public static CityPairs Of(ImmutableArray<Place> cities, ImmutableArray<Economy> economies)
    {
        var owner = OwnerOf(economies);
        return new CityPairs(
            cities, [.. cities.Select(city => owner.GetValueOrDefault(city.Economy, -1))], economies.Length);
    }

    /// <summary>The cities.</summary>
    public ImmutableArray<Place> Cities { get; }

    /// <summary>For each city the position of its economy in the baseline, or -1.</summary>
    public ImmutableArray<int> Owner { get; }

    /// <summary>Number of economies.</summary>
    public int EconomyCount { get; }

    /// <summary>Weight of the pair of two cities by position; only its ratio to others means something.</summary>
    public double Weight(int from, int to) => _weight[from * Cities.Length + to];

    /// <summary>What part of the trade of their two economies runs between two cities, 0 to 1.</summary>
    public double Part(int from, int to) =>
        Weight(from, to) / _total[Owner[from] * EconomyCount + Owner[to]];

    /// <summary>The economy by position of each ISO code, those inside aggregates included.</summary>
    internal static Dictionary<string, int> OwnerOf(ImmutableArray<Economy> economies)
    {
        var owner = new Dictionary<string, int>();
        for (var n = 0; n < economies.Length; n++)
        {
            owner[economies[n].Code] = n;
            foreach (var code in economies[n].Contains)
            {
                owner[code] = n;
            }
        }
        return owner;
    }

    /// <summary>Inhabitants of a city; one without a figure still counts, as a small town.</summary>
    internal static double InhabitantsOf(Place city) => Math.Max(city.Population, 1000);

    private static double[] WeightsOf(ImmutableArray<Place> cities)
    {
        // the chord between two points of the unit sphere takes no trigonometry for each pair but one arc sine
        var (x, y, z) = (new double[cities.Length], new double[cities.Length], new double[cities.Length]);
        var inhabitants = new double[cities.Length];
        for (var c = 0; c < cities.Length; c++)
        {
            var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(cities[c].Latitude));
            var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(cities[c].Longitude));
            (x[c], y[c], z[c]) = (cosLat * cosLon, cosLat * sinLon, sinLat);
            inhabitants[c] = InhabitantsOf(cities[c]);
        }
        var weight = new double[cities.Length * cities.Length];
        for (var a = 0; a < cities.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var (dx, dy, dz) = (x[a] - x[b], y[a] - y[b], z[a] - z[b]);
                var halfChord = Math.Sqrt(dx * dx + dy * dy + dz * dz) / 2;
                var km = 2 * EarthRadiusKm * Math.Asin(Math.Min(1, halfChord));
                weight[a * cities.Length + b] = weight[b * cities.Length + a] =
                    inhabitants[a] * inhabitants[b] / Math.Max(km, KmInsideACity);
            }
        }
        return weight;
    }
}
