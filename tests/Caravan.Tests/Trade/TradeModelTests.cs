using Caravan.Data;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Tests.Trade;

public class TradeModelTests
{
    private const double Exact = 1e-12;
    private static readonly SolveOptions s_tight = new() { Tolerance = 1e-12 };

    [Theory]
    [InlineData(ModelVariant.InputOutput)]
    [InlineData(ModelVariant.MultiSector)]
    [InlineData(ModelVariant.OneSector)]
    public void Solve_without_shock_returns_ones_in_one_sweep(ModelVariant variant)
    {
        var outcome = new TradeModel(RandomWorld.Create(1, 7, 5), variant).Solve(TradeShock.None);
        Assert.Equal((SolveStatus.Converged, 1, 1), (outcome.Status, outcome.Iterations, outcome.IterationsBase));
        Assert.InRange(outcome.Residual, 0, 1e-11);
        Assert.All(outcome.WageHat, hat => Assert.Equal(1, hat, Exact));
        Assert.All(outcome.PriceHat.ToArray(), hat => Assert.Equal(1, hat, Exact));
        Assert.All(outcome.Measures.RealIncomeHat, hat => Assert.Equal(1, hat, Exact));
        Assert.All(outcome.Measures.TermsOfTrade, value => Assert.Equal(0, value, Exact));
    }

    [Theory]
    [InlineData(ModelVariant.InputOutput)]
    [InlineData(ModelVariant.MultiSector)]
    [InlineData(ModelVariant.OneSector)]
    public void Solve_the_same_weight_on_every_sector_changes_nothing(ModelVariant variant)
    {
        var world = RandomWorld.Create(1, 7, 5);
        var weights = new Matrix<double>(7, 5, [.. Enumerable.Repeat(1.4, 35)]);
        var outcome = new TradeModel(world, variant).Solve(new TradeShock { FinalWeightHat = weights }, s_tight);
        Assert.Equal(SolveStatus.Converged, outcome.Status);
        Assert.All(outcome.WageHat, hat => Assert.Equal(1, hat, 1e-11));
        Assert.All(outcome.Measures.RealIncomeHat, hat => Assert.Equal(1, hat, 1e-11));
    }

    [Fact]
    public void Solve_scaling_all_nominal_values_changes_nothing()
    {
        var world = RandomWorld.Create(2, 6, 4);
        var scaled = Scale(world, 2000);
        var shock = RandomShock.Tariffs(world, 0.2);
        var outcome = new TradeModel(world).Solve(shock, s_tight);
        var outcomeScaled = new TradeModel(scaled).Solve(shock, s_tight);
        AssertClose(outcome.WageHat, outcomeScaled.WageHat, 1e-11);
        AssertClose(outcome.Measures.RealIncomeHat, outcomeScaled.Measures.RealIncomeHat, 1e-11);
    }

    [Fact]
    public void Solve_permuting_economies_permutes_results()
    {
        var world = RandomWorld.Create(3, 6, 4);
        int[] order = [3, 0, 5, 1, 4, 2];
        var shock = RandomShock.Create(3, world);
        var outcome = new TradeModel(world).Solve(shock, s_tight);
        var permuted = new TradeModel(Permutation.Of(world, order)).Solve(Permutation.Of(shock, order), s_tight);
        AssertClose([.. order.Select(n => outcome.WageHat[n])], permuted.WageHat, 1e-11);
        AssertClose(
            [.. order.Select(n => outcome.Measures.RealIncomeHat[n])], permuted.Measures.RealIncomeHat, 1e-11);
    }

    [Fact]
    public void Solve_keeps_world_value_added_and_balances_every_economy()
    {
        var world = RandomWorld.Create(4, 8, 5);
        var shock = RandomShock.Create(4, world);
        var outcome = new TradeModel(world).Solve(shock, s_tight);
        var bill = Enumerable.Range(0, 8).Sum(n => outcome.WageHat[n] * world.ValueAdded[n] * shock.LabourHat![n]);
        Assert.Equal(1, bill / world.ValueAdded.Sum(), Exact);
        for (var n = 0; n < 8; n++)
        {
            double imports = 0, exports = 0, spending = 0, tariffs = 0;
            for (var j = 0; j < 5; j++)
            {
                for (var i = 0; i < 8; i++)
                {
                    imports += outcome.TradeNew[j, i, n];
                    exports += outcome.TradeNew[j, n, i];
                    tariffs += outcome.TradeNew[j, i, n] * shock.TariffRateNew![j, i, n];
                }
                spending += outcome.SpendingNew[n, j];
            }
            Assert.Equal(0, (imports - exports - shock.DeficitNew![n]) / imports, 1e-10);
            Assert.Equal(1, (imports + tariffs) / spending, 1e-10);
            var income = outcome.WageHat[n] * world.ValueAdded[n] * shock.LabourHat![n] + tariffs
                + shock.DeficitNew[n] - shock.InfrastructureCost![n];
            Assert.Equal(1, income / outcome.Measures.IncomeNew[n], 1e-10);
        }
    }

