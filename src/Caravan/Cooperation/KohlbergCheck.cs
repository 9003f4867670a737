using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// Kohlberg's criterion (1971): an allocation is the nucleolus exactly where, for every number, the coalitions whose
/// excess is at least that number are balanced. It knows nothing of how the allocation was found.
/// </summary>
public static class KohlbergCheck
{
    private const double NoGain = 1e-5;

    /// <summary>The answer for an allocation of what all are worth.</summary>
    /// <param name="game">Two players at least.</param>
    /// <param name="payoffs">One number a player.</param>
    /// <param name="individuallyRational">
    /// True for the nucleolus: players who get no more than alone cannot be made worse off. False for the prenucleolus.
    /// </param>
    /// <param name="tolerance">Excesses this near to each other count as equal, relative to the game's largest value.
    /// </param>
    /// <exception cref="DllNotFoundException">The linear-programming library is not installed.</exception>
    public static KohlbergResult Verify(
        CoalitionGame game, ReadOnlySpan<double> payoffs, bool individuallyRational = true, double tolerance = 1e-7)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentOutOfRangeException.ThrowIfLessThan(game.Players, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var unit = game.Scale > 0 ? game.Scale : 1;
        var width = tolerance * unit;
        var (iterations, residual) = (0, Math.Abs(FixedOrder.Sum(payoffs) - game.Total) / unit);
        var floors = new bool[game.Players];
        for (var player = 0; player < floors.Length; player++)
        {
            var above = payoffs[player] - game[Coalition.Of(player)];
            floors[player] = individuallyRational && above <= width;
            residual = individuallyRational ? Math.Max(residual, -above / unit) : residual;
        }
        if (!(residual <= tolerance))
        {
            return Ended(LinearStatus.Optimal, 0, residual, holds: false);
        }
        var excesses = game.Sums(payoffs);
        for (var members = 0; members < excesses.Length; members++)
        {
            excesses[members] = game.Worth[members] - excesses[members];
        }
        var order = Enumerable.Range(1, excesses.Length - 2).OrderByDescending(members => excesses[members]).ToArray();
        var span = new CoalitionSpan(game.Players);
        var complaining = new bool[excesses.Length];
        var at = 0;
        // where the coalitions settle every payoff, all further ones are balanced with them
        while (span.Rank < game.Players)
        {
            var level = excesses[order[at]];
            var rank = span.Rank;
            for (; at < order.Length && excesses[order[at]] >= level - width; at++)
            {
                complaining[order[at]] = true;
                span.Add(new Coalition((ulong)order[at]));
            }
            if (span.Rank == rank)
            {
                continue;
            }
            var solution = MostHarmless(game.Players, complaining, floors);
            (iterations, residual) = (iterations + solution.Iterations, Math.Max(residual, solution.Residual));
            // the corners of the box are ratios of small whole numbers: either nothing can be gained, or much
            if (solution.Status != LinearStatus.Optimal || -solution.Objective > NoGain)
            {
                return Ended(solution.Status, iterations, residual, holds: false) with { FailsAt = level };
            }
        }
        return Ended(LinearStatus.Optimal, iterations, residual, holds: true);
    }

    private static KohlbergResult Ended(LinearStatus status, int iterations, double residual, bool holds) =>
        new() { Status = status, Iterations = iterations, Residual = residual, Holds = holds };

    // A change of payoffs y with y(N) = 0 that harms none of the coalitions and helps them most together; within a box.
    private static LinearSolution MostHarmless(int players, bool[] complaining, bool[] floors)
    {
        var counts = new double[players];
        for (var members = 1; members < complaining.Length; members++)
        {
            for (var player = 0; complaining[members] && player < players; player++)
            {
                counts[player] += members >> player & 1;
            }
        }
        var program = new LinearProgram();
        for (var player = 0; player < players; player++)
        {
            program.AddVariable(-counts[player], floors[player] ? 0 : -1, 1);
        }
        var all = Enumerable.Range(0, players).ToArray();
        program.AddRow(all, [.. all.Select(_ => 1.0)], 0, 0);
        return new CoalitionProgram(program, players).Solve(new double[complaining.Length], complaining, []);
    }
}
