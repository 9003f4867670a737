using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>The Banzhaf value: what each player adds, averaged over every coalition of the others.</summary>
public static class Banzhaf
{
    /// <summary>
    /// The value of each player: beta_i = 2^(1-n) sum over S without i of (v(S + i) - v(S)) (Banzhaf 1965, Owen 1975).
    /// They need not sum to what all are worth.
    /// </summary>
    public static double[] Values(CoalitionGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        var parts = new double[game.Worth.Length / 2];
        var values = new double[game.Players];
        for (var player = 0; player < values.Length; player++)
        {
            var count = 0;
            for (var members = 0; members < game.Worth.Length; members++)
            {
                var without = new Coalition((ulong)members);
                if (!without.Contains(player))
                {
                    parts[count++] = game[without.With(player)] - game[without];
                }
            }
            values[player] = FixedOrder.Sum(parts) / parts.Length;
        }
        return values;
    }

    /// <summary>
    /// The values, each raised by the same amount so that they sum to what all are worth. This is the allocation with the
    /// smallest variance of excesses over all coalitions, the least square prenucleolus (Ruiz, Valenciano and Zarzuelo
    /// 1996), and unlike a common factor it exists for every game.
    /// </summary>
    public static double[] Shares(CoalitionGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return Raise(Values(game), game.Total);
    }

    internal static double[] Raise(ReadOnlySpan<double> values, double total)
    {
        var missing = (total - FixedOrder.Sum(values)) / values.Length;
        var shares = values.ToArray();
        for (var player = 0; player < shares.Length; player++)
        {
            shares[player] += missing;
        }
        return shares;
    }
}
