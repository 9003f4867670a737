using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// The nucleolus: the allocation that makes the largest complaint of a coalition as small as it can be, then the second
/// largest, and so on (Schmeidler 1969).
/// </summary>
public static class Nucleolus
{
    private const double NoPrice = 1e-7;

    /// <summary>
    /// The nucleolus by Maschler's sequence of linear programs (Maschler, Peleg and Shapley 1979). In each, coalitions with
    /// a price above zero have the largest excess in every solution; their payoffs are settled, and with them those of
    /// every coalition in their span (Potters, Reijnierse and Ansing 1996), so that there are fewer programs than players.
    /// </summary>
    /// <param name="game">Two players at least.</param>
    /// <param name="individuallyRational">
    /// True, the default, for the nucleolus, which gives nobody less than alone; false for the prenucleolus, which may and
    /// exists for every game. Where the core is not empty they are the same.
    /// </param>
    /// <exception cref="DllNotFoundException">The linear-programming library is not installed.</exception>
    public static NucleolusResult Solve(CoalitionGame game, bool individuallyRational = true)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentOutOfRangeException.ThrowIfLessThan(game.Players, 2);
        if (individuallyRational && FixedOrder.Sum(game.Alone().AsSpan()) > game.Total)
        {
            return Ended(NucleolusStatus.NoImputation, 0, 0);
        }
        var stage = new ExcessStage(game);
        var span = new CoalitionSpan(game.Players);
        var settled = new List<(Coalition Coalition, double Payoff)>();
        var levels = new List<double>();
        var (iterations, residual) = (0, 0.0);
        LinearSolution? solution = null;
        while (span.Rank < game.Players)
        {
            solution = stage.Solve(span, settled, individuallyRational);
            iterations += solution.Iterations;
            residual = Math.Max(residual, solution.Residual);
            if (solution.Status != LinearStatus.Optimal)
            {
                return Ended(NucleolusStatus.NotSolved, iterations, solution.Residual);
            }
            var excess = stage.Unit * solution.Values[game.Players];
            levels.Add(excess);
            var before = span.Rank;
            foreach (var (coalition, _) in stage.Binding(solution, NoPrice))
            {
                if (span.Add(coalition))
                {
                    settled.Add((coalition, game[coalition] - excess));
                }
            }
            if (span.Rank == before)
            {
                return Ended(NucleolusStatus.NotSolved, iterations, residual);
            }
        }
        var payoffs = Payoffs(game, settled);
        for (var player = 0; player < payoffs.Length; player++)
        {
            residual = Math.Max(residual, Math.Abs(payoffs[player] / stage.Unit - solution!.Values[player]));
        }
        return Ended(NucleolusStatus.Found, iterations, residual) with { Payoffs = [.. payoffs], Levels = [.. levels] };
    }

    private static NucleolusResult Ended(NucleolusStatus status, int iterations, double residual) =>
        new() { Status = status, Iterations = iterations, Residual = residual };

    // the last program leaves one solution: the payoffs that the settled coalitions determine
    private static double[] Payoffs(CoalitionGame game, List<(Coalition Coalition, double Payoff)> settled)
    {
        var matrix = new double[game.Players, game.Players];
        var right = new double[game.Players];
        settled = [(game.Grand, game.Total), .. settled];
        for (var row = 0; row < right.Length; row++)
        {
            right[row] = settled[row].Payoff;
            for (var player = 0; player < right.Length; player++)
            {
                matrix[row, player] = settled[row].Coalition.Contains(player) ? 1 : 0;
            }
        }
        return LinearSystem.Solve(matrix, right);
    }
}
