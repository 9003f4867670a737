using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>The Shapley value: what each player adds, averaged over every order in which players may join.</summary>
public static class Shapley
{
    /// <summary>The largest number of players for which every coalition is valued.</summary>
    public const int MaxPlayers = 20;

    /// <summary>
    /// The value of each player, in the unit of <paramref name="value"/>; they sum to the value of all players less
    /// that of nobody. Every coalition, the empty one included, is asked for exactly once, in the order of its bits:
    /// phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S))  (Shapley 1953).
    /// </summary>
    /// <param name="players">How many players, at most <see cref="MaxPlayers"/>.</param>
    /// <param name="value">What a coalition is worth; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many players, or fewer than none.</exception>
    public static double[] Values(int players, Func<Coalition, double> value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(players);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MaxPlayers);
        ArgumentNullException.ThrowIfNull(value);
        var worth = new double[1 << players];
        for (var members = 0; members < worth.Length; members++)
        {
            worth[members] = value(new Coalition((ulong)members));
        }
        var weight = Weights(players);
        var parts = new double[worth.Length / 2];
        var shares = new double[players];
        for (var player = 0; player < players; player++)
        {
            var count = 0;
            for (var members = 0; members < worth.Length; members++)
            {
                var without = new Coalition((ulong)members);
                if (!without.Contains(player))
                {
                    var with = without.With(player);
                    parts[count++] = weight[without.Count] * (worth[with.Index] - worth[members]);
                }
            }
            shares[player] = FixedOrder.Sum(parts);
        }
        return shares;
    }

    /// <summary>The value of each player in a game; they sum to what all are worth.</summary>
    public static double[] Values(CoalitionGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return Values(game.Players, coalition => game[coalition]);
    }

    // weight[s] = s! (n - s - 1)! / n!, from weight[0] = 1 / n
    private static double[] Weights(int players)
    {
        var weight = new double[players];
        for (var size = 0; size < players; size++)
        {
            weight[size] = size == 0 ? 1.0 / players : weight[size - 1] * size / (players - size);
        }
        return weight;
    }
}
