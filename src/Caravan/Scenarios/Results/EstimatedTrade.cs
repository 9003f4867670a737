using Caravan.Data;

namespace Caravan.Scenarios.Results;

/// <summary>How much of trade stands in cells that are estimates.</summary>
internal static class EstimatedTrade
{
    /// <summary>
    /// Share in per cent of trade between economies that stands in estimated cells: of each economy, and of the world
    /// as the last entry.
    /// </summary>
    public static double[] SharePct(Baseline baseline)
    {
        var count = baseline.Economies.Length;
        var (all, estimated) = (new double[count + 1], new double[count + 1]);
        for (var j = 0; j < baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < count; i++)
            {
                var row = baseline.Trade.Row(j, i);
                var flags = baseline.Estimated.Row(j, i);
                for (var n = 0; n < count; n++)
                {
                    if (n != i)
                    {
                        Add(all, i, n, row[n]);
                        Add(estimated, i, n, flags[n] ? row[n] : 0);
                    }
                }
            }
        }
        return [.. all.Select((total, n) => total > 0 ? 100 * estimated[n] / total : 0)];

        void Add(double[] sums, int i, int n, double value)
        {
            sums[i] += value;
            sums[n] += value;
            sums[count] += value;
        }
    }
}
