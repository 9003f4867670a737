using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Numerics;

namespace Caravan.Tests.Network;

public class TravelCostTests
{
    private static readonly ImmutableArray<double> s_values = [100, 20, 400, 1500];

    private static readonly Baseline s_world = RandomWorld.Create(11, 4, 2);

    [Fact]
    public void Change_without_a_change_is_one_everywhere()
    {
        var before = Travel(RandomNetwork.Create(11, 4), NetworkEdits.None);
        Assert.All(Change(before, before, RandomNetwork.Create(11, 4)).ToArray(), hat => Assert.Equal(1, hat));
    }

    [Fact]
    public void Change_faster_borders_lower_costs_of_goods_and_not_of_services()
    {
        var tables = RandomNetwork.Create(11, 4);
        var before = Travel(tables, NetworkEdits.None);
        var after = Travel(tables, new NetworkEdits
        {
            Crossings = [new CrossingFactor("x-0", 0.1, 0.5), new CrossingFactor("x-1", 0.1, 0.5)],
        });
        var hat = Change(before, after, tables);
        Assert.InRange(hat[0, 0, 2], 0.5, 0.9999);
        Assert.Equal(1, hat[0, 0, 0]);
        Assert.Equal(1, hat[1, 0, 2]);
    }

    [Fact]
    public void Change_where_no_way_is_left_delivery_costs_ten_times()
    {
        var tables = RandomNetwork.Create(11, 4);
        var before = Travel(tables, NetworkEdits.None);
        var hat = Change(before, Travel(tables, new NetworkEdits { Closed = ["x-0", "x-1", "x-2", "sea-0"] }), tables);
        Assert.Equal(TravelCost.CutOff, hat[0, 0, 2]);
        Assert.True(hat.ToArray().All(double.IsFinite));
    }

    [Fact]
    public void Change_of_one_pair_of_cities_agrees_with_the_formula_at_a_value_of_a_day_that_is_known()
    {
        // one city each, a sector whose day is worth 400 dollars: u v / f with u the mean dollars
        var tables = RandomNetwork.Create(5, 2);
        ImmutableArray<Place> cities =
            [.. RandomNetwork.Cities(tables).Where(city => city.Id.EndsWith("-1", StringComparison.Ordinal))];
        var edits = new NetworkEdits { Crossings = [new CrossingFactor("x-0", 3, 2)], Closed = ["canal"] };
        var (before, after) = (Travel(tables, NetworkEdits.None, cities), Travel(tables, edits, cities));
        var world = RandomWorld.Create(5, 2, 2);
        var mean = before[0].UsdPerTeu(0, 1);
        const double Freight = 0.05;
        var sector = new SectorTime("S000", 400 * Freight / mean, Freight);
        var hat = TravelCost.Change(before, after, CityPairs.Of(cities, world.Economies), world, [sector]).IcebergHat;
        double Kappa(TravelMatrix at400) =>
            1 + Freight * at400.UsdPerTeu(0, 1) / mean + sector.DayValueShare * at400.Days(0, 1);
        Assert.True(hat[0, 0, 1] > 1);
        Assert.Equal(Kappa(after[2]) / Kappa(before[2]), hat[0, 0, 1], 1e-12);
    }

    [Fact]
    public void Change_of_some_cities_moves_trade_as_the_sum_of_their_flows()
    {
        var tables = RandomNetwork.Create(3, 4);
        var (before, after) = (Travel(tables, NetworkEdits.None), Travel(tables, new NetworkEdits { Closed = ["canal", "x-1"] }));
        var pairs = CityPairs.Of(RandomNetwork.Cities(tables), s_world.Economies);
        var sector = new SectorTime("S000", 1e-9, 0.05);
        var hat = TravelCost.Change([before[1]], [after[1]], pairs, s_world, [sector]).IcebergHat;
        // with one value of a day only its cost counts, here a twentieth over the mean dollars
        var perUsd = 0.05 / Solve(hat);
        Assert.InRange(perUsd, 1e-6, 1);

        double Solve(Cube<double> cube)
        {
            // the one mean that explains the first pair explains all others
            double low = 10, high = 1e5;
            for (var step = 0; step < 200; step++)
            {
                var middle = Math.Sqrt(low * high);
                (low, high) = Flow(0, 3, middle) > Math.Pow(cube[0, 0, 3], -4) ? (low, middle) : (middle, high);
            }
            for (var i = 0; i < 4; i++)
            {
                for (var n = 0; n < 4; n++)
                {
                    Assert.Equal(Math.Pow(cube[0, i, n], -4), Flow(i, n, low), 1e-6);
                }
            }
            return low;
        }

        double Flow(int i, int n, double mean)
        {
            var flow = 0.0;
            for (var a = 0; a < pairs.Cities.Length; a++)
            {
                for (var b = 0; b < pairs.Cities.Length; b++)
                {
                    if (pairs.Owner[a] == i && pairs.Owner[b] == n)
                    {
                        var factor = a == b ? 1
                            : (1 + 0.05 / mean * Usd(before[1], a, b)) / (1 + 0.05 / mean * Usd(after[1], a, b));
                        flow += pairs.Part(a, b) * Math.Pow(factor, 4);
                    }
                }
            }
            return flow;
        }

        static double Usd(TravelMatrix travel, int a, int b) => travel.UsdPerTeu(a, b) + 20 * travel.Days(a, b);
    }

