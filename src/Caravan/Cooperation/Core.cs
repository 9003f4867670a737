using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>The core and the least core (Gillies 1959; Maschler, Peleg and Shapley 1979).</summary>
public static class Core
{
    // prices of a basic solution are ratios of small determinants, so what is smaller than this is rounding
    private const double NoPrice = 1e-7;

    /// <summary>
    /// The least core: minimise e subject to x(S) + e &gt;= v(S) for every S but nobody and everybody, x(N) = v(N). The
    /// core is empty where e is above zero.
    /// </summary>
    /// <param name="game">Two players at least.</param>
    /// <param name="tolerance">Excess that counts as none, in the unit of the game; at least zero.</param>
    /// <exception cref="DllNotFoundException">The linear-programming library is not installed.</exception>
    public static CoreResult Test(CoalitionGame game, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentOutOfRangeException.ThrowIfLessThan(game.Players, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var stage = new ExcessStage(game);
        var solution = stage.Solve(new CoalitionSpan(game.Players), [], individuallyRational: false);
        if (solution.Status != LinearStatus.Optimal)
        {
            return new CoreResult
            {
                Status = solution.Status,
                Iterations = solution.Iterations,
                Residual = solution.Residual,
            };
        }
        var least = stage.Unit * solution.Values[game.Players];
        return new CoreResult
        {
            Status = LinearStatus.Optimal,
            Iterations = solution.Iterations,
            Residual = solution.Residual,
            IsEmpty = least > tolerance,
            LeastExcess = least,
            Payoffs = [.. solution.Values.Take(game.Players).Select(value => value * stage.Unit)],
            Witness = Balanced(game, stage.Binding(solution, NoPrice)),
        };
    }

    /// <summary>
    /// What would have to be added to the worth of all for the core not to be empty, zero where it is not: minimise x(N) -
    /// v(N) subject to x(S) &gt;= v(S) for every S (the cost of stability, Bachrach et al. 2009). NaN where the program is
    /// not solved.
    /// </summary>
    /// <param name="game">Two players at least.</param>
    /// <exception cref="DllNotFoundException">The linear-programming library is not installed.</exception>
    public static double Shortfall(CoalitionGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentOutOfRangeException.ThrowIfLessThan(game.Players, 2);
        var unit = game.Scale > 0 ? game.Scale : 1;
        var program = new LinearProgram();
        for (var player = 0; player < game.Players; player++)
        {
            program.AddVariable(1);
        }
        double[] worth = [.. game.Worth.ToArray().Select(value => value / unit)];
        var applies = new bool[worth.Length];
        applies.AsSpan(1).Fill(true);
        var solution = new CoalitionProgram(program, game.Players).Solve(
            worth, applies, [.. Enumerable.Range(0, game.Players).Select(p => Coalition.Of(p).Index), game.Grand.Index]);
        return solution.Status == LinearStatus.Optimal ? Math.Max(0, unit * solution.Objective - game.Total) : double.NaN;
    }

    // the prices of coalitions that contain a player sum to the same number for every player
    private static ImmutableArray<BalancedCoalition> Balanced(
        CoalitionGame game, IReadOnlyList<(Coalition Coalition, double Price)> binding)
    {
        var each = binding.Sum(one => one.Price * one.Coalition.Count) / game.Players;
        return
        [
            .. binding.OrderBy(one => one.Coalition.Members)
                .Select(one => new BalancedCoalition(one.Coalition, one.Price / each, game[one.Coalition])),
        ];
    }
}
