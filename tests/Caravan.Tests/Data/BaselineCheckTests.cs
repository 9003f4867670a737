using Caravan.Data;
using Caravan.Numerics;
using Caravan.Tests.Trade;

namespace Caravan.Tests.Data;

public class BaselineCheckTests
{
    [Fact]
    public void Check_a_world_in_equilibrium_has_nothing_to_report()
    {
        foreach (var world in new[] { TinyWorld.Create(), RandomWorld.Create(1, 12, 7, zeroShare: 0.5) })
        {
            var report = BaselineCheck.Check(world);
            Assert.Empty(report.Errors);
            Assert.Empty(report.Warnings);
            Assert.Equal(6, report.Identities.Length);
            Assert.All(report.Identities, figure => Assert.InRange(figure.LargestViolation, 0, 1e-12));
        }
    }

    [Theory]
    [InlineData("value added", "not an equilibrium: value added of AAA: found 171.6, expected 156; "
        + "the largest relative violation is 9.1e-2 of AAA")]
    [InlineData("deficit", "not an equilibrium: the deficit of AAA: found 30, expected 20; "
        + "the largest relative violation is 6.4e-2 of AAA (2 rows like this)")]
    [InlineData("final shares", "not an equilibrium: spending of GDS in AAA: found ")]
    public void Check_a_world_off_equilibrium_warns_with_the_size(string change, string expected)
    {
        var report = BaselineCheck.Check(Changed(change));
        Assert.Empty(report.Errors);
        Assert.Contains(report.Warnings, warning => warning.Problem.StartsWith(expected, StringComparison.Ordinal));
        Assert.Contains(report.Identities, figure => figure.LargestViolation > 1e-3 && figure.Where.Contains("AAA"));
        Assert.All(report.Identities.Take(3), figure => Assert.InRange(figure.LargestViolation, 0, 1e-12));
    }

    [Fact]
    public void Check_a_set_with_an_unknown_member_names_the_nearest()
    {
        var world = Changed("", [new EconomySet("trio", "Trio", ["AAA", "BBX"], "invented")]);
        var error = Assert.Single(BaselineCheck.Check(world).Errors);
        Assert.Equal("set trio names the unknown economy BBX", error.Problem);
        Assert.Equal("did you mean BBB?", error.Repair);
    }

    [Fact]
    public void Check_many_bad_cells_of_one_kind_are_one_finding()
    {
        var world = TinyWorld.Create(tariff: tariff => (tariff[1], tariff[2], tariff[3]) = (double.NaN, 25, 15));
        var errors = BaselineCheck.Check(world).Errors;
        Assert.Contains(errors, error => error is { Table: BaselineTable.Trade, Cell: 1, Count: 1 }
            && error.Problem.StartsWith("tariff_rate is NaN for GDS from AAA to BBB", StringComparison.Ordinal));
        Assert.Contains(errors, error => error is { Table: BaselineTable.Trade, Cell: 2, Count: 2 }
            && error.Problem.Contains("found from 15 to 25 (2 rows like this)"));
    }

    [Fact]
    public void Check_a_small_negative_input_is_a_warning()
    {
        // published tables have some; those of Caliendo and Parro (2015) for one
        var world = TinyWorld.Create(inputShare: share => (share[0], share[2]) = (-0.005, 0.505));
        var report = BaselineCheck.Check(world);
        Assert.Empty(report.Errors);
        var warning = Assert.Single(report.Warnings);
        Assert.Equal("share is -0.005 for input GDS of GDS in AAA; zero or more is expected", warning.Problem);
        Assert.Equal("it is used as it stands", warning.Repair);
    }

    [Fact]
    public void Check_numbers_in_another_unit_are_warnings()
    {
        Assert.Equal(["tariffs are 525 % on average; fractions are expected: 0.12 for 12 %"],
            Warnings(TinyWorld.Create(tariff: tariff => (tariff[1], tariff[2], tariff[3], tariff[6]) = (5, 2, 10, 4))));
        var million = Permutation.With(TinyWorld.Create(),
            new Cube<double>(2, 3, 3, [.. TinyWorld.Create().Trade.ToArray().Select(value => value * 1e8)]),
            [.. TinyWorld.Create().ValueAdded.Select(value => value * 1e8)],
            [.. TinyWorld.Create().Deficit.Select(value => value * 1e8)]);
        Assert.Equal(["value added of all economies is 1.1e+11 million dollars; results call it million dollars: "
            + "is it dollars?"], Warnings(million));
    }

    private static IEnumerable<string> Warnings(Baseline world) =>
        BaselineCheck.Check(world).Warnings.Select(warning => $"{warning.Problem}; {warning.Repair}");

    private static Baseline Changed(string what, EconomySet[]? sets = null)
    {
        var world = TinyWorld.Create();
        var (valueAdded, deficit) = (world.ValueAdded, world.Deficit);
        var final = world.FinalShare.ToArray();
        switch (what)
        {
            case "value added":
                valueAdded = valueAdded.SetItem(0, valueAdded[0] * 1.1);
                break;
            case "deficit":
                deficit = deficit.SetItem(0, deficit[0] + 10).SetItem(1, deficit[1] - 10);
                break;
            case "final shares":
                (final[0], final[1]) = (final[0] + 0.1, final[1] - 0.1);
                break;
        }
        return new Baseline
        {
            Name = world.Name,
            Economies = world.Economies,
            Sectors = world.Sectors,
            Sets = sets is null ? world.Sets : [.. sets],
            Trade = world.Trade,
            TariffRate = world.TariffRate,
            Estimated = world.Estimated,
            InputShare = world.InputShare,
            ValueAddedShare = world.ValueAddedShare,
            FinalShare = new Matrix<double>(3, 2, final),
            ValueAdded = valueAdded,
            Deficit = deficit,
            Gdp = world.Gdp,
            Population = world.Population,
            Elasticities = world.Elasticities,
        };
    }
}
