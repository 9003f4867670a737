using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>Every equilibrium of a two-player game, pure and mixed.</summary>
public sealed record MixedEquilibria
{
    /// <summary>The largest number of corners tried for a player: strategies of both choose strategies of one.</summary>
    public const int MaxCorners = 200_000;

    // labels are bits of a word
    private const int MaxStrategies = 64;
    private const double Tolerance = 1e-9;

    /// <summary>Corners of the players' best-response regions that were tried.</summary>
    public required int Iterations { get; init; }

    /// <summary>The largest regret of any equilibrium, recomputed from the payoffs; zero but for rounding.</summary>
    public required double Residual { get; init; }

    /// <summary>The equilibria: pure ones first, then by the first player's probabilities from high to low.</summary>
    public required ImmutableArray<MixedEquilibrium> Equilibria { get; init; }

    /// <summary>
    /// True where more strategies than usual are equally good somewhere. Then mixtures of the equilibria listed may be
    /// equilibria too; otherwise the list is complete.
    /// </summary>
    public required bool IsDegenerate { get; init; }

    /// <summary>True where <see cref="Find"/> can look at a game: two players with at most 64
    /// strategies together and <see cref="MaxCorners"/> corners.</summary>
    public static bool CanFind(FiniteGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return game.Players == 2 && game.Strategies[0] + game.Strategies[1] <= MaxStrategies
            && Corners(game.Strategies[0], game.Strategies[1]) <= MaxCorners;
    }

    /// <summary>
    /// The extreme equilibria: pairs of corners of {x >= 0, B'x &lt;= 1} and {y >= 0, Ay &lt;= 1}, A and B the payoffs made
    /// positive, in which every strategy of either player is unused or a best response (Mangasarian 1964; von Stengel
    /// 2002, Handbook of Game Theory 3, chapter 45, section 2). In a game that is not degenerate these are all.
    /// </summary>
    /// <exception cref="ArgumentException">The game has not two players, or too many strategies.</exception>
    public static MixedEquilibria Find(FiniteGame game)
    {
        if (!CanFind(game))
        {
            throw new ArgumentException("mixed equilibria need two players with few strategies", nameof(game));
        }
        var (rows, columns) = (game.Strategies[0], game.Strategies[1]);
        var (first, second) = (Positive(game, 0), Positive(game, 1));
        // labels: bit i for strategy i of the first player, bit rows + j for strategy j of the second
        var x = BestResponseCorners.Of(rows, columns, (i, j) => second[i * columns + j], i => i, j => rows + j);
        var y = BestResponseCorners.Of(columns, rows, (j, i) => first[i * columns + j], j => rows + j, i => i);
        var all = ulong.MaxValue >> MaxStrategies - rows - columns;
        var found = new List<MixedEquilibrium>();
        foreach (var one in x.Corners)
        {
            foreach (var other in y.Corners.Where(other => (one.Labels | other.Labels) == all))
            {
                found.Add(Equilibrium(game, one.Mixture, other.Mixture));
            }
        }
        return new MixedEquilibria
        {
            Iterations = x.Tried + y.Tried,
            Residual = found.Count == 0 ? 0 : found.Max(one => one.Regret),
            Equilibria =
            [
                .. found.OrderByDescending(one => one.IsPure)
                    .ThenByDescending(one => one.First, Sequences).ThenByDescending(one => one.Second, Sequences),
            ],
            IsDegenerate = x.IsDegenerate || y.IsDegenerate,
        };
    }

    private static Comparer<ImmutableArray<double>> Sequences { get; } =
        Comparer<ImmutableArray<double>>.Create((a, b) => a.AsSpan().SequenceCompareTo(b.AsSpan()));

    private static MixedEquilibrium Equilibrium(FiniteGame game, double[] x, double[] y)
    {
        var (rows, columns) = (x.Length, y.Length);
        var (ofRow, ofColumn) = (new double[rows], new double[columns]);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                ofRow[i] += game.Payoff(i * columns + j, 0) * y[j];
                ofColumn[j] += game.Payoff(i * columns + j, 1) * x[i];
            }
        }
        var first = x.Zip(ofRow, (p, payoff) => p * payoff).Sum();
        var second = y.Zip(ofColumn, (q, payoff) => q * payoff).Sum();
        var regret = Math.Max(0, Math.Max(ofRow.Max() - first, ofColumn.Max() - second));
        return new MixedEquilibrium([.. x], [.. y], first, second, regret);
    }

    // payoffs between one and two: a positive affine change leaves equilibria where they are
    private static double[] Positive(FiniteGame game, int player)
    {
        var payoffs = new double[game.Profiles];
        for (var profile = 0; profile < payoffs.Length; profile++)
        {
            payoffs[profile] = game.Payoff(profile, player);
        }
        var (least, most) = (payoffs.Min(), payoffs.Max());
        var range = most > least ? most - least : 1;
        return [.. payoffs.Select(payoff => 1 + (payoff - least) / range)];
    }

    private static double Corners(int rows, int columns)
    {
        var count = 1.0;
        for (var i = 1; i <= rows; i++)
        {
            count *= (double)(columns + i) / i;
        }
        return count;
    }

    internal static bool IsZero(double value) => Math.Abs(value) <= Tolerance;
}