    [Fact]
    public void Solve_prohibitive_costs_lead_to_autarky()
    {
        var world = RandomWorld.Create(5, 5, 1, highestTariff: 0);
        var model = new TradeModel(world, ModelVariant.OneSector, Closure.Zero);
        var outcome = model.Solve(RandomShock.Icebergs(world, 1e5), s_tight);
        for (var n = 0; n < 5; n++)
        {
            var home = outcome.TradeBase[0, n, n] / outcome.SpendingBase[n, 0];
            var autarky = Math.Pow(home, 1 / model.Theta[0]);
            Assert.Equal(autarky, outcome.Measures.RealIncomeHat[n], 1e-6);
            Assert.Equal(1, outcome.TradeNew[0, n, n] / outcome.SpendingNew[n, 0], 1e-6);
        }
    }

    [Fact]
    public void Solve_is_the_same_bits_for_any_number_of_threads()
    {
        var world = RandomWorld.Create(6, 15, 8);
        var shock = RandomShock.Create(6, world);
        var model = new TradeModel(world);
        var alone = model.Solve(shock);
        foreach (var threads in new[] { 2, 3, 7 })
        {
            var together = new TradeModel(world).Solve(shock, new SolveOptions { Threads = threads });
            Assert.Equal(alone.WageHat, together.WageHat);
            Assert.Equal(alone.PriceHat.ToArray(), together.PriceHat.ToArray());
            Assert.Equal(alone.Residual, together.Residual);
        }
    }

    [Fact]
    public void Solve_what_a_solve_learnt_saves_sweeps_of_the_next_and_changes_no_answer()
    {
        var world = RandomWorld.Create(11, 12, 6);
        var model = new TradeModel(world);
        var last = model.Solve(RandomShock.Tariffs(world, 0.1), s_tight);
        var (learning, forgetting) = (0, 0);
        for (var step = 1; step < 9; step++)
        {
            var shock = RandomShock.Tariffs(world, 0.1 + 0.002 * step);
            var cold = model.Solve(shock, s_tight);
            var forgetful = new WarmStart(last.Accounts, last.After with { Memory = null, Acceleration = null });
            forgetting += model.SolveFrom(forgetful, shock, s_tight).Iterations;
            last = model.Solve(shock, s_tight, last);
            learning += last.Iterations;
            Assert.Equal(SolveStatus.Converged, last.Status);
            Assert.True(last.Residual <= s_tight.Tolerance, $"residual {last.Residual}");
            AssertClose(cold.WageHat, last.WageHat, 1e-11);
        }
        Assert.True(4 * learning < 3 * forgetting, $"{learning} sweeps with what was learnt, {forgetting} without");
    }

    [Fact]
    public void Solve_warm_start_reaches_the_same_answer_in_fewer_sweeps()
    {
        var world = RandomWorld.Create(7, 12, 6);
        var model = new TradeModel(world);
        var near = model.Solve(RandomShock.Tariffs(world, 0.10), s_tight);
        var cold = model.Solve(RandomShock.Tariffs(world, 0.101), s_tight);
        var warm = model.Solve(RandomShock.Tariffs(world, 0.101), s_tight, near);
        Assert.True(warm.Iterations < cold.Iterations, $"{warm.Iterations} warm, {cold.Iterations} cold");
        AssertClose(cold.WageHat, warm.WageHat, 1e-11);
    }

