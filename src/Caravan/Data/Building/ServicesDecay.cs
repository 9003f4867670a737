using static Caravan.Numerics.IterativeProportionalFitting;

namespace Caravan.Data.Building;

/// <summary>
/// How services trade falls with distance: the one power for which sales fitted to each exporter's and importer's
/// totals by sector have the mean log distance observed in WIOD 2011 (Poisson maximum likelihood with exporter and
/// importer effects).
/// </summary>
internal static class ServicesDecay
{
    public static double Estimate(WiodTable wiod, double[,] distance)
    {
        var (low, high) = (-3.0, 1.0);
        var observed = MeanLogDistance(wiod, distance, null);
        for (var step = 0; step < 40; step++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = MeanLogDistance(wiod, distance, middle) > observed ? (low, middle) : (middle, high);
        }
        return 0.5 * (low + high);
    }

    // Of observed sales where power is null, else of sales fitted with that power.
    private static double MeanLogDistance(WiodTable wiod, double[,] distance, double? power)
    {
        var count = wiod.SingleCount;
        var (sum, total) = (0.0, 0.0);
        for (var g = SectorTable.WiodGoods; g < WiodTable.Groups; g++)
        {
            var table = new double[count * count];
            var (rows, columns) = (new double[count], new double[count]);
            for (var i = 0; i < count; i++)
            {
                for (var n = 0; n < count; n++)
                {
                    var sales = i == n ? 0 : wiod.Sales[g, i, n];
                    table[i * count + n] = sales;
                    rows[i] += sales;
                    columns[n] += sales;
                }
            }
            if (power is { } p)
            {
                for (var i = 0; i < count; i++)
                {
                    for (var n = 0; n < count; n++)
                    {
                        table[i * count + n] = i == n
                            ? 0 : rows[i] * columns[n] * Math.Exp(p * Math.Log(distance[i, n]));
                    }
                }
                FitInto(table, rows, columns, 1e-10);
            }
            for (var i = 0; i < count; i++)
            {
                for (var n = 0; n < count; n++)
                {
                    sum += i == n ? 0 : table[i * count + n] * Math.Log(distance[i, n]);
                    total += table[i * count + n];
                }
            }
        }
        return sum / total;
    }
}
