using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Numerics;

namespace Caravan.Network;

/// <summary>
/// Door-to-door time and money between economies: means over pairs of cities weighted by inhabitants. Within an economy
/// the same, with delivery inside one city at a fixed cost, so that a domestic link also eases an economy's own trade.
/// </summary>
public sealed class EconomyTravel
{
    /// <summary>The iceberg factor for pairs that have no way left: delivery at ten times the cost.</summary>
    public const double CutOff = 10;

    private const double DaysInsideACity = 0.25;
    private const double UsdInsideACity = 100;

    private EconomyTravel(Matrix<double> days, Matrix<double> usdPerTeu) => (Days, UsdPerTeu) = (days, usdPerTeu);

    /// <summary>Days [origin, destination], own economy included; infinity where there is no way.</summary>
    public Matrix<double> Days { get; }

    /// <summary>Dollars per TEU [origin, destination]; infinity where there is no way.</summary>
    public Matrix<double> UsdPerTeu { get; }

    /// <summary>
    /// Averages a matrix over cities to the economies of a baseline, aggregates included. A pair of cities without a
    /// way between them is left out of the mean; where no pair of two economies has one, the answer is infinity.
    /// </summary>
    public static EconomyTravel Of(TravelMatrix travel, ImmutableArray<Economy> economies)
    {
        ArgumentNullException.ThrowIfNull(travel);
        var owner = OwnerOf(economies);
        var count = economies.Length;
        double[] weight = new double[count * count], days = new double[count * count], usd = new double[count * count];
        int[] economy = [.. travel.Cities.Select(city => owner.GetValueOrDefault(city.Economy, -1))];
        double[] inhabitants = [.. travel.Cities.Select(WeightOf)];
        for (var from = 0; from < economy.Length; from++)
        {
            for (var to = 0; to < economy.Length && economy[from] >= 0; to++)
            {
                if (economy[to] < 0 || !travel.HasWay(from, to))
                {
                    continue;
                }
                var cell = economy[from] * count + economy[to];
                var pair = inhabitants[from] * inhabitants[to];
                weight[cell] += pair;
                days[cell] += pair * (from == to ? DaysInsideACity : travel.Days(from, to));
                usd[cell] += pair * (from == to ? UsdInsideACity : travel.UsdPerTeu(from, to));
            }
        }
        for (var cell = 0; cell < weight.Length; cell++)
        {
            days[cell] = weight[cell] > 0 ? days[cell] / weight[cell] : double.PositiveInfinity;
            usd[cell] = weight[cell] > 0 ? usd[cell] / weight[cell] : double.PositiveInfinity;
        }
        return new EconomyTravel(new Matrix<double>(count, count, days), new Matrix<double>(count, count, usd));
    }

    /// <summary>
    /// The change in trade cost from one state of the network to another:
    /// d^ = (1 + f_j u' + v_j T') / (1 + f_j u + v_j T), with u dollars over their mean in goods trade between economies
    /// before, f_j the sector's freight share, v_j its value of a day and T days. Services keep their cost; so do pairs
    /// without a way before and after. Where the new network has no way left, d^ is <see cref="CutOff"/>.
    /// </summary>
    public static TradeCostChange Change(
        EconomyTravel before, EconomyTravel after, Baseline baseline, ImmutableArray<SectorTime> sectors) =>
        Change([before], [after], baseline, sectors);

