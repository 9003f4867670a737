using Caravan.Data;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Tests.Trade;

public class SecondRouteTests
{
    private const double Agreement = 1e-8;

    [Fact]
    public void Solve_agrees_with_a_different_solver_in_200_random_worlds()
    {
        Parallel.For(0, 200, seed =>
        {
            var random = new Random(seed);
            var world = RandomWorld.Create(seed, random.Next(2, 6), random.Next(1, 4), zeroShare: 0.1);
            var shock = RandomShock.Create(seed, world);
            var second = new SecondSolver(world, shock);
            second.Solve();

            var outcome = new TradeModel(world).Solve(shock);

            Assert.Equal(SolveStatus.Converged, outcome.Status);
            Assert.InRange(outcome.Residual, 0, 1e-10);
            for (var n = 0; n < world.Economies.Length; n++)
            {
                Assert.Equal(second.Wage[n], outcome.WageHat[n], Agreement);
                Assert.Equal(second.RealIncome[n], outcome.Measures.RealIncomeHat[n], Agreement);
                for (var j = 0; j < world.Sectors.Length; j++)
                {
                    Assert.Equal(second.Price[n, j], outcome.PriceHat[n, j], Agreement);
                }
            }
        });
    }

    [Fact]
    public void Solve_without_inputs_agrees_with_a_different_solver_of_a_world_written_without_them()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var world = RandomWorld.Create(seed, 4, 3, zeroShare: 0.1);
            var shock = RandomShock.Create(seed, world);
            var second = new SecondSolver(WithoutInputs(world), shock);
            second.Solve();

            var outcome = new TradeModel(world, ModelVariant.MultiSector).Solve(shock);

            Assert.Equal(SolveStatus.Converged, outcome.Status);
            for (var n = 0; n < world.Economies.Length; n++)
            {
                Assert.Equal(second.Wage[n], outcome.WageHat[n], Agreement);
                Assert.Equal(second.RealIncome[n], outcome.Measures.RealIncomeHat[n], Agreement);
            }
        }
    }

    // gamma = 1 and alpha = X / sum X, as docs/model.md says
    private static Baseline WithoutInputs(Baseline world)
    {
        var (n, j) = (world.Economies.Length, world.Sectors.Length);
        var (spending, output) = (new double[n * j], new double[n]);
        for (var k = 0; k < j; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var m = 0; m < n; m++)
                {
                    spending[m * j + k] += world.Trade[k, i, m] * (1 + world.TariffRate[k, i, m]);
                    output[i] += world.Trade[k, i, m];
                }
            }
        }
        return new Baseline
        {
            Name = world.Name,
            Economies = world.Economies,
            Sectors = world.Sectors,
            Trade = world.Trade,
            TariffRate = world.TariffRate,
            Estimated = world.Estimated,
            InputShare = new Cube<double>(n, j, j),
            ValueAddedShare = new Matrix<double>(n, j, [.. Enumerable.Repeat(1.0, n * j)]),
            FinalShare = new Matrix<double>(n, j,
                [.. spending.Select((value, cell) => value / spending.AsSpan(cell / j * j, j).ToArray().Sum())]),
            ValueAdded = [.. output],
            Deficit = world.Deficit,
            Gdp = [.. output],
            Population = world.Population,
            Elasticities = world.Elasticities,
        };
    }
}
