namespace Caravan.Data.Building;

/// <summary>
/// How the sectors of a pair's trade depart from the exporter's composition: they lean to what the importer spends on,
/// with one power, to or from what the importer itself exports and to near or far partners, with one power a sector
/// each.
/// </summary>
/// <remarks>
/// The model of sales x[j,i,n] = a[j,i] b[i,n] demand[j,n]^power advantage[j,n]^own[j] distance[i,n]^decay[j] is fitted
/// by Poisson maximum likelihood. Its conditions are: sales fit exporter-by-sector and pair totals, which proportional
/// fitting does, and the sales-weighted means of log demand and, by sector, of log advantage and log distance equal
/// those observed, which the loop does. Advantage is the sector's share in the importer's own exports over its share in
/// all exports (Balassa's index).
/// </remarks>
/// <param name="DemandPower">Power of the importer's demand.</param>
/// <param name="Own">Power of the importer's revealed advantage by sector: negative where makers import less.</param>
/// <param name="Decay">Power of distance by sector, with a sales-weighted mean of zero.</param>
internal sealed record TradeDetail(double DemandPower, double[] Own, double[] Decay)
{
    private const int Rounds = 120;

    // The index is kept between these, so that no single cell decides; below a fifth an economy just does not export.
    private const double LowestAdvantage = 0.2;
    private const double HighestAdvantage = 50;

    /// <summary>Neither demand nor distance matters: each pair has the exporter's composition.</summary>
    public static TradeDetail Naive(int sectors) => new(0, new double[sectors], new double[sectors]);

    /// <summary>Fits to the sales of some importers.</summary>
    /// <param name="sales">Observed sales [sector, origin, destination].</param>
    /// <param name="demand">Spending [sector, destination].</param>
    /// <param name="advantage">Revealed advantage [sector, economy] of <see cref="Advantage"/>.</param>
    /// <param name="distance">Kilometres [origin, destination].</param>
    /// <param name="importer">True for the importers whose sales are used.</param>
    public static TradeDetail Estimate(
        double[,,] sales, double[,] demand, double[,] advantage, double[,] distance, Func<int, bool> importer)
    {
        var (sectors, count) = (sales.GetLength(0), sales.GetLength(1));
        var margins = TradeMargins.Of(sales, importer);
        var lean = Lean(demand, margins.Imports);
        var observed = Moments.Of(sales, lean, advantage, distance, importer);
        var detail = Naive(sectors);
        for (var round = 0; round < Rounds; round++)
        {
            var (cube, _) = GoodsTrade.Estimate(
                margins.Pairs, margins.Exports, demand, advantage, distance, detail, maxIterations: 30);
            var fitted = new double[sectors, count, count];
            Buffer.BlockCopy(cube.Values, 0, fitted, 0, cube.Values.Length * sizeof(double));
            var now = Moments.Of(fitted, lean, advantage, distance, importer);
            var (own, decay) = (new double[sectors], new double[sectors]);
            for (var j = 0; j < sectors; j++)
            {
                own[j] = detail.Own[j] + (observed.Own[j] - now.Own[j]) / observed.OwnVariance[j];
                decay[j] = detail.Decay[j] + (observed.LogKm[j] - now.LogKm[j]) / observed.LogKmVariance[j];
            }
            var centre = decay.Select((p, j) => p * observed.Sales[j]).Sum() / observed.Sales.Sum();
            detail = new(
                detail.DemandPower + (observed.Lean - now.Lean) / observed.LeanVariance,
                own,
                [.. decay.Select(p => p - centre)]);
        }
        return detail;
    }

    /// <summary>Revealed advantage [sector, economy] in exports [sector, economy].</summary>
    public static double[,] Advantage(double[,] exports)
    {
        var (sectors, count) = (exports.GetLength(0), exports.GetLength(1));
        var (bySector, byEconomy, all) = (new double[sectors], new double[count], 0.0);
        for (var j = 0; j < sectors; j++)
        {
            for (var n = 0; n < count; n++)
            {
                bySector[j] += exports[j, n];
                byEconomy[n] += exports[j, n];
                all += exports[j, n];
            }
        }
        var advantage = new double[sectors, count];
        for (var j = 0; j < sectors; j++)
        {
            for (var n = 0; n < count; n++)
            {
                advantage[j, n] = Math.Clamp(
                    exports[j, n] / byEconomy[n] * all / bySector[j], LowestAdvantage, HighestAdvantage);
            }
        }
        return advantage;
    }

    // Log demand without its weighted means by sector and by importer, which the effects absorb.
    private static double[,] Lean(double[,] demand, double[,] weight)
    {
        var (sectors, count) = (demand.GetLength(0), demand.GetLength(1));
        var lean = new double[sectors, count];
        for (var j = 0; j < sectors; j++)
        {
            for (var n = 0; n < count; n++)
            {
                lean[j, n] = Math.Log(Math.Max(demand[j, n], 1e-6));
            }
        }
        for (var sweep = 0; sweep < 100; sweep++)
        {
            for (var j = 0; j < sectors; j++)
            {
                Centre(count, n => weight[j, n], n => lean[j, n], (n, mean) => lean[j, n] -= mean);
            }
            for (var n = 0; n < count; n++)
            {
                Centre(sectors, j => weight[j, n], j => lean[j, n], (j, mean) => lean[j, n] -= mean);
            }
        }
        return lean;
    }

    private static void Centre(
        int length, Func<int, double> weight, Func<int, double> value, Action<int, double> subtract)
    {
        var (sum, total) = (0.0, 0.0);
        for (var a = 0; a < length; a++)
        {
            sum += weight(a) * value(a);
            total += weight(a);
        }
        for (var a = 0; a < length && total > 0; a++)
        {
            subtract(a, sum / total);
        }
    }

    private sealed record Moments(
        double Lean, double LeanVariance, double[] Sales, double[] Own, double[] OwnVariance, double[] LogKm,
        double[] LogKmVariance)
    {
        public static Moments Of(
            double[,,] sales, double[,] lean, double[,] advantage, double[,] distance, Func<int, bool> importer)
        {
            var (sectors, count) = (sales.GetLength(0), sales.GetLength(1));
            var (leanSum, leanSquare) = (0.0, 0.0);
            var (total, logKm, square) = (new double[sectors], new double[sectors], new double[sectors]);
            var (own, ownSquare) = (new double[sectors], new double[sectors]);
            for (var j = 0; j < sectors; j++)
            {
                for (var i = 0; i < count; i++)
                {
                    for (var n = 0; n < count; n++)
                    {
                        if (i == n || !importer(n))
                        {
                            continue;
                        }
                        var (value, log) = (sales[j, i, n], Math.Log(distance[i, n]));
                        leanSum += value * lean[j, n];
                        leanSquare += value * lean[j, n] * lean[j, n];
                        total[j] += value;
                        var revealed = Math.Log(advantage[j, n]);
                        own[j] += value * revealed;
                        ownSquare[j] += value * revealed * revealed;
                        logKm[j] += value * log;
                        square[j] += value * log * log;
                    }
                }
            }
            return new(leanSum, leanSquare, total, own,
                [.. ownSquare.Select((s, j) => s - own[j] * own[j] / total[j])], logKm,
                [.. square.Select((s, j) => s - logKm[j] * logKm[j] / total[j])]);
        }
    }
}
