using Caravan.Cooperation;

namespace Caravan.Tests.Cooperation;

public class IntervalGameTests
{
    [Fact]
    public void Solve_Cournot_duopoly()
    {
        // price 1 - q1 - q2, no cost: each sells a third (Cournot 1838)
        var game = new IntervalGame(
            [new(0, 0, 1, 0), new(1, 0, 1, 0)], (q, player) => q[player] * (1 - q[0] - q[1]))
        {
            Tolerance = 1e-8,
        };
        var result = game.Solve();
        Assert.True(result.Converged);
        Assert.All(result.Point, quantity => Assert.Equal(1.0 / 3, quantity, 1e-7));
        Assert.All(result.Payoffs, profit => Assert.Equal(1.0 / 9, profit, 1e-7));
        Assert.InRange(result.Residual, 0, 1e-12);
    }

    [Fact]
    public void Solve_one_player_with_two_numbers_finds_the_optimum()
    {
        var game = new IntervalGame(
            [new(0, -5, 5, 0), new(0, -5, 5, 0)],
            (x, _) => -(x[0] - 1) * (x[0] - 1) - (x[1] + 2) * (x[1] + 2) - 0.5 * x[0] * x[1])
        {
            Tolerance = 1e-8,
        };
        // 2 (x - 1) + y / 2 = 0 and 2 (y + 2) + x / 2 = 0
        var result = game.Solve();
        Assert.Equal(1.6, result.Point[0], 1e-6);
        Assert.Equal(-2.4, result.Point[1], 1e-6);
    }

    [Fact]
    public void Solve_stops_at_the_ends_of_the_interval()
    {
        var result = new IntervalGame([new(0, 0, 1, 0.5), new(1, 0, 2, 0.5)], (x, p) => p == 0 ? x[0] : -x[1]).Solve();
        Assert.Equal<double>([1, 0], result.Point);
    }

    [Fact]
    public void Solve_tells_that_players_chase_each_other_for_ever()
    {
        // matching pennies on an interval has no equilibrium in pure numbers
        var game = new IntervalGame(
            [new(0, -1, 1, 1), new(1, -1, 1, 1)], (x, p) => (p == 0 ? -1 : 1) * Math.Abs(x[0] - x[1]))
        {
            MaxRounds = 20,
        };
        var result = game.Solve();
        Assert.False(result.Converged);
        Assert.Equal(20, result.Iterations);
        Assert.True(result.Residual > 0.5);
    }

    [Fact]
    public void Solve_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var game = new IntervalGame([new(0, 0, 1, 0)], (x, _) =>
        {
            source.Cancel();
            return x[0];
        });
        Assert.Throws<OperationCanceledException>(() => game.Solve(source.Token));
    }
}
