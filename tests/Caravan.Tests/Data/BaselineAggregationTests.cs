using Caravan.Data;
using Caravan.Data.Loading;

namespace Caravan.Tests.Data;

public class BaselineAggregationTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Aggregate_random_worlds_by_random_maps_keep_every_identity_and_total()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var world = RandomWorld.Create(seed, random.Next(2, 14), random.Next(1, 9), random.NextDouble(), 2);
            var economies = Grouping.OfEconomies(world, world.Economies.Select(economy =>
                new GroupAssignment(economy.Code, $"G{random.Next(5)}")));
            var sectors = Grouping.OfSectors(world, world.Sectors.Select(sector =>
                new GroupAssignment(sector.Code, $"K{random.Next(3)}")));
            var groups = BaselineAggregation.Aggregate(world, economies, sectors, "groups");
            var report = BaselineCheck.Check(groups);
            Assert.Empty(report.Errors);
            // these worlds have tariffs of up to 200 %, which look like another unit and are none
            Assert.DoesNotContain(report.Warnings, warning => !warning.Problem.StartsWith("tariffs are", StringComparison.Ordinal));
            Assert.All(report.Identities, figure => Assert.InRange(figure.LargestViolation, 0, Tolerance));
            AssertClose(world.Trade.ToArray().Sum(), groups.Trade.ToArray().Sum());
            AssertClose(world.Gdp.Sum(), groups.Gdp.Sum());
            AssertClose(world.Population.Sum(), groups.Population.Sum());
            AssertClose(0, groups.Deficit.Sum(), world.ValueAdded.Sum());
        }
    }

    [Fact]
    public void Aggregate_into_itself_changes_nothing()
    {
        var world = RandomWorld.Create(11, 6, 4, zeroShare: 0.3);
        var same = BaselineAggregation.Aggregate(
            world, Grouping.OfEconomies(world, []), Grouping.OfSectors(world, []), world.Name);
        Assert.Equal(world.Trade.ToArray(), same.Trade.ToArray());
        Assert.Equal(world.TariffRate.ToArray(), same.TariffRate.ToArray());
        Assert.Equal(world.ValueAdded.AsEnumerable(), same.ValueAdded);
        Assert.Equal(world.Elasticities[0].Theta.AsEnumerable(), same.Elasticities[0].Theta);
        Assert.All(world.InputShare.ToArray().Zip(same.InputShare.ToArray()), AssertSame);
        Assert.All(world.FinalShare.ToArray().Zip(same.FinalShare.ToArray()), AssertSame);
    }

    [Fact]
    public void Aggregate_sectors_only_keeps_value_added_and_tariff_revenue()
    {
        var world = RandomWorld.Create(12, 7, 6);
        var groups = BaselineAggregation.Aggregate(
            world, Grouping.OfEconomies(world, []), Grouping.OfSectors(world, "kind")!, "kinds");
        Assert.Equal(["goods", "services"], groups.Sectors.Select(sector => sector.Code));
        Assert.Equal([false, true], groups.Sectors.Select(sector => sector.IsService));
        Assert.Equal(world.ValueAdded.AsEnumerable(), groups.ValueAdded);
        var (before, after) = (new BaselineAccounts(world), new BaselineAccounts(groups));
        Assert.All(before.TariffRevenue.Zip(after.TariffRevenue), AssertSame);
        Assert.All(before.Income.Zip(after.Income), AssertSame);
    }

    [Fact]
    public void Aggregate_duties_inside_a_group_become_value_added_or_vanish()
    {
        // Aland and Borland pay each other 3 + 1 = 4 in duties; Cesia charges Aland 0.2
        var world = TinyWorld.Create();
        var groups = BaselineAggregation.Aggregate(
            world, Grouping.OfEconomies(world, [new("AAA", "AAB"), new("BBB", "AAB")]),
            Grouping.OfSectors(world, []), "pair");
        Assert.Equal(100 + 20 + 30 + 400, groups.Trade[0, 0, 0]);
        Assert.Equal(0, groups.TariffRate[0, 0, 0]);
        AssertClose(0.2 / 50, groups.TariffRate[0, 0, 1]);
        AssertClose(1.5 / 65, groups.TariffRate[0, 1, 0]);
        // of Aland's 149.5 spent on goods 0.3 x 130 + 0.1 x 130 = 52 are inputs: 3 x 52 / 149.5 saved;
        // of Borland's 471 0.4 x 470 + 0.15 x 730 = 297.5: 1 x 297.5 / 471
        var saved = 3 * 52 / 149.5 + 1 * 297.5 / 471;
        AssertClose(world.ValueAdded[0] + world.ValueAdded[1] + saved, groups.ValueAdded[0]);
        var income = new BaselineAccounts(world).Income;
        AssertClose(income[0] + income[1] - (4 - saved), new BaselineAccounts(groups).Income[0]);
    }

    [Fact]
    public void Aggregate_labels_sets_flags_and_elasticities_follow()
    {
        var world = TinyWorld.Create();
        var groups = BaselineAggregation.Aggregate(
            world, Grouping.OfEconomies(world, "inner")!, Grouping.OfSectors(world, "all")!, "small");
        Assert.Equal(["BBB", "inner"], groups.Economies.Select(economy => economy.Code));
        var inner = groups.Economies[1];
        Assert.Equal("Inner Sea, all of it", inner.Name);
        Assert.Equal(["AAA", "CCD", "CCE"], inner.Contains.AsEnumerable());
        Assert.Equal(("Inner Sea", "", false, true),
            (inner.Region, inner.IncomeGroup, inner.Landlocked, inner.BeltAndRoadCore));
        Assert.Equal("1 of 2 economies by proxy or repair", inner.ProductionNote);
        Assert.Equal(["free-trade: BBB", "inner: inner"],
            groups.Sets.Select(set => $"{set.Name}: {string.Join(' ', set.Members)}"));
        Assert.True(groups.Estimated[0, 0, 1]);
        // world trade between the two: goods 20 + 30 + 40 + 50 = 140, services 5 + 10 + 20 + 15 = 50
        AssertClose((140 * 4.5 + 50 * 6.25) / 190, groups.Elasticities[0].Theta[0]);
        Assert.Equal("Invented, 2019 + assumed", groups.Elasticities[0].Source[0]);
        Assert.Equal("one value for all", groups.Elasticities[1].Source[0]);
    }

    [Fact]
    public void Economies_from_a_file_are_read_by_label()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("map.csv"), "group,economy,name\nEAST,ccc,The East\nEAST,BBB,The East\n");
        var groups = GroupingFile.Economies(TinyWorld.Create(), folder.File("map.csv"));
        Assert.Equal(["AAA", "EAST"], groups.Codes.AsEnumerable());
        Assert.Equal(["Aland", "The East"], groups.Names.AsEnumerable());
        Assert.Equal([0, 1, 1], groups.GroupOf.AsEnumerable());
    }

    [Theory]
    [InlineData("economy,group\nAAA,X\nAAA,Y\n", "map.csv:3: economy AAA is given twice, first in line 2")]
    [InlineData("economy,group\nAAB,X\n", "map.csv:2: economy is \"AAB\", an unknown economy; did you mean AAA?")]
    [InlineData("economy,group\nAAA,\n", "map.csv:2: group is empty; give the code of a group")]
    [InlineData("economy,group\nAAA,BBB\n", "map.csv:2: group BBB has the code of one economy that is not in the file")]
    [InlineData("economy\nAAA\n", "map.csv:1: column group is missing")]
    public void Economies_from_a_bad_file_name_the_line(string content, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("map.csv"), content);
        var error = Assert.Throws<InputException>(() =>
            GroupingFile.Economies(TinyWorld.Create(), folder.File("map.csv")));
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void Economies_from_an_unknown_word_name_the_nearest()
    {
        var error = Assert.Throws<InputException>(() => GroupingFile.Economies(TinyWorld.Create(), "regoin"));
        Assert.Contains("did you mean region?", error.Message);
    }

    private static void AssertSame((double First, double Second) pair) => AssertClose(pair.First, pair.Second);

    private static void AssertClose(double expected, double actual, double scale = 0) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(scale, Math.Abs(expected)),
            $"{expected:R} expected, {actual:R} found");
}
