using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>The way from what players have to what a rule gives them.</summary>
public static class Transfers
{
    /// <summary>What each receives, or pays where negative: t_i = x_i - g_i.</summary>
    /// <param name="gains">What each has before any transfer.</param>
    /// <param name="payoffs">What the rule gives each; the same sum.</param>
    public static ImmutableArray<double> Of(ReadOnlySpan<double> gains, ReadOnlySpan<double> payoffs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(payoffs.Length, gains.Length);
        var transfers = new double[gains.Length];
        for (var player = 0; player < transfers.Length; player++)
        {
            transfers[player] = payoffs[player] - gains[player];
        }
        return [.. transfers];
    }

    /// <summary>What changes hands: half the sum of the absolute amounts.</summary>
    public static double Volume(ReadOnlySpan<double> transfers)
    {
        var (paid, received) = (0.0, 0.0);
        foreach (var amount in transfers)
        {
            (paid, received) = (paid + Math.Max(0, -amount), received + Math.Max(0, amount));
        }
        return (paid + received) / 2;
    }

    /// <summary>
    /// Payments that settle the transfers, fewer than there are players: time and again the one who owes most pays the one
    /// who is owed most. Ties go to the first.
    /// </summary>
    /// <param name="transfers">One number a player; they sum to zero.</param>
    /// <param name="smallest">Amounts up to this are dropped; at least zero.</param>
    public static ImmutableArray<Payment> Settle(ReadOnlySpan<double> transfers, double smallest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(smallest);
        var open = transfers.ToArray();
        var payments = ImmutableArray.CreateBuilder<Payment>();
        while (payments.Count < open.Length)
        {
            var (from, to) = (0, 0);
            for (var player = 1; player < open.Length; player++)
            {
                from = open[player] < open[from] ? player : from;
                to = open[player] > open[to] ? player : to;
            }
            var amount = open.Length == 0 ? 0 : Math.Min(-open[from], open[to]);
            if (!(amount > smallest))
            {
                break;
            }
            payments.Add(new Payment(from, to, amount));
            open[from] += amount;
            open[to] -= amount;
        }
        return payments.ToImmutable();
    }
}
