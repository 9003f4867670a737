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
}
