using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Tests.Network;

public class EconomyTravelTests
{
    private static readonly TransportTables s_tables = RandomNetwork.Create(11);

    private static readonly ImmutableArray<Place> s_cities = RandomNetwork.Cities(s_tables);

    private static Baseline World => RandomWorld.Create(11, 3, 2);

    private static CityPairs Pairs => CityPairs.Of(s_cities, World.Economies);

    [Fact]
    public void Of_is_the_mean_over_cities_weighted_by_inhabitants_over_distance()
    {
        var travel = Travel(NetworkEdits.None);
        var mean = EconomyTravel.Of(travel, Pairs);
        double sum = 0, weights = 0;
        for (var a = 0; a < s_cities.Length; a++)
        {
            for (var b = 0; b < s_cities.Length; b++)
            {
                if (s_cities[a].Economy == "E000" && s_cities[b].Economy == "E002")
                {
                    var weight = s_cities[a].Population * s_cities[b].Population
                        / GraphBuilder.GreatCircleKm(s_cities[a], s_cities[b]);
                    (sum, weights) = (sum + weight * travel.Days(a, b), weights + weight);
                }
            }
        }
        Assert.Equal(sum / weights, mean.Days[0, 2], 1e-9);
        Assert.Equal(mean.Days[0, 2], mean.Days[2, 0], 1e-9);
        Assert.True(mean.Days[0, 0] < mean.Days[0, 2]);
    }

    [Fact]
    public void Of_beside_another_network_means_go_over_the_cities_that_have_a_way_in_both()
    {
        // a city of E000 that no road and no rail leaves any more
        var cut = s_tables.Links.Where(link => link.From == "city-0-3" || link.To == "city-0-3")
            .Select(link => new LinkEnds(link.From, link.To, null));
        var (before, after) = (Travel(NetworkEdits.None), Travel(new NetworkEdits { ClosedLinks = [.. cut] }));
        var at = s_cities.ToList().FindIndex(city => city.Id == "city-0-3");
        Assert.False(after.HasWay(at, at == 0 ? 1 : 0));
        var (then, now) = (EconomyTravel.Of(before, Pairs, after), EconomyTravel.Of(after, Pairs, before));
        Assert.True(then.Loses[0, 2] && then.Loses[0, 0] && !then.Loses[1, 2]);
        Assert.False(now.Loses[0, 2]);
        Assert.NotEqual(EconomyTravel.Of(before, Pairs).Days[0, 2], then.Days[0, 2]);
        for (var i = 0; i < 3; i++)
        {
            for (var n = 0; n < 3; n++)
            {
                Assert.True(now.Days[i, n] * 100 + now.UsdPerTeu[i, n]
                    >= then.Days[i, n] * 100 + then.UsdPerTeu[i, n] - 1e-9, $"{i} {n}");
            }
        }
    }

    [Fact]
    public void Of_where_no_way_is_left_days_before_stay_and_days_after_are_infinite()
    {
        var (before, after) = (Travel(NetworkEdits.None), Travel(new NetworkEdits { Closed = ["x-0", "x-1", "sea-0"] }));
        Assert.Equal(EconomyTravel.Of(before, Pairs).Days[0, 2], EconomyTravel.Of(before, Pairs, after).Days[0, 2]);
        Assert.Equal(double.PositiveInfinity, EconomyTravel.Of(after, Pairs, before).Days[0, 2]);
    }

    [Fact]
    public void Parts_of_trade_between_cities_sum_to_one_for_every_two_economies()
    {
        var sums = new double[9];
        for (var a = 0; a < s_cities.Length; a++)
        {
            for (var b = 0; b < s_cities.Length; b++)
            {
                sums[Pairs.Owner[a] * 3 + Pairs.Owner[b]] += Pairs.Part(a, b);
            }
        }
        Assert.All(sums, sum => Assert.Equal(1, sum, 1e-12));
    }

    [Fact]
    public void RepresentativeCities_are_the_largest_of_every_economy()
    {
        var cities = EconomyTravel.RepresentativeCities(s_tables, World.Economies);
        Assert.Equal(3, cities.Select(city => city.Economy).Distinct().Count());
        foreach (var group in cities.GroupBy(city => city.Economy))
        {
            var largest = s_cities.Where(city => city.Economy == group.Key)
                .OrderByDescending(city => city.Population).Take(group.Count());
            Assert.Equal(largest.Select(city => city.Id), group.Select(city => city.Id));
        }
    }

    private static TravelMatrix Travel(NetworkEdits edits) => TransportNetwork.Build(s_tables, edits).Travel(s_cities);
}
