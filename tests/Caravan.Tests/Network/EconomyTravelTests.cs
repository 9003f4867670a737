using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Tests.Network;

public class EconomyTravelTests
{
    private static readonly TransportTables s_tables = RandomNetwork.Create(11);

    private static Baseline World => RandomWorld.Create(11, 3, 2);

    [Fact]
    public void Of_is_the_mean_over_cities_weighted_by_inhabitants()
    {
        var cities = RandomNetwork.Cities(s_tables);
        var travel = TransportNetwork.Build(s_tables).Travel(cities);
        var mean = EconomyTravel.Of(travel, World.Economies);
        double sum = 0, weights = 0;
        for (var a = 0; a < cities.Length; a++)
        {
            for (var b = 0; b < cities.Length; b++)
            {
                if (cities[a].Economy == "E000" && cities[b].Economy == "E002")
                {
                    var weight = cities[a].Population * cities[b].Population;
                    (sum, weights) = (sum + weight * travel.Days(a, b), weights + weight);
                }
            }
        }
        Assert.Equal(sum / weights, mean.Days[0, 2], 1e-9);
        Assert.Equal(mean.Days[0, 2], mean.Days[2, 0], 1e-9);
        Assert.True(mean.Days[0, 0] < mean.Days[0, 2]);
    }

    [Fact]
    public void Change_without_a_change_is_one_everywhere()
    {
        var travel = Travel(NetworkEdits.None);
        Assert.All(
            EconomyTravel.Change(travel, travel, World, s_tables.SectorTimes).IcebergHat.ToArray(),
            hat => Assert.Equal(1, hat));
    }

    [Fact]
    public void Change_faster_borders_lower_costs_of_goods_and_not_of_services()
    {
        var before = Travel(NetworkEdits.None);
        var after = Travel(new NetworkEdits { Crossings = [new CrossingFactor("x-0", 0.1, 0.5), new CrossingFactor("x-1", 0.1, 0.5)] });
        var hat = EconomyTravel.Change(before, after, World, s_tables.SectorTimes).IcebergHat;
        Assert.InRange(hat[0, 0, 2], 0.5, 0.9999);
        Assert.Equal(1, hat[0, 0, 0]);
        Assert.Equal(1, hat[1, 0, 2]);
    }

    [Fact]
    public void Change_where_no_way_is_left_delivery_costs_ten_times()
    {
        var before = Travel(NetworkEdits.None);
        var after = Travel(new NetworkEdits { Closed = ["x-0", "x-1", "sea-0"] });
        Assert.Equal(double.PositiveInfinity, after.Days[0, 2]);
        var hat = EconomyTravel.Change(before, after, World, s_tables.SectorTimes).IcebergHat;
        Assert.Equal(EconomyTravel.CutOff, hat[0, 0, 2]);
        Assert.True(hat.ToArray().All(double.IsFinite));
    }

    [Fact]
    public void RepresentativeCities_are_the_largest_of_every_economy()
    {
        var cities = EconomyTravel.RepresentativeCities(s_tables, World.Economies);
        Assert.Equal(3, cities.Select(city => city.Economy).Distinct().Count());
        foreach (var group in cities.GroupBy(city => city.Economy))
        {
            var largest = RandomNetwork.Cities(s_tables).Where(city => city.Economy == group.Key)
                .OrderByDescending(city => city.Population).Take(group.Count());
            Assert.Equal(largest.Select(city => city.Id), group.Select(city => city.Id));
        }
    }

    private static EconomyTravel Travel(NetworkEdits edits) => EconomyTravel.Of(
        TransportNetwork.Build(s_tables, edits).Travel(RandomNetwork.Cities(s_tables)), World.Economies);
}
