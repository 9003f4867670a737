using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

public class DecompositionTests
{
    private const double Tolerance = 1e-8;

    private static readonly string[] s_actions =
    [
        "{id: a, lever: border-time, change: -50%}", "{id: b, lever: link, project: new-line}",
        "{id: c, lever: tariff, change: -50%}", "{id: d, lever: ntb, between: world, points: -2pp}",
        "{id: e, lever: productivity, economies: CCC, change: 1%}",
    ];

    [Fact]
    public void Shapley_shares_sum_to_the_whole_for_every_economy()
    {
        var result = Run(s_actions);
        var parts = result.Decomposition!;
        Assert.Equal((SolveStatus.Converged, 32), (parts.Status, parts.Solves));
        Assert.Equal(3 * 5, parts.Rows.Length);
        foreach (var economy in result.Economies)
        {
            var rows = parts.Rows.Where(row => row.Economy == economy.Code).ToList();
            Assert.Equal(["a", "b", "c", "d", "e"], rows.Select(row => row.Action));
            Assert.Equal(economy.RealIncomePct, rows.Sum(row => row.ShapleyPct!.Value), Tolerance);
        }
    }

    [Fact]
    public void Alone_and_last_are_what_runs_of_their_own_give()
    {
        var whole = Run(s_actions);
        for (var action = 0; action < s_actions.Length; action++)
        {
            var alone = Run(s_actions[action]);
            var without = Run([.. s_actions.Where((_, other) => other != action)]);
            for (var n = 0; n < 3; n++)
            {
                var row = whole.Decomposition!.Rows[n * s_actions.Length + action];
                Assert.Equal(alone.Economies[n].RealIncomePct, row.AlonePct, Tolerance);
                Assert.Equal(whole.Economies[n].RealIncomePct - without.Economies[n].RealIncomePct, row.LastPct, Tolerance);
            }
        }
    }

    [Fact]
    public void Single_action_has_the_whole()
    {
        var result = Run(s_actions[2]);
        Assert.All(result.Decomposition!.Rows.Zip(result.Economies), pair =>
        {
            Assert.Equal(pair.Second.RealIncomePct, pair.First.AlonePct, Tolerance);
            Assert.Equal(pair.Second.RealIncomePct, pair.First.LastPct, Tolerance);
            Assert.Equal(pair.Second.RealIncomePct, pair.First.ShapleyPct!.Value, Tolerance);
        });
    }

    [Fact]
    public void More_than_ten_actions_are_solved_alone_and_last_only()
    {
        var result = Run([.. Enumerable.Range(0, 11).Select(i => $"{{id: a{i:00}, lever: ntb, points: -1pp}}")]);
        var parts = result.Decomposition!;
        Assert.Equal(2 * 11 + 2, parts.Solves);
        Assert.All(parts.Rows, row => Assert.Null(row.ShapleyPct));
        Assert.All(parts.Rows.Where(row => row.Member), row => Assert.True(row.AlonePct > 0 && row.LastPct > 0));
    }

    [Fact]
    public void More_actions_than_can_be_told_apart_are_refused()
    {
        var refusal = Assert.Throws<InputException>(
            () => Run([.. Enumerable.Range(0, 129).Select(i => $"{{id: a{i:000}, lever: ntb, points: -1pp}}")]));
        Assert.Contains("the scenario has 129 actions; at most 128", refusal.Issues[0].Problem);
    }

    [Fact]
    public void Package_without_actions_has_no_rows()
    {
        var parts = Run().Decomposition!;
        Assert.Equal(1, parts.Solves);
        Assert.Empty(parts.Rows);
    }

    [Fact]
    public void Progress_is_told_after_every_solve_and_cancelling_stops()
    {
        var told = new List<RunProgress>();
        using var stop = new CancellationTokenSource();
        using var text = ScenarioText.WithActions(s_actions);
        Assert.Throws<OperationCanceledException>(() => ScenarioRunner.Run(text.Load(), TinyWorld.Create(), new RunOptions
        {
            Transport = TinyNetwork.Model,
            Decompose = true,
            Progress = new Teller(progress =>
            {
                told.Add(progress);
                if (told.Count == 3)
                {
                    stop.Cancel();
                }
            }),
        }, stop.Token));
        Assert.Equal([new RunProgress(1, 32), new RunProgress(2, 32), new RunProgress(3, 32)], told);
    }

    private static RunResult Run(params string[] actions)
    {
        using var text = ScenarioText.WithActions(actions);
        return ScenarioRunner.Run(text.Load(), TinyWorld.Create(),
            new RunOptions { Transport = TinyNetwork.Model, Decompose = true })[0];
    }

    private sealed class Teller(Action<RunProgress> tell) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => tell(value);
    }
}
