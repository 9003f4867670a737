using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

public class PackageSolverTests
{
    private const double Tolerance = 1e-8;

    private static readonly string[] s_actions =
    [
        "{id: a, lever: border-time, change: -50%}", "{id: b, lever: link, project: new-line}",
        "{id: c, lever: tariff, change: -50%}", "{id: d, lever: ntb, between: world, points: -2pp}",
        "{id: e, lever: productivity, economies: CCC, change: 1%}",
    ];

    private static readonly ImmutableArray<Coalition> s_every =
        [.. Enumerable.Range(0, 32).Select(members => new Coalition((ulong)members))];

    [Theory]
    [InlineData(ModelVariant.OneSector)]
    [InlineData(ModelVariant.MultiSector)]
    [InlineData(ModelVariant.InputOutput)]
    public void SolveAll_every_set_gives_what_a_run_of_these_actions_alone_gives(ModelVariant model)
    {
        var outcomes = Solver(threads: 1, model).SolveAll(s_every);
        foreach (var outcome in outcomes)
        {
            var run = Run(model, [.. outcome.Actions.Players.Select(action => s_actions[action])]);
            Assert.Equal(SolveStatus.Converged, outcome.Status);
            Assert.InRange(outcome.Residual, 0, 1e-10);
            foreach (var (economy, n) in run.Economies.Select((economy, n) => (economy, n)))
            {
                Assert.Equal(economy.RealIncomePct, outcome.RealIncomePct[n], Tolerance);
                Assert.Equal(economy.RealIncomeMusd, outcome.RealIncomeMusd[n], Tolerance * economy.IncomeBaseMusd);
                Assert.Equal(economy.GdpRealPct, outcome.GdpRealPct[n], Tolerance);
            }
        }
    }

    [Theory]
    [InlineData("{id: x, lever: tariff, importers: AAA, exporters: BBB, change: -50%}",
        "{id: y, lever: tariff, importers: BBB, exporters: AAA, to: 0}")]
    [InlineData("{id: x, lever: tariff, importers: AAA, exporters: BBB, change: -50%}",
        "{id: y, lever: tariff, importers: AAA, exporters: world, change: -20%}")]
    public void SolveAll_tariffs_apart_and_on_the_same_cells_give_what_runs_give(string one, string other)
    {
        string[] actions = [one, other, "{id: z, lever: ntb, between: world, points: -2pp}"];
        using var text = ScenarioText.WithActions(actions);
        var solver = PackageSolver.Prepare(text.Load(), TinyWorld.Create(), Options(ModelVariant.InputOutput));
        foreach (var outcome in solver.SolveAll([.. Enumerable.Range(0, 8).Select(set => new Coalition((ulong)set))]))
        {
            var run = Run(ModelVariant.InputOutput, [.. outcome.Actions.Players.Select(action => actions[action])]);
            Assert.Equal(SolveStatus.Converged, outcome.Status);
            for (var n = 0; n < run.Economies.Length; n++)
            {
                Assert.Equal(run.Economies[n].RealIncomePct, outcome.RealIncomePct[n], Tolerance);
                Assert.Equal(run.Economies[n].GdpRealPct, outcome.GdpRealPct[n], Tolerance);
            }
        }
    }

    [Fact]
    public void SolveAll_gives_the_same_bits_for_any_threads_order_and_company()
    {
        var one = Solver(threads: 1).SolveAll(s_every);
        var two = Solver(threads: 2).SolveAll([.. s_every.Reverse()]);
        Assert.Equal(one.Select(Bits), two.Reverse().Select(Bits));
        foreach (var set in s_every)
        {
            Assert.Equal(Bits(one[(int)set.Members]), Bits(Solver(threads: 2).Solve(set)));
        }
    }

    [Fact]
    public void SolveAll_solves_equal_sets_once_and_tells_how_far_it_is()
    {
        var (solver, told) = (Solver(threads: 2), new Told());
        solver.SolveAll([.. s_every, .. s_every], told);
        Assert.Equal(Enumerable.Range(1, 32).Select(done => new RunProgress(done, 32)), told.Reports);
        solver.SolveAll(s_every, told);
        Assert.Equal(32, told.Reports.Count);
    }

    [Fact]
    public void SolveAll_unknown_action_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Solver(threads: 1).Solve(Coalition.Of(5)));

    [Fact]
    public void SolveAll_stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Solver(threads: 2).SolveAll(s_every, null, cancelled.Token));
    }

    private static PackageSolver Solver(int threads, ModelVariant model = ModelVariant.InputOutput)
    {
        using var text = ScenarioText.WithActions(s_actions);
        return PackageSolver.Prepare(text.Load(), TinyWorld.Create(),
            Options(model) with { Solve = new SolveOptions { Threads = threads } });
    }

    private static RunOptions Options(ModelVariant model) => new() { Transport = TinyNetwork.Model, Models = [model] };

    private static RunResult Run(ModelVariant model, params string[] actions)
    {
        using var text = ScenarioText.WithActions(actions);
        return ScenarioRunner.Run(text.Load(), TinyWorld.Create(), Options(model))[0];
    }

    private static string Bits(PackageOutcome outcome) => string.Join(' ', outcome.RealIncomeMusd.Concat(
        outcome.GdpRealPct).Select(value => BitConverter.DoubleToInt64Bits(value)).Append(outcome.Iterations));

    private sealed class Told : IProgress<RunProgress>
    {
        public List<RunProgress> Reports { get; } = [];

        public void Report(RunProgress value) => Reports.Add(value);
    }
}
