namespace Caravan.Finance;

/// <summary>Contribution keys of a pooled fund.</summary>
public static class PooledFund
{
    /// <summary>
    /// Each member's share, summing to one; zero or less counts as nothing, and where no weight is positive all pay the
    /// same.
    /// </summary>
    /// <param name="weights">GDP, gain or stated share by member; ones for an equal key.</param>
    public static double[] Shares(ReadOnlySpan<double> weights)
    {
        var shares = new double[weights.Length];
        var sum = 0.0;
        for (var member = 0; member < weights.Length; member++)
        {
            shares[member] = Math.Max(0, weights[member]);
            sum += shares[member];
        }
        for (var member = 0; member < weights.Length; member++)
        {
            shares[member] = sum > 0 ? shares[member] / sum : 1.0 / weights.Length;
        }
        return shares;
    }
}
