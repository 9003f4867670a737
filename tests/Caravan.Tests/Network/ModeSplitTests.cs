using System.Collections.Frozen;
using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Numerics;
using Caravan.Scenarios;
using Caravan.Scenarios.Results;

namespace Caravan.Tests.Network;

/// <summary>Goods that are divided among land, sea and air as recorded.</summary>
public class ModeSplitTests
{
    private static readonly Baseline s_world = RandomWorld.Create(11, 4, 2);

    [Fact]
    public void Shipped_shares_are_those_recorded_between_China_and_Europe()
    {
        var shares = TransportModel.Shipped.Tables.ModeShares;
        Assert.Equal((0.03, 0.22), Pair("china", "europe"));
        Assert.Equal((0.02, 0.38), Pair("europe", "china"));
        Assert.All(shares, share => Assert.Contains(shares, back => (back.FromArea, back.ToArea) == (share.ToArea, share.FromArea)));

        (double, double) Pair(string from, string to)
        {
            var share = shares.Single(one => (one.FromArea, one.ToArea) == (from, to));
            return (share.Land, share.Air);
        }
    }

    [Fact]
    public void Network_by_sea_is_the_one_from_tables_that_avoid_the_land_between()
    {
        foreach (var tables in new[] { Divided(3), Divided(4), NetworkTables.Load() })
        {
            var cities = RandomNetwork.Cities(tables)[..20];
            var avoided = ModeSplit.OffTheSea(tables);
            var edits = tables.Projects.Any(project => project.Id == "short-cut")
                ? new NetworkEdits { Projects = ["short-cut"], Crossings = [new CrossingFactor("x-0", 0.5, 0.5)] }
                : new NetworkEdits { Projects = ["china-kyrgyzstan-uzbekistan", "bakhty-ayagoz"] };
            var made = TransportNetwork.Build(tables).Avoiding(avoided);
            var travel = made.Travel(cities);
            Assert.Equal(Built(NetworkEdits.None).Packed.ToArray(), travel.Packed.ToArray());
            foreach (var some in new[] { edits, new NetworkEdits { Closed = [tables.Passages[0].Id] } })
            {
                Assert.Equal(Built(some).Packed.ToArray(), made.With(some).Update(travel).Packed.ToArray());
            }

            TravelMatrix Built(NetworkEdits with) =>
                TransportNetwork.Build(tables, with, new RoutingOptions { Avoid = avoided }).Travel(cities);
        }
    }

    [Fact]
    public void By_sea_no_border_is_crossed_between_China_and_Europe_even_where_a_day_is_dear()
    {
        var tables = TransportModel.Shipped.Tables;
        var avoided = ModeSplit.OffTheSea(tables);
        var dear = new RoutingOptions { UsdPerTeuDay = 1500 };
        var (any, bySea) = (TransportNetwork.Build(tables, null, dear).Route("chongqing", "warsaw")!,
            TransportNetwork.Build(tables, null, dear with { Avoid = avoided }).Route("chongqing", "warsaw")!);
        Assert.DoesNotContain(any.Legs, leg => leg.Mode == TransportMode.Sea);
        Assert.Contains(bySea.Legs, leg => leg.Mode == TransportMode.Sea);
        Assert.DoesNotContain(bySea.Legs, leg => avoided.Contains(leg.From) || avoided.Contains(leg.To));
    }

