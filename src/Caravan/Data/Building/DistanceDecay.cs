namespace Caravan.Data.Building;

/// <summary>
/// How much faster than the average sector each sector's trade falls with distance. The model: sales are the product
/// of an exporter-sector, an importer-sector and a pair effect and distance to a sector's power. Poisson maximum
/// likelihood asks for two things: sales fit the three sets of margins, which proportional fitting does, and each
/// sector's mean log distance equals the observed one, which the loop here does.
/// </summary>
internal static class DistanceDecay
{
    private const int Rounds = 60;

    /// <summary>Powers by sector, with a sales-weighted mean of zero, from the sales to some of the importers.</summary>
    public static double[] Estimate(double[,,] sales, double[,] distance, Func<int, bool> importer)
    {
        var (sectors, count) = (sales.GetLength(0), sales.GetLength(1));
        var margins = Margins.Of(sales, importer);
        var total = new double[sectors];
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < count; i++)
            {
                total[j] += margins.Exports[j, i];
            }
        }
        var observed = LogDistance(sales, distance, importer);
        var power = new double[sectors];
        for (var round = 0; round < Rounds; round++)
        {
            var (cube, _) = GoodsTrade.Estimate(
                margins.Pairs, margins.Exports, margins.Imports, distance, power, 40);
            var fitted = new double[sectors, count, count];
            Buffer.BlockCopy(cube.Values, 0, fitted, 0, cube.Values.Length * sizeof(double));
            var (mean, square) = (LogDistance(fitted, distance, importer), LogDistance(fitted, distance, importer, 2));
            for (var j = 0; j < sectors; j++)
            {
                var variance = square[j] / total[j] - Math.Pow(mean[j] / total[j], 2);
                power[j] += (observed[j] - mean[j]) / (total[j] * variance);
            }
            var centre = power.Select((p, j) => p * total[j]).Sum() / total.Sum();
            for (var j = 0; j < sectors; j++)
            {
                power[j] -= centre;
            }
        }
        return power;
    }

    // Sum of sales times log distance (to a power) by sector, between different economies.
    private static double[] LogDistance(
        double[,,] sales, double[,] distance, Func<int, bool> importer, int power = 1)
    {
        var sums = new double[sales.GetLength(0)];
        for (var j = 0; j < sums.Length; j++)
        {
            for (var i = 0; i < sales.GetLength(1); i++)
            {
                for (var n = 0; n < sales.GetLength(2); n++)
                {
                    if (i != n && importer(n))
                    {
                        sums[j] += sales[j, i, n] * Math.Pow(Math.Log(distance[i, n]), power);
                    }
                }
            }
        }
        return sums;
    }

    /// <summary>Two-way totals of sales between different economies.</summary>
    internal sealed record Margins(double[,] Pairs, double[,] Exports, double[,] Imports)
    {
        public static Margins Of(double[,,] sales, Func<int, bool> importer)
        {
            var (sectors, count) = (sales.GetLength(0), sales.GetLength(1));
            var margins = new Margins(
                new double[count, count], new double[sectors, count], new double[sectors, count]);
            for (var j = 0; j < sectors; j++)
            {
                for (var i = 0; i < count; i++)
                {
                    for (var n = 0; n < count; n++)
                    {
                        if (i != n && importer(n))
                        {
                            margins.Pairs[i, n] += sales[j, i, n];
                            margins.Exports[j, i] += sales[j, i, n];
                            margins.Imports[j, n] += sales[j, i, n];
                        }
                    }
                }
            }
            return margins;
        }
    }
}