    [Fact]
    public void Closing_anything_never_lowers_any_cost()
    {
        var (worse, partly, wholly) = (0, 0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var tables = RandomNetwork.Create(seed, 4, 6);
            var random = new Random(seed);
            var edits = new NetworkEdits { Projects = random.Next(2) == 0 ? ["short-cut"] : [] };
            var before = Travel(tables, NetworkEdits.None);
            var hats = Change(before, Travel(tables, edits), tables).ToArray();
            // one closure after the other, each beside those before
            for (var step = 0; step < 4; step++)
            {
                edits = CloseSomething(edits, tables, random);
                var after = Travel(tables, edits);
                var now = Change(before, after, tables).ToArray();
                for (var cell = 0; cell < now.Length; cell++)
                {
                    Assert.True(now[cell] >= hats[cell],
                        $"seed {seed}, step {step}, cell {cell}: {hats[cell]:R} to {now[cell]:R}");
                    Assert.InRange(now[cell], 0.1, TravelCost.CutOff);
                    worse += now[cell] > hats[cell] ? 1 : 0;
                    wholly += now[cell] == TravelCost.CutOff ? 1 : 0;
                }
                var pairs = CityPairs.Of(RandomNetwork.Cities(tables), s_world.Economies);
                var means = EconomyTravel.Of(before[0], pairs, after[0]);
                partly += Enumerable.Range(0, 16).Count(c => means.Loses[c / 4, c % 4]);
                hats = now;
            }
        }
        Assert.True(worse > 1000 && partly > 100 && wholly > 50, $"{worse} worse, {partly} partly, {wholly} wholly");
    }

    [Fact]
    public void Change_is_the_same_for_any_number_of_threads()
    {
        var tables = RandomNetwork.Create(7, 4, 6);
        var (before, after) = (Travel(tables, NetworkEdits.None), Travel(tables, new NetworkEdits { Closed = ["canal"] }));
        var pairs = CityPairs.Of(RandomNetwork.Cities(tables), s_world.Economies);
        double[] One(int threads) =>
            TravelCost.Change(before, after, pairs, s_world, tables.SectorTimes, threads).IcebergHat.ToArray();
        Assert.Equal(One(1), One(3));
    }

    private static NetworkEdits CloseSomething(NetworkEdits edits, TransportTables tables, Random random)
    {
        var link = tables.Links[random.Next(tables.Links.Length)];
        return random.Next(4) switch
        {
            0 => edits with { Closed = edits.Closed.Add($"x-{random.Next(3)}") },
            1 => edits with { Closed = edits.Closed.Add("canal") },
            2 => edits with { Closed = edits.Closed.Add(link.From) },
            _ => edits with { ClosedLinks = edits.ClosedLinks.Add(new LinkEnds(link.From, link.To, link.Mode)) },
        };
    }

    private static Cube<double> Change(
        ImmutableArray<TravelMatrix> before, ImmutableArray<TravelMatrix> after, TransportTables tables) =>
        TravelCost.Change(before, after, CityPairs.Of(RandomNetwork.Cities(tables), s_world.Economies), s_world,
            tables.SectorTimes).IcebergHat;

    private static ImmutableArray<TravelMatrix> Travel(
        TransportTables tables, NetworkEdits edits, ImmutableArray<Place> cities = default) =>
    [
        .. s_values.Select(usd => TransportNetwork.Build(tables, edits, new RoutingOptions { UsdPerTeuDay = usd })
            .Travel(cities.IsDefault ? RandomNetwork.Cities(tables) : cities)),
    ];
}
