using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>The Nash bargaining solution (Nash 1950; weights: Harsanyi and Selten 1972, Kalai 1977).</summary>
public static class NashBargaining
{
    /// <summary>
    /// With transfers: maximises prod_i (x_i - d_i)^w_i over sum x = total, which gives x_i = d_i + w_i / sum w (total -
    /// sum d): each has what it has without agreement, and the surplus is shared by weight.
    /// </summary>
    /// <param name="disagreement">What each has without agreement.</param>
    /// <param name="total">What all have together with it.</param>
    /// <param name="weights">One positive number a player; empty for equal weights.</param>
    public static Allocation WithTransfers(
        ReadOnlySpan<double> disagreement, double total, ReadOnlySpan<double> weights = default)
    {
        var shares = Weights(disagreement.Length, weights);
        var surplus = total - FixedOrder.Sum(disagreement);
        if (!(surplus >= 0))
        {
            return Allocation.Without(
                AllocationStatus.Infeasible, "together they gain less than they have without agreement");
        }
        for (var player = 0; player < shares.Length; player++)
        {
            shares[player] = disagreement[player] + shares[player] * surplus;
        }
        return Allocation.Of(shares, total);
    }

    /// <summary>
    /// Without transfers: the number of the outcome that maximises prod_i (g_i - d_i)^w_i among those that give nobody less
    /// than without agreement; -1 where each of them makes somebody worse off. Where every outcome leaves somebody without
    /// gain, so that all products are zero, the one with the most players who gain, then the largest product of theirs.
    /// </summary>
    /// <param name="outcomes">Gains of each player in each outcome.</param>
    /// <param name="disagreement">What each has without agreement.</param>
    /// <param name="weights">One positive number a player; empty for equal weights.</param>
    /// <param name="tolerance">Loss that counts as none and gain that counts as none; at least zero.</param>
    public static int BestOf(
        IReadOnlyList<ImmutableArray<double>> outcomes, ReadOnlySpan<double> disagreement,
        ReadOnlySpan<double> weights, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var shares = Weights(disagreement.Length, weights);
        var (best, most, largest) = (-1, -1, double.NegativeInfinity);
        for (var outcome = 0; outcome < outcomes.Count; outcome++)
        {
            var (gaining, product, harms) = (0, 0.0, false);
            for (var player = 0; player < shares.Length; player++)
            {
                var gain = outcomes[outcome][player] - disagreement[player];
                harms |= gain < -tolerance;
                if (gain > tolerance)
                {
                    gaining++;
                    product += shares[player] * Math.Log(gain);
                }
            }
            if (!harms && (gaining > most || (gaining == most && product > largest)))
            {
                (best, most, largest) = (outcome, gaining, product);
            }
        }
        return best;
    }

    private static double[] Weights(int players, ReadOnlySpan<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        var shares = new double[players];
        if (weights.IsEmpty)
        {
            Array.Fill(shares, 1.0 / players);
            return shares;
        }
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, players);
        var sum = FixedOrder.Sum(weights);
        for (var player = 0; player < players; player++)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weights[player], nameof(weights));
            shares[player] = weights[player] / sum;
        }
        return shares;
    }
}
