using Caravan.Cooperation;

namespace Caravan.Tests.Cooperation;

/// <summary>Games whose solutions are known exactly.</summary>
internal static class TextbookGames
{
    /// <summary>Player 0 has a left glove, 1 and 2 a right one each; a pair is worth one.</summary>
    public static CoalitionGame Glove() =>
        CoalitionGame.Of(3, team => team.Contains(0) && team.Count > 1 ? 1 : 0);

    /// <summary>One dollar for any majority.</summary>
    public static CoalitionGame Majority(int players) =>
        CoalitionGame.Of(players, team => 2 * team.Count > players ? 1 : 0);

    /// <summary>A runway as long as the most demanding of its users needs; costs are negative worth.</summary>
    public static CoalitionGame Airport(params double[] need) =>
        CoalitionGame.Of(need.Length, team => -need.Where((_, player) => team.Contains(player)).Max());

    /// <summary>What is left of an estate after the others took their claims (O'Neill 1982).</summary>
    public static CoalitionGame Bankruptcy(double estate, params double[] claims) => CoalitionGame.Of(
        claims.Length,
        team => Math.Max(0, estate - claims.Where((_, player) => !team.Contains(player)).Sum()));

    /// <summary>Five permanent members with a veto and ten others; nine votes carry.</summary>
    public static CoalitionGame SecurityCouncil() =>
        CoalitionGame.Of(15, team => (team.Members & 31) == 31 && team.Count >= 9 ? 1 : 0);

    /// <summary>
    /// Four players in a ring, neighbours worth one, all worth two: the game of Maschler, Peleg and Shapley (1979) whose
    /// core and kernel are a segment, with the nucleolus inside it.
    /// </summary>
    public static CoalitionGame Ring() => CoalitionGame.Of(4, team => team.Count switch
    {
        1 => 0,
        2 => team.Index switch
        {
            0b0101 => 0.5,
            0b1010 => 0,
            _ => 1,
        },
        3 => 1,
        _ => 2,
    });

    /// <summary>Worth drawn at random, more by the square of the size.</summary>
    public static CoalitionGame Random(int players, int seed, double slope = 0.5)
    {
        var random = new Random(seed);
        return CoalitionGame.Of(players, team => random.NextDouble() + slope * team.Count * team.Count / players);
    }

    /// <summary>A convex game: worth grows faster than the size of the coalition's weight.</summary>
    public static CoalitionGame Convex(int players, int seed)
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(0, players).Select(_ => random.NextDouble()).ToArray();
        return CoalitionGame.Of(players, team => Math.Pow(team.Players.Sum(player => weights[player]), 2));
    }

    /// <summary>The game with players in another order: player p of the new is player order[p] of the old.</summary>
    public static CoalitionGame Reordered(CoalitionGame game, int[] order) => CoalitionGame.Of(
        game.Players, team => game[new Coalition(team.Players.Aggregate(0UL, (bits, p) => bits | 1UL << order[p]))]);

    public static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance)
    {
        var (left, right) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(left.Length, right.Length);
        for (var player = 0; player < left.Length; player++)
        {
            Assert.Equal(left[player], right[player], tolerance);
        }
    }
}
