using Caravan.Data;

namespace Caravan.Tests;

public class RandomWorldTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void TinyWorld_is_in_equilibrium() => AssertEquilibrium(TinyWorld.Create());

    [Theory]
    [InlineData(1, 2, 1, 0, 0.3, 3)]
    [InlineData(2, 5, 3, 0.5, 1, 3)]
    [InlineData(3, 20, 8, 0.9, 3, 8)]
    [InlineData(4, 40, 12, 0.2, 0, 1)]
    public void Create_any_size_is_in_equilibrium(
        int seed, int economies, int sectors, double zeros, double tariff, double spread) =>
        AssertEquilibrium(RandomWorld.Create(seed, economies, sectors, zeros, tariff, spread));

    [Fact]
    public void Create_same_seed_gives_the_same_world()
    {
        var (one, two) = (RandomWorld.Create(7, 6, 4), RandomWorld.Create(7, 6, 4));
        Assert.Equal(one.Trade.ToArray(), two.Trade.ToArray());
        Assert.Equal(one.FinalShare.ToArray(), two.FinalShare.ToArray());
        Assert.NotEqual(one.Trade.ToArray(), RandomWorld.Create(8, 6, 4).Trade.ToArray());
    }

    // The identities of the model's section 1, written out for a reader and independent of the library's own check.
    private static void AssertEquilibrium(Baseline world)
    {
        var (economies, sectors) = (world.Economies.Length, world.Sectors.Length);
        Assert.True(Math.Abs(world.Deficit.Sum()) <= Tolerance * world.ValueAdded.Sum());
        for (var n = 0; n < economies; n++)
        {
            double Output(int j) => Enumerable.Range(0, economies).Sum(m => world.Trade[j, n, m]);
            double Bought(int j) => Enumerable.Range(0, economies).Sum(i => world.Trade[j, i, n]);
            double Duty(int j) =>
                Enumerable.Range(0, economies).Sum(i => world.Trade[j, i, n] * world.TariffRate[j, i, n]);
            var all = Enumerable.Range(0, sectors).ToArray();
            var income = world.ValueAdded[n] + all.Sum(Duty) + world.Deficit[n];
            AssertClose(world.ValueAdded[n], all.Sum(j => world.ValueAddedShare[n, j] * Output(j)));
            AssertClose(world.Deficit[n], all.Sum(j => Bought(j) - Output(j)), all.Sum(Output));
            AssertClose(1, all.Sum(j => world.FinalShare[n, j]));
            foreach (var j in all)
            {
                AssertClose(1, world.ValueAddedShare[n, j] + all.Sum(k => world.InputShare[n, k, j]));
                AssertClose(Bought(j) + Duty(j),
                    world.FinalShare[n, j] * income + all.Sum(k => world.InputShare[n, j, k] * Output(k)));
                Assert.True(world.FinalShare[n, j] > 0 && world.Trade[j, n, n] > 0);
                Assert.Equal(0, world.TariffRate[j, n, n]);
            }
        }
    }

    private static void AssertClose(double expected, double actual, double scale = 0) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(scale, Math.Abs(expected)),
            $"{expected:R} expected, {actual:R} found");
}
