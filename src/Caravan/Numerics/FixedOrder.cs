namespace Caravan.Numerics;

/// <summary>Sums whose order never depends on the processor, so that printed totals are the same everywhere.</summary>
public static class FixedOrder
{
    /// <summary>Sum of <paramref name="values"/>, first to last, compensated (Neumaier 1974).</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0, lost = 0;
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return sum + lost;
    }
}
