using System.Collections.Immutable;
using Caravan.Cooperation;

namespace Caravan.Tests.Cooperation;

/// <summary>Games of the textbooks, and random ones.</summary>
internal static class GameSamples
{
    public static FiniteGame PrisonersDilemma => FiniteGame.OfTables(
        new double[,] { { -1, -10 }, { 0, -8 } }, new double[,] { { -1, 0 }, { -10, -8 } });

    public static FiniteGame BattleOfTheSexes => FiniteGame.OfTables(
        new double[,] { { 2, 0 }, { 0, 1 } }, new double[,] { { 1, 0 }, { 0, 2 } });

    public static FiniteGame MatchingPennies => FiniteGame.OfTables(
        new double[,] { { 1, -1 }, { -1, 1 } }, new double[,] { { -1, 1 }, { 1, -1 } });

    // swerve or go straight
    public static FiniteGame Chicken => FiniteGame.OfTables(
        new double[,] { { 0, -1 }, { 1, -10 } }, new double[,] { { 0, 1 }, { -1, -10 } });

    // stag or hare
    public static FiniteGame StagHunt => FiniteGame.OfTables(
        new double[,] { { 4, 0 }, { 3, 3 } }, new double[,] { { 4, 3 }, { 0, 3 } });

    public static FiniteGame RockPaperScissors => FiniteGame.OfTables(
        new double[,] { { 0, -1, 1 }, { 1, 0, -1 }, { -1, 1, 0 } },
        new double[,] { { 0, 1, -1 }, { -1, 0, 1 }, { 1, -1, 0 } });

    /// <summary>A public good of three: each may give 1, and each gift is worth 0.6 to everybody.</summary>
    public static FiniteGame PublicGood
    {
        get
        {
            var payoffs = new double[8 * 3];
            for (var profile = 0; profile < 8; profile++)
            {
                // strategy 0 gives, strategy 1 keeps
                var gifts = 3 - ((profile >> 2) + (profile >> 1 & 1) + (profile & 1));
                for (var player = 0; player < 3; player++)
                {
                    payoffs[profile * 3 + player] = 0.6 * gifts - ((profile >> (2 - player) & 1) == 0 ? 1 : 0);
                }
            }
            return new FiniteGame([2, 2, 2], payoffs);
        }
    }

    public static FiniteGame Random(Random random, params int[] strategies)
    {
        var profiles = strategies.Aggregate(1, (product, count) => product * count);
        var payoffs = new double[profiles * strategies.Length];
        for (var i = 0; i < payoffs.Length; i++)
        {
            payoffs[i] = random.NextDouble();
        }
        return new FiniteGame([.. strategies], payoffs);
    }

    /// <summary>The game with each player's payoffs multiplied by a positive number and moved by another.</summary>
    public static FiniteGame Rescaled(FiniteGame game, ImmutableArray<double> factor, ImmutableArray<double> shift)
    {
        var payoffs = new double[game.Profiles * game.Players];
        for (var i = 0; i < payoffs.Length; i++)
        {
            var player = i % game.Players;
            payoffs[i] = factor[player] * game.Payoff(i / game.Players, player) + shift[player];
        }
        return new FiniteGame(game.Strategies, payoffs);
    }

    /// <summary>The two-player game with the players' places changed.</summary>
    public static FiniteGame Swapped(FiniteGame game)
    {
        var (rows, columns) = (game.Strategies[0], game.Strategies[1]);
        var payoffs = new double[2 * rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                payoffs[2 * (j * rows + i)] = game.Payoff(game.ProfileOf(i, j), 1);
                payoffs[2 * (j * rows + i) + 1] = game.Payoff(game.ProfileOf(i, j), 0);
            }
        }
        return new FiniteGame([columns, rows], payoffs);
    }
}
