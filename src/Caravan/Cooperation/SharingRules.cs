using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>Rules that need no coalitions between one player and all: they share a total by simple principles.</summary>
public static class SharingRules
{
    /// <summary>The same amount to each: x_i = total / n.</summary>
    public static Allocation Equal(int players, double total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        var payoffs = new double[players];
        Array.Fill(payoffs, total / players);
        return Allocation.Of(payoffs, total);
    }

    /// <summary>In proportion to a basis, such as income or cost borne: x_i = total b_i / sum b.</summary>
    /// <param name="basis">One number a player, none negative; their sum must not be zero.</param>
    /// <param name="total">What is shared; may be negative.</param>
    public static Allocation Proportional(ReadOnlySpan<double> basis, double total)
    {
        var sum = FixedOrder.Sum(basis);
        foreach (var part in basis)
        {
            if (!(part >= 0))
            {
                return Allocation.Without(AllocationStatus.Undefined, "a basis is negative");
            }
        }
        if (!(sum > 0) || !double.IsFinite(sum))
        {
            return Allocation.Without(AllocationStatus.Undefined, "the bases sum to nothing");
        }
        var payoffs = basis.ToArray();
        for (var player = 0; player < payoffs.Length; player++)
        {
            payoffs[player] *= total / sum;
        }
        return Allocation.Of(payoffs, total);
    }

    /// <summary>
    /// Equal sacrifice, in proportion: those who gain give up the same part of their gain, and those who lose are made
    /// whole: x_i = max(g_i, 0) sum g / sum max(g, 0). With logarithmic utility of the gain an equal part given up is an
    /// equal sacrifice of utility (Young 1988).
    /// </summary>
    /// <param name="gains">What each gains before any transfer; what is shared is their sum.</param>
    public static Allocation EqualSacrifice(ReadOnlySpan<double> gains)
    {
        var winners = gains.ToArray();
        for (var player = 0; player < winners.Length; player++)
        {
            winners[player] = Math.Max(0, winners[player]);
        }
        var total = FixedOrder.Sum(gains);
        return total < 0
            ? Allocation.Without(AllocationStatus.Infeasible, "winners gain less than losers lose")
            : Proportional(winners, total);
    }

    /// <summary>
    /// What each pays of a cost so that all who gain give up the same part of their gain: c_i = cost max(g_i, 0) / sum
    /// max(g, 0); those who lose pay nothing.
    /// </summary>
    /// <param name="gains">What each gains before the cost.</param>
    /// <param name="cost">What is to be paid, at least zero and at most what the winners gain.</param>
    public static Allocation CostByGain(ReadOnlySpan<double> gains, double cost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        var winners = gains.ToArray();
        for (var player = 0; player < winners.Length; player++)
        {
            winners[player] = Math.Max(0, winners[player]);
        }
        return FixedOrder.Sum(winners) < cost
            ? Allocation.Without(AllocationStatus.Infeasible, "the cost is above what those who gain gain")
            : Proportional(winners, cost);
    }

    /// <summary>
    /// What each pays of a cost so that it keeps what a rule gives it of the gain that is left: c_i = g_i - x_i with
    /// sum x = sum g - cost. Who would have to be paid has a negative share.
    /// </summary>
    /// <param name="gains">What each gains before the cost.</param>
    /// <param name="payoffs">What the rule leaves each of the total less the cost.</param>
    public static ImmutableArray<double> CostSharesOf(ReadOnlySpan<double> gains, ReadOnlySpan<double> payoffs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(payoffs.Length, gains.Length);
        var shares = new double[gains.Length];
        for (var player = 0; player < shares.Length; player++)
        {
            shares[player] = gains[player] - payoffs[player];
        }
        return [.. shares];
    }
}