    /// <summary>
    /// The change in trade cost where goods choose among several ways: the routes that are best at several values of a
    /// day. Each sector takes the way on which f_j u + v_j T is least, before and after; otherwise as above, with u over
    /// the mean of the first. Cheap goods so go by sea and dear ones by rail, and what closes one way costs those who
    /// used it and not the others.
    /// </summary>
    /// <param name="before">Journeys before, one for each value of a day.</param>
    /// <param name="after">Journeys after, in the same order.</param>
    /// <param name="baseline">Economies, sectors and trade.</param>
    /// <param name="sectors">Time and freight by goods sector.</param>
    public static TradeCostChange Change(
        ImmutableArray<EconomyTravel> before, ImmutableArray<EconomyTravel> after, Baseline baseline,
        ImmutableArray<SectorTime> sectors)
    {
        ArgumentOutOfRangeException.ThrowIfZero(before.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Length, before.Length);
        ArgumentNullException.ThrowIfNull(baseline);
        var (layers, economies) = (baseline.Sectors.Length, baseline.Economies.Length);
        var meanUsd = MeanUsd(before[0], baseline);
        var hats = new double[layers * economies * economies];
        for (var j = 0; j < layers; j++)
        {
            var time = sectors.FirstOrDefault(sector => sector.Sector == baseline.Sectors[j].Code);
            for (var i = 0; i < economies; i++)
            {
                for (var n = 0; n < economies; n++)
                {
                    hats[(j * economies + i) * economies + n] =
                        time is null ? 1 : Hat(before, after, i, n, time, meanUsd);
                }
            }
        }
        return new TradeCostChange(new Cube<double>(layers, economies, economies, hats));
    }

    /// <summary>
    /// Cities that stand for each economy in its means: the largest ones that together have a third of the inhabitants of
    /// its listed cities, at least two and at most twelve, or all where there are fewer.
    /// </summary>
    public static ImmutableArray<Place> RepresentativeCities(
        TransportTables tables, ImmutableArray<Economy> economies)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var owner = OwnerOf(economies);
        var chosen = ImmutableArray.CreateBuilder<Place>();
        var cities = tables.Places.Where(place => place.Kind == PlaceKind.City && owner.ContainsKey(place.Economy))
            .GroupBy(city => owner[city.Economy]).OrderBy(group => group.Key);
        foreach (var group in cities)
        {
            var enough = group.Sum(WeightOf) / 3;
            var covered = 0.0;
            var taken = 0;
            foreach (var city in group.OrderByDescending(WeightOf).ThenBy(city => city.Id, StringComparer.Ordinal))
            {
                if (taken >= LeastCities && (covered >= enough || taken >= MostCities))
                {
                    break;
                }
                chosen.Add(city);
                covered += WeightOf(city);
                taken++;
            }
        }
        return chosen.ToImmutable();
    }

    private const int LeastCities = 2;
    private const int MostCities = 12;

    private static double Hat(
        ImmutableArray<EconomyTravel> before, ImmutableArray<EconomyTravel> after, int i, int n, SectorTime time,
        double meanUsd)
    {
        var (old, now) = (Least(before), Least(after));
        return double.IsInfinity(old) || now == old ? 1
            : double.IsInfinity(now) ? CutOff
            : (1 + now) / (1 + old);

        double Least(ImmutableArray<EconomyTravel> ways)
        {
            var least = double.PositiveInfinity;
            foreach (var way in ways)
            {
                least = Math.Min(
                    least, time.FreightShare * way.UsdPerTeu[i, n] / meanUsd + time.DayValueShare * way.Days[i, n]);
            }
            return least;
        }
    }

    private static double MeanUsd(EconomyTravel travel, Baseline baseline)
    {
        double sum = 0, total = 0;
        for (var j = 0; j < baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < baseline.Economies.Length && !baseline.Sectors[j].IsService; i++)
            {
                for (var n = 0; n < baseline.Economies.Length; n++)
                {
                    if (i != n && double.IsFinite(travel.UsdPerTeu[i, n]))
                    {
                        sum += baseline.Trade[j, i, n] * travel.UsdPerTeu[i, n];
                        total += baseline.Trade[j, i, n];
                    }
                }
            }
        }
        return total > 0 ? sum / total : UsdInsideACity;
    }

    // A city without a figure still counts, as a small town.
    private static double WeightOf(Place city) => Math.Max(city.Population, 1000);

    private static Dictionary<string, int> OwnerOf(ImmutableArray<Economy> economies)
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
}
