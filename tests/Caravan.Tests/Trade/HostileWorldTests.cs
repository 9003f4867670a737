using Caravan.Data;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Tests.Trade;

public class HostileWorldTests
{
    [Theory]
    [InlineData(50, 0.3)]
    [InlineData(50, 3)]
    [InlineData(5, 3)]
    [InlineData(1.01, 3)]
    [InlineData(0.2, 0.5)]
    public void Solve_extreme_elasticities_and_tariffs(double theta, double tariff)
    {
        var world = WithTheta(RandomWorld.Create(21, 8, 5), theta);
        AssertHonest(new TradeModel(world).Solve(RandomShock.Tariffs(world, tariff)), mustConverge: true);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.9)]
    public void Solve_empty_trade_cells_stay_empty(double zeroShare)
    {
        var world = RandomWorld.Create(22, 10, 6, zeroShare);
        var outcome = new TradeModel(world).Solve(RandomShock.Icebergs(world, 0.7));
        AssertHonest(outcome, mustConverge: true);
        for (var cell = 0; cell < world.Trade.Values.Length; cell++)
        {
            Assert.Equal(world.Trade.Values[cell] == 0, outcome.TradeNew.Values[cell] == 0);
        }
    }

    [Fact]
    public void Solve_tiny_economies_beside_huge_ones()
    {
        var world = RandomWorld.Create(23, 12, 4, spread: 25);
        Assert.True(world.ValueAdded.Max() / world.ValueAdded.Min() > 1e6);
        AssertHonest(new TradeModel(world).Solve(RandomShock.Tariffs(world, 0.5)), mustConverge: true);
    }

    [Fact]
    public void Solve_sectors_that_some_economies_neither_make_nor_buy()
    {
        var world = WithoutSector(RandomWorld.Create(24, 5, 3), economy: 2, sector: 1);
        var outcome = new TradeModel(world, ModelVariant.MultiSector).Solve(RandomShock.Tariffs(world, 0.4));
        AssertHonest(outcome, mustConverge: true);
        Assert.Equal(1, outcome.PriceHat[2, 1]);
        Assert.Equal(0, outcome.SpendingNew[2, 1]);
        Assert.Equal(0, outcome.OutputNew[2, 1]);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.1)]
    [InlineData(100)]
    [InlineData(1e8)]
    public void Solve_icebergs_of_any_size_converge_or_say_that_they_did_not(double factor)
    {
        var world = RandomWorld.Create(25, 6, 4);
        AssertHonest(new TradeModel(world).Solve(RandomShock.Icebergs(world, factor)), mustConverge: false);
    }

    [Fact]
    public void Solve_a_deficit_beyond_what_an_economy_earns_is_no_equilibrium()
    {
        var world = RandomWorld.Create(26, 4, 2);
        var deficit = new double[4];
        deficit[1] = -1.5 * world.ValueAdded[1];
        deficit[0] = -deficit[1];
        var outcome = new TradeModel(world).Solve(new TradeShock { DeficitNew = deficit });
        Assert.NotEqual(SolveStatus.Converged, outcome.Status);
    }

    [Fact]
    public void Solve_infrastructure_beyond_income_is_no_equilibrium()
    {
        var world = RandomWorld.Create(27, 4, 2);
        var cost = new double[4];
        cost[3] = 3 * world.ValueAdded[3];
        var outcome = new TradeModel(world).Solve(new TradeShock { InfrastructureCost = cost });
        Assert.Equal(SolveStatus.NoEquilibrium, outcome.Status);
    }

    [Fact]
    public void Solve_says_when_the_iteration_limit_came_first()
    {
        var world = RandomWorld.Create(28, 6, 3);
        var outcome = new TradeModel(world).Solve(
            RandomShock.Tariffs(world, 0.5), new SolveOptions { MaxIterations = 3 });
        Assert.Equal((SolveStatus.IterationLimit, 3), (outcome.Status, outcome.Iterations));
        Assert.True(outcome.Residual > 1e-10);
    }

    private static void AssertHonest(TradeOutcome outcome, bool mustConverge)
    {
        if (mustConverge || outcome.Status == SolveStatus.Converged)
        {
            Assert.Equal(SolveStatus.Converged, outcome.Status);
            Assert.InRange(outcome.Residual, 0, 1e-10);
            Assert.All(outcome.Measures.RealIncomeHat, hat => Assert.True(double.IsFinite(hat) && hat > 0));
            Assert.All(outcome.WageHat, hat => Assert.True(double.IsFinite(hat) && hat > 0));
        }
        else
        {
            Assert.False(outcome.Residual <= 1e-10, $"{outcome.Status} with residual {outcome.Residual}");
        }
    }

    private static Baseline WithTheta(Baseline world, double theta)
    {
        var set = world.Elasticities[0] with { Theta = [.. world.Sectors.Select(_ => theta)] };
        return new Baseline
        {
            Name = world.Name,
            Economies = world.Economies,
            Sectors = world.Sectors,
            Trade = world.Trade,
            TariffRate = world.TariffRate,
            Estimated = world.Estimated,
            InputShare = world.InputShare,
            ValueAddedShare = world.ValueAddedShare,
            FinalShare = world.FinalShare,
            ValueAdded = world.ValueAdded,
            Deficit = world.Deficit,
            Gdp = world.Gdp,
            Population = world.Population,
            Elasticities = [set],
        };
    }

    // Deficits follow from the flows that are left; without inputs the rest of the accounts does too.
    private static Baseline WithoutSector(Baseline world, int economy, int sector)
    {
        var n = world.Economies.Length;
        var trade = world.Trade.ToArray();
        var deficit = new double[n];
        for (var cell = 0; cell < trade.Length; cell++)
        {
            var (j, i, d) = (cell / n / n, cell / n % n, cell % n);
            trade[cell] = j == sector && (i == economy || d == economy) ? 0 : trade[cell];
            deficit[d] += trade[cell];
            deficit[i] -= trade[cell];
        }
        return Permutation.With(
            world, new Cube<double>(world.Sectors.Length, n, n, trade), world.ValueAdded, [.. deficit]);
    }
}