    [Fact]
    public void Without_a_change_every_factor_is_one()
    {
        var (model, before) = Model(Divided(11));
        var after = model.JourneysAfter(NetworkEdits.None, before.Journeys, 1, CancellationToken.None);
        Assert.All(Change(model, before, after).ToArray(), hat => Assert.Equal(1, hat));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Change_agrees_with_the_formula_written_out(int seed)
    {
        var (model, before) = Model(Divided(seed));
        var edits = new NetworkEdits { Crossings = [new CrossingFactor("x-1", 0.2, 0.5)], Closed = ["canal"] };
        var after = model.JourneysAfter(edits, before.Journeys, 1, CancellationToken.None);
        var (hat, pairs) = (Change(model, before, after), before.Pairs);
        var mean = MeanUsd(before.Journeys, pairs);
        var time = model.Tables.SectorTimes[0];
        var day = mean * time.DayValueShare / time.FreightShare;
        var divided = 0;
        for (var i = 0; i < 4; i++)
        {
            for (var n = 0; n < 4; n++)
            {
                Assert.Equal(Math.Pow(Flow(i, n), -0.25), hat[0, i, n], 1e-10);
            }
        }
        Assert.Equal(8, divided);

        double Flow(int i, int n)
        {
            var (flow, all) = (0.0, 0.0);
            for (var a = 0; a < pairs.Cities.Length; a++)
            {
                for (var b = 0; b < pairs.Cities.Length; b++)
                {
                    if (pairs.Owner[a] == i && pairs.Owner[b] == n)
                    {
                        var (left, modes) = (a == b ? 1 : Left(before.Journeys.Cheapest, after.Cheapest, a, b), after.Modes!);
                        if (modes.Of(a, b) is { } share)
                        {
                            divided++;
                            left = share.Land * left + share.Air + share.Sea * Left(
                                before.Journeys.BySea, after.BySea, modes.Position(a), modes.Position(b));
                        }
                        flow += pairs.Weight(a, b) * left;
                        all += pairs.Weight(a, b);
                    }
                }
            }
            return flow / all;
        }

        double Left(ImmutableArray<TravelMatrix> old, ImmutableArray<TravelMatrix> now, int a, int b) =>
            Math.Pow((1 + time.FreightShare * Cost(old, a, b) / mean) / (1 + time.FreightShare * Cost(now, a, b) / mean), 4);

        // dollars and valued days, straight between the values of a day next to this one
        double Cost(ImmutableArray<TravelMatrix> travel, int a, int b)
        {
            var sorted = travel.OrderBy(one => one.UsdPerDay).ToList();
            var upper = sorted.FindIndex(one => one.UsdPerDay >= day);
            Assert.InRange(upper, 1, 3);
            var part = (day - sorted[upper - 1].UsdPerDay) / (sorted[upper].UsdPerDay - sorted[upper - 1].UsdPerDay);
            return (1 - part) * At(sorted[upper - 1]) + part * At(sorted[upper]);
            double At(TravelMatrix one) => one.UsdPerTeu(a, b) + one.UsdPerDay * one.Days(a, b);
        }
    }

    [Fact]
    public void A_border_on_the_land_bridge_moves_only_what_goes_over_land()
    {
        var tables = Divided(11);
        var edits = new NetworkEdits
        {
            Crossings = [.. Enumerable.Range(0, 3).Select(n => new CrossingFactor($"x-{n}", 0.05, 0.1))],
        };
        var (all, part) = (Hat(tables with { ModeShares = [] }), Hat(tables));
        Assert.InRange(all, 0.5, 0.99);
        Assert.InRange(1 - part, 0.01 * (1 - all), 0.2 * (1 - all));

        double Hat(TransportTables some)
        {
            var (model, before) = Model(some);
            return Change(model, before, model.JourneysAfter(edits, before.Journeys, 1, CancellationToken.None))[0, 0, 3];
        }
    }

    [Fact]
    public void Closing_anything_never_lowers_any_cost()
    {
        var worse = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var (model, before) = Model(Divided(seed));
            var (edits, hats) = (NetworkEdits.None, Enumerable.Repeat(1.0, 32).ToArray());
            foreach (var closed in new[] { "canal", $"x-{seed % 3}", $"port-{seed % 4}", $"sea-{(seed + 1) % 4}" })
            {
                edits = edits with { Closed = edits.Closed.Add(closed) };
                var now = Change(model, before,
                    model.JourneysAfter(edits, before.Journeys, 1, CancellationToken.None)).ToArray();
                for (var cell = 0; cell < now.Length; cell++)
                {
                    Assert.True(now[cell] >= hats[cell], $"seed {seed}, {closed}, cell {cell}: {hats[cell]:R} to {now[cell]:R}");
                    worse += now[cell] > hats[cell] ? 1 : 0;
                }
                hats = now;
            }
        }
        Assert.True(worse > 200, $"{worse} worse");
    }

