using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios;
using Caravan.Scenarios.Agreements;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios.Agreements;

/// <summary>
/// Tariffs in a world of two economies and one sector. The best tariff is 1 / (eta - 1), eta the price elasticity of the
/// other's demand for imports. There imports are a share m of spending L / (1 - m t / (1 + t)), L wages and t the other's own
/// tariff, and d ln m / d ln p = -theta h with h = 1 - m, so that the best tariff is (1 - m t / (1 + t)) / (theta h), with h and
/// m as they are in the equilibrium (Gros 1987, Journal of International Economics 23: 357-367).
/// </summary>
public class TariffGameTests
{
    private const double RateTolerance = 3e-4;

    [Theory]
    [InlineData(5, 0.8, 1)]
    [InlineData(2, 0.7, 1)]
    [InlineData(4, 0.6, 3)]
    public void Solve_best_tariff_alone_follows_the_others_home_share(double theta, double home, double size)
    {
        var result = Game(theta, home, size, TariffSearch.Uniform);
        Assert.True(result.Converged);
        var t = result.Rates[0].Optimal;
        var h = HomeShareOfTwo(theta, home, size, t, 0);
        Assert.Equal(1 / (theta * h), t, RateTolerance);
    }

    [Theory]
    [InlineData(5, 0.8)]
    [InlineData(3, 0.6)]
    public void Solve_Nash_tariffs_follow_the_implicit_formula_and_are_alike(double theta, double home)
    {
        var result = Game(theta, home, 1, TariffSearch.PerPartner);
        Assert.True(result.Converged);
        var (t, other) = (result.Rates[0].Nash, result.Rates[1].Nash);
        Assert.Equal(t, other, RateTolerance);
        var h = HomeShareOfTwo(theta, home, 1, t, other);
        Assert.Equal((1 - (1 - h) * other / (1 + other)) / (theta * h), t, RateTolerance);
        Assert.InRange(result.ResidualMusd, 0, 1e-9);
        // both lose by it against no tariffs, and gain by talking
        Assert.All(result.Gains.Take(2), row => Assert.True(row.NashMusd < row.FreeMusd));
    }

    [Fact]
    public void Solve_best_tariff_of_a_small_economy_is_one_over_theta()
    {
        // the large one buys almost everything at home, whatever the small one does
        var result = Game(4, 0.5, 2000, TariffSearch.Uniform);
        Assert.Equal(0.25, result.Rates[0].Optimal, 1e-3);
    }

    [Fact]
    public void Solve_no_rate_on_a_fine_grid_does_better()
    {
        var result = Game(5, 0.8, 1, TariffSearch.Uniform);
        var own = Gain(5, 0.8, 1, result.Rates[0].Optimal, 0);
        for (var step = 0; step <= 200; step++)
        {
            Assert.True(Gain(5, 0.8, 1, step / 200.0, 0) <= own + 1e-9);
        }
        Assert.Equal(own, result.Gains[0].AloneMusd, 1e-9);
    }

    [Fact]
    public void Solve_stays_inside_the_range_asked_for()
    {
        var scenario = Scenario(new BlocTariff { Minimum = 0.02, Maximum = 0.1 });
        var game = new TariffGame(scenario, Model(5, 0.8, 1), TariffSearch.Uniform, Options, CancellationToken.None);
        Assert.Equal([0.1, 0.1], game.Solve()!.Rates.Select(rate => rate.Nash));
    }

    private static RunOptions Options => new() { Solve = new SolveOptions { Tolerance = 1e-13 } };

    private static TariffGameResult Game(double theta, double home, double size, TariffSearch search) => new TariffGame(
        Scenario(new BlocTariff()), Model(theta, home, size), search, Options, CancellationToken.None).Solve()!;

    private static Scenario Scenario(BlocTariff tariff) => new()
    {
        Name = "Two",
        Members = ["ONE", "TWO"],
        Blocs =
        [
            new Bloc { Name = "one", Members = ["ONE"], Policies = [], Tariff = tariff },
            new Bloc { Name = "two", Members = ["TWO"], Policies = [], Tariff = tariff },
        ],
    };

    private static double HomeShareOfTwo(double theta, double home, double size, double one, double two)
    {
        var outcome = Solve(theta, home, size, one, two);
        var (own, bought) = (outcome.TradeNew[0, 1, 1], outcome.TradeNew[0, 0, 1] * (1 + two));
        return own / (own + bought);
    }

    private static double Gain(double theta, double home, double size, double one, double two)
    {
        var measures = Solve(theta, home, size, one, two).Measures;
        return measures.IncomeBase[0] * (measures.RealIncomeHat[0] - 1);
    }

    private static TradeOutcome Solve(double theta, double home, double size, double one, double two) =>
        Model(theta, home, size).Solve(
            new TradeShock { TariffRateNew = new Cube<double>(1, 2, 2, [0, two, one, 0]) }, Options.Solve);

    // the first sells this share at home; trade is balanced, and the second is so many times as large
    private static TradeModel Model(double theta, double home, double size) => new(new Baseline
    {
        Name = "two",
        Economies = [new Economy("ONE", "One"), new Economy("TWO", "Two")],
        Sectors = [new Sector("ALL", "All sectors", IsService: false)],
        Trade = new Cube<double>(1, 2, 2, [home, 1 - home, 1 - home, size - (1 - home)]),
        TariffRate = new Cube<double>(1, 2, 2),
        Estimated = new Cube<bool>(1, 2, 2),
        InputShare = new Cube<double>(2, 1, 1),
        ValueAddedShare = new Matrix<double>(2, 1, [1, 1]),
        FinalShare = new Matrix<double>(2, 1, [1, 1]),
        ValueAdded = [1, size],
        Deficit = [0, 0],
        Gdp = [1, size],
        Population = [0, 0],
        Elasticities = [new ElasticitySet("given", [theta], [0], ["assumed"])],
    }, ModelVariant.OneSector);
}