    [Fact]
    public void Solve_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var world = RandomWorld.Create(8, 4, 3);
        Assert.Throws<OperationCanceledException>(() =>
            new TradeModel(world).Solve(RandomShock.Tariffs(world, 0.5), cancellation: cancelled.Token));
    }

    [Fact]
    public void Solve_infrastructure_cost_lowers_real_income_and_not_gdp()
    {
        var world = RandomWorld.Create(9, 5, 3);
        var cost = new double[5];
        cost[2] = 0.01 * world.ValueAdded[2];
        var outcome = new TradeModel(world).Solve(new TradeShock { InfrastructureCost = cost }, s_tight);
        var expected = 1 - cost[2] / outcome.Measures.IncomeBase[2];
        Assert.Equal(expected, outcome.Measures.RealIncomeHat[2], 1e-10);
        Assert.Equal(1, outcome.Measures.RealGdpHat[2], 1e-10);
        Assert.Equal(1, outcome.Measures.RealIncomeHat[0], 1e-10);
    }

    [Fact]
    public void FirstOrder_terms_add_up_to_the_change_of_real_income_for_small_shocks()
    {
        var world = RandomWorld.Create(10, 6, 4);
        const double step = 1e-5;
        var (n, j) = (6, 4);
        var random = new Random(10);
        var tariff = world.TariffRate.ToArray().Select((rate, cell) =>
            cell / n % n == cell % n ? 0 : rate + step * random.NextDouble()).ToArray();
        var iceberg = Enumerable.Range(0, j * n * n).Select(_ => 1 - step * random.NextDouble()).ToArray();
        var productivity = Enumerable.Range(0, n * j).Select(_ => 1 + step * random.NextDouble()).ToArray();
        var outcome = new TradeModel(world).Solve(
            new TradeShock
            {
                TariffRateNew = new Cube<double>(j, n, n, tariff),
                TradeCost = new TradeCostChange(new Cube<double>(j, n, n, iceberg)),
                ProductivityHat = new Matrix<double>(n, j, productivity),
            },
            s_tight);
        var measures = outcome.Measures;
        for (var e = 0; e < n; e++)
        {
            var sum = measures.TermsOfTrade[e] + measures.VolumeOfTrade[e] + measures.TechnicalEfficiency[e];
            Assert.Equal(measures.RealIncomeHat[e] - 1, sum, 20 * step * step);
        }
    }

    [Fact]
    public void Solve_zero_closure_starts_from_a_world_without_deficits()
    {
        var world = RandomWorld.Create(11, 6, 3);
        var outcome = new TradeModel(world, closure: Closure.Zero).Solve(RandomShock.Tariffs(world, 0), s_tight);
        for (var n = 0; n < 6; n++)
        {
            double imports = 0, exports = 0;
            for (var j = 0; j < 3; j++)
            {
                for (var i = 0; i < 6; i++)
                {
                    imports += outcome.TradeBase[j, i, n];
                    exports += outcome.TradeBase[j, n, i];
                }
            }
            Assert.Equal(0, imports / exports - 1, 1e-10);
        }
        Assert.True(outcome.IterationsBase > 1);
    }

    [Fact]
    public void OneSector_and_multi_sector_agree_where_there_is_one_sector_without_inputs()
    {
        var world = RandomWorld.Create(12, 5, 1);
        var shock = RandomShock.Tariffs(world, 0.3);
        var one = new TradeModel(world, ModelVariant.OneSector).Solve(shock, s_tight);
        var multi = new TradeModel(world, ModelVariant.MultiSector).Solve(shock, s_tight);
        AssertClose(multi.Measures.RealIncomeHat, one.Measures.RealIncomeHat, 1e-11);
    }

    [Fact]
    public void Solve_allocates_nothing_per_sweep()
    {
        var world = RandomWorld.Create(13, 10, 5);
        var model = new TradeModel(world);
        var shock = RandomShock.Tariffs(world, 0.5);
        model.Solve(shock);
        long Allocated(int sweeps)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            model.Solve(shock, new SolveOptions { MaxIterations = sweeps, Tolerance = 1e-10 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Allocated(3);
        Assert.Equal(Allocated(3), Allocated(12));
    }

    [Fact]
    public void Solve_refuses_shocks_of_the_wrong_shape_or_value()
    {
        var world = RandomWorld.Create(14, 4, 2);
        var model = new TradeModel(world);
        Assert.Throws<ArgumentException>(() => model.Solve(new TradeShock { LabourHat = [1, 1] }));
        Assert.Throws<ArgumentException>(() => model.Solve(new TradeShock { LabourHat = [1, 1, 0, 1] }));
        Assert.Throws<ArgumentException>(() => model.Solve(new TradeShock { DeficitNew = [1e3, 0, 0, 0] }));
        Assert.Throws<ArgumentException>(() => model.Solve(RandomShock.Icebergs(world, double.NaN)));
        Assert.Throws<ArgumentException>(() => model.Solve(RandomShock.Tariffs(world, -1)));
        Assert.Throws<ArgumentException>(() =>
            model.Solve(new TradeShock { FinalWeightHat = new Matrix<double>(4, 2) }));
        Assert.Throws<ArgumentException>(() =>
            model.Solve(new TradeShock { FinalWeightHat = new Matrix<double>(4, 2, [1, 1, 1, -1, 1, 1, 1, 1]) }));
    }

    private static Baseline Scale(Baseline world, double factor) => Permutation.With(
        world,
        new Cube<double>(
            world.Trade.Layers, world.Trade.Rows, world.Trade.Columns,
            [.. world.Trade.ToArray().Select(value => value * factor)]),
        [.. world.ValueAdded.Select(value => value * factor)],
        [.. world.Deficit.Select(value => value * factor)]);

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var n = 0; n < expected.Length; n++)
        {
            Assert.Equal(expected[n], actual[n], tolerance);
        }
    }
}
