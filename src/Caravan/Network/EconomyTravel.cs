using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Numerics;

namespace Caravan.Network;

/// <summary>
/// Door-to-door time and money between economies: means over pairs of their cities with the weights of
/// <see cref="CityPairs"/>. Within an economy the same, with delivery inside one city at a fixed cost, so that a
/// domestic link also eases an economy's own trade.
/// </summary>
public sealed class EconomyTravel
{
    internal const double DaysInsideACity = 0.25;
    internal const double UsdInsideACity = 100;

    private const int LeastCities = 2;
    private const int MostCities = 12;

    private EconomyTravel(Matrix<double> days, Matrix<double> usdPerTeu, Matrix<bool> loses) =>
        (Days, UsdPerTeu, Loses) = (days, usdPerTeu, loses);

    /// <summary>Days [origin, destination], own economy included; infinity where there is no way.</summary>
    public Matrix<double> Days { get; }

    /// <summary>Dollars per TEU [origin, destination]; infinity where there is no way.</summary>
    public Matrix<double> UsdPerTeu { get; }

    /// <summary>True [origin, destination] where two cities have a way here and none in the other network.</summary>
    public Matrix<bool> Loses { get; }

    /// <summary>
    /// Averages a matrix over cities to economies. Beside another network the means are taken over the pairs of cities
    /// that have a way in both, so that they compare like with like; where two economies have no such pair, over those
    /// that have one here. Without any the answer is infinity.
    /// </summary>
    /// <param name="travel">Journeys between the cities.</param>
    /// <param name="pairs">The cities and their weights.</param>
    /// <param name="other">Journeys on the network to compare with, or null.</param>
    public static EconomyTravel Of(TravelMatrix travel, CityPairs pairs, TravelMatrix? other = null)
    {
        ArgumentNullException.ThrowIfNull(travel);
        ArgumentNullException.ThrowIfNull(pairs);
        return Of(new Journeys([travel]), pairs, other is null ? null : new Journeys([other]));
    }

    /// <summary>The same at the first value of a day, where goods may be divided between land and sea; only from some origins,
    /// where these are given.</summary>
    internal static EconomyTravel Of(
        Journeys journeys, CityPairs pairs, Journeys? others = null, bool[]? origins = null)
    {
        var (travel, other) = (journeys.Cheapest[0], others?.Cheapest[0]);
        var count = pairs.EconomyCount;
        var (common, alone) = (new Sums(count), new Sums(count));
        for (var from = 0; from < pairs.Cities.Length; from++)
        {
            var isWanted = pairs.Owner[from] >= 0 && origins?[pairs.Owner[from]] != false;
            for (var to = 0; to < pairs.Cities.Length && isWanted; to++)
            {
                if (pairs.Owner[to] < 0 || !travel.HasWay(from, to))
                {
                    continue;
                }
                var sums = other is null || other.HasWay(from, to) ? common : alone;
                var (days, usd) = from == to ? (DaysInsideACity, UsdInsideACity) : Mean(journeys, others, from, to);
                sums.Add(pairs.Owner[from] * count + pairs.Owner[to], pairs.Weight(from, to), days, usd);
            }
        }
        var loses = Array.ConvertAll(alone.Weight, weight => weight > 0);
        for (var cell = 0; cell < loses.Length; cell++)
        {
            var sums = common.Weight[cell] > 0 ? common : alone;
            var weight = sums.Weight[cell];
            common.Days[cell] = weight > 0 ? sums.Days[cell] / weight : double.PositiveInfinity;
            common.Usd[cell] = weight > 0 ? sums.Usd[cell] / weight : double.PositiveInfinity;
        }
        return new EconomyTravel(new Matrix<double>(count, count, common.Days),
            new Matrix<double>(count, count, common.Usd), new Matrix<bool>(count, count, loses));
    }

    // over land and sea by what goes there, where both networks have a way by sea
    private static (double Days, double Usd) Mean(Journeys journeys, Journeys? others, int from, int to)
    {
        var cheapest = journeys.Cheapest[0];
        var (days, usd) = (cheapest.Days(from, to), cheapest.UsdPerTeu(from, to));
        if (journeys.Modes?.Of(from, to) is not { } share || share.Air >= 1 || !journeys.HasSeaWay(from, to)
            || others?.HasSeaWay(from, to) == false)
        {
            return (days, usd);
        }
        var (sea, land) = (journeys.BySea[0], share.Land / (share.Land + share.Sea));
        var (start, end) = (journeys.Modes.Position(from), journeys.Modes.Position(to));
        return (land * days + (1 - land) * sea.Days(start, end), land * usd + (1 - land) * sea.UsdPerTeu(start, end));
    }

    /// <summary>
    /// Cities that stand for each economy in its means: the largest ones that together have a third of the inhabitants of
    /// its listed cities, at least two and at most twelve, or all where there are fewer.
    /// </summary>
    public static ImmutableArray<Place> RepresentativeCities(
        TransportTables tables, ImmutableArray<Economy> economies)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var owner = CityPairs.OwnerOf(economies);
        var chosen = ImmutableArray.CreateBuilder<Place>();
        var cities = tables.Places.Where(place => place.Kind == PlaceKind.City && owner.ContainsKey(place.Economy))
            .GroupBy(city => owner[city.Economy]).OrderBy(group => group.Key);
        foreach (var group in cities)
        {
            var enough = group.Sum(CityPairs.InhabitantsOf) / 3;
            var covered = 0.0;
            var taken = 0;
            foreach (var city in group.OrderByDescending(CityPairs.InhabitantsOf)
                .ThenBy(city => city.Id, StringComparer.Ordinal))
            {
                if (taken >= LeastCities && (covered >= enough || taken >= MostCities))
                {
                    break;
                }
                chosen.Add(city);
                covered += CityPairs.InhabitantsOf(city);
                taken++;
            }
        }
        return chosen.ToImmutable();
    }

    private sealed class Sums(int economies)
    {
        public double[] Weight { get; } = new double[economies * economies];

        public double[] Days { get; } = new double[economies * economies];

        public double[] Usd { get; } = new double[economies * economies];

        public void Add(int cell, double weight, double days, double usd)
        {
            Weight[cell] += weight;
            Days[cell] += weight * days;
            Usd[cell] += weight * usd;
        }
    }
}