    [Fact]
    public void Days_are_means_over_land_and_sea_and_use_counts_what_goes_there()
    {
        var (model, before) = Model(Divided(11));
        var (journeys, pairs) = (before.Journeys, before.Pairs);
        int Of(int economy) => Enumerable.Range(0, pairs.Cities.Length).First(city => pairs.Owner[city] == economy);
        var (from, to) = (Of(0), Of(3));
        var one = CityPairs.Of([pairs.Cities[from], pairs.Cities[to]], s_world.Economies);
        var (some, sea) = (one.Cities, journeys.Modes!.Cities);
        var modes = ModeSplit.Of(model.Tables, some)!;
        var two = new Journeys(
            [journeys.Cheapest[0].Network.Travel(some)], [journeys.BySea[0].Network.Travel(modes.Cities)], modes);
        var mean = EconomyTravel.Of(two, one);
        Assert.Equal((0.1 * journeys.Cheapest[0].Days(from, to)
            + 0.7 * journeys.BySea[0].Days(journeys.Modes.Position(from), journeys.Modes.Position(to))) / 0.8, mean.Days[0, 3], 1e-12);

        // of what is divided all but the part by air uses something
        var (every, everySea) = (All(pairs.Cities.Length), All(sea.Length));
        var trade = new PairTrade(pairs, s_world);
        var used = trade.Share(every, everySea, journeys, [true, true, true, true]).OfAllPct;
        double total = 0, byAir = 0;
        for (var i = 0; i < 4; i++)
        {
            for (var n = 0; n < 4; n++)
            {
                var value = i == n ? 0 : Enumerable.Range(0, s_world.Sectors.Length)
                    .Where(j => !s_world.Sectors[j].IsService).Sum(j => s_world.Trade[j, i, n]);
                total += value;
                byAir += (i, n) == (0, 3) ? 0.2 * value : (i, n) == (3, 0) ? 0.3 * value : 0;
            }
        }
        Assert.Equal(100 * (1 - byAir / total), used, 1e-9);

        static Matrix<bool> All(int count) => new(count, count, [.. Enumerable.Repeat(true, count * count)]);
    }

    // The first economy and the last on either side of a land bridge of two more.
    private static TransportTables Divided(int seed) => RandomNetwork.Create(seed, 4, 6) with
    {
        RateAreas = new Dictionary<string, string>
        {
            [RandomNetwork.Code(0)] = "east",
            [RandomNetwork.Code(3)] = "west",
        }.ToFrozenDictionary(),
        ModeShares = [new ModeShare("east", "west", 0.1, 0.2), new ModeShare("west", "east", 0.05, 0.3)],
    };

    private static (TransportModel Model, TransportBase Before) Model(TransportTables tables)
    {
        var model = new TransportModel(tables);
        return (model, model.BaseOf(s_world.Economies, 1, CancellationToken.None));
    }

    private static Cube<double> Change(TransportModel model, TransportBase before, Journeys after) =>
        TravelCost.Change(before.Of(s_world, model.Tables.SectorTimes).Cost, after, 1).IcebergHat;

    private static double MeanUsd(Journeys journeys, CityPairs pairs)
    {
        var usd = EconomyTravel.Of(journeys, pairs).UsdPerTeu;
        double sum = 0, total = 0;
        for (var i = 0; i < 4; i++)
        {
            for (var n = 0; n < 4; n++)
            {
                for (var j = 0; j < s_world.Sectors.Length && i != n; j++)
                {
                    sum += s_world.Sectors[j].IsService ? 0 : s_world.Trade[j, i, n] * usd[i, n];
                    total += s_world.Sectors[j].IsService ? 0 : s_world.Trade[j, i, n];
                }
            }
        }
        return sum / total;
    }
}
