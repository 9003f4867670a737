using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// A game in which each player chooses one or several numbers from intervals, solved from payoffs alone: each number in
/// turn goes to where its player's payoff is highest while the others stay, until none moves. One player alone gives an
/// optimum, several an equilibrium.
/// </summary>
public sealed class IntervalGame
{
    private readonly ImmutableArray<IntervalStrategy> _strategies;
    private readonly Func<double[], int, double> _payoff;

    /// <summary>A game.</summary>
    /// <param name="strategies">The numbers to choose; several may belong to one player, one after the other.</param>
    /// <param name="payoff">A player's payoff for all numbers; finite. Called one at a time.</param>
    /// <exception cref="ArgumentException">There is nothing to choose, or an interval is empty.</exception>
    public IntervalGame(ImmutableArray<IntervalStrategy> strategies, Func<double[], int, double> payoff)
    {
        ArgumentNullException.ThrowIfNull(payoff);
        if (strategies.IsDefaultOrEmpty || strategies.Any(s => !(s.Lower <= s.Start && s.Start <= s.Upper)))
        {
            throw new ArgumentException("each number needs an interval and a start inside it", nameof(strategies));
        }
        (_strategies, _payoff) = (strategies, payoff);
    }

    /// <summary>How exactly each number is wanted, absolute. Default 1e-4.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Times that every number has its turn, at most. Default 50.</summary>
    public int MaxRounds { get; init; } = 50;

    /// <summary>Values of each number at which deviations are tried in the end. Default 11.</summary>
    public int GridPoints { get; init; } = 11;

    /// <summary>Is told after each round; null for nobody.</summary>
    public Action<int>? RoundDone { get; init; }

    /// <summary>The search, and the check that no deviation on a grid does better.</summary>
    public IntervalEquilibrium Solve(CancellationToken cancellation = default)
    {
        var point = _strategies.Select(strategy => strategy.Start).ToArray();
        var (round, moved, asked) = (0, double.PositiveInfinity, 0);
        while (round < MaxRounds && moved > Tolerance)
        {
            (round, moved) = (round + 1, 0);
            for (var at = 0; at < point.Length; at++)
            {
                var (old, strategy) = (point[at], _strategies[at]);
                var best = LineMaximum.Find(
                    number => PayoffAt(point, at, number, cancellation), strategy.Lower, strategy.Upper, Tolerance / 4);
                (point[at], asked) = (best.Point, asked + best.Evaluations);
                moved = Math.Max(moved, Math.Abs(best.Point - old));
            }
            RoundDone?.Invoke(round);
            // one number alone is at its best after its first turn
            moved = point.Length == 1 ? 0 : moved;
        }
        var payoffs = Payoffs(point);
        return new IntervalEquilibrium
        {
            Converged = moved <= Tolerance,
            Iterations = round,
            Residual = Math.Max(0, LargestDeviation(point, payoffs, cancellation)),
            Move = moved,
            Evaluations = asked + point.Length * GridPoints,
            Point = [.. point],
            Payoffs = [.. payoffs],
        };
    }

    private double PayoffAt(double[] point, int at, double number, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var changed = (double[])point.Clone();
        changed[at] = number;
        return _payoff(changed, _strategies[at].Player);
    }

    private double LargestDeviation(double[] point, double[] payoffs, CancellationToken cancellation)
    {
        var largest = double.NegativeInfinity;
        for (var at = 0; at < point.Length; at++)
        {
            var strategy = _strategies[at];
            for (var step = 0; step < GridPoints; step++)
            {
                var number = strategy.Lower + (strategy.Upper - strategy.Lower) * step / (GridPoints - 1);
                largest = Math.Max(largest,
                    PayoffAt(point, at, number, cancellation) - payoffs[strategy.Player]);
            }
        }
        return largest;
    }

    private double[] Payoffs(double[] point)
    {
        var players = _strategies.Max(strategy => strategy.Player) + 1;
        return [.. Enumerable.Range(0, players).Select(player => _payoff(point, player))];
    }
}
