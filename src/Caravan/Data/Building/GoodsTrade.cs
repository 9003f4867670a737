using static Caravan.Numerics.IterativeProportionalFitting;

namespace Caravan.Data.Building;

/// <summary>
/// Spreads the total of each pair of economies over sectors: the table nearest to (importer's demand to a power) x
/// (importer's own advantage to a sector's power) x (distance to a sector's power) that has the exporters' composition
/// and, exactly, the pair totals. Trade on the diagonal is zero.
/// </summary>
internal static class GoodsTrade
{
    /// <summary>The cube [sector, origin, destination] and how well it meets the compositions.</summary>
    /// <param name="pairs">Totals [origin, destination].</param>
    /// <param name="exports">Exports [sector, origin].</param>
    /// <param name="demand">Spending [sector, destination].</param>
    /// <param name="advantage">Revealed advantage [sector, economy].</param>
    /// <param name="distance">Kilometres [origin, destination].</param>
    /// <param name="detail">Powers of demand, advantage and distance.</param>
    /// <param name="imports">Imports [sector, destination] to be met too; null where unknown.</param>
    /// <param name="maxIterations">Rounds of scaling at most.</param>
    public static (Cells Cube, Misses Misses) Estimate(
        double[,] pairs, double[,] exports, double[,] demand, double[,] advantage, double[,] distance,
        TradeDetail detail, double[,]? imports = null, int maxIterations = 300)
    {
        var (sectors, count) = (exports.GetLength(0), exports.GetLength(1));
        var cube = new Cells(sectors, count, count);
        var wanted = Powers(demand, advantage, detail);
        for (var i = 0; i < count; i++)
        {
            for (var n = 0; n < count; n++)
            {
                if (!(pairs[i, n] > 0))
                {
                    continue;
                }
                var logKm = Math.Log(distance[i, n]);
                for (var j = 0; j < sectors; j++)
                {
                    cube[j, i, n] = pairs[i, n] * exports[j, i] * wanted[j, n] * Math.Exp(detail.Decay[j] * logKm);
                }
            }
        }
        var misses = FitInto(cube, exports, imports, pairs, 1e-9, maxIterations);
        return (cube, misses);
    }

    // A demand of zero counts as a millionth of the economy's largest, so that no pair total is without a place.
    private static double[,] Powers(double[,] demand, double[,] advantage, TradeDetail detail)
    {
        var (sectors, count) = (demand.GetLength(0), demand.GetLength(1));
        var result = new double[sectors, count];
        for (var n = 0; n < count; n++)
        {
            var largest = 0.0;
            for (var j = 0; j < sectors; j++)
            {
                largest = Math.Max(largest, demand[j, n]);
            }
            for (var j = 0; j < sectors; j++)
            {
                result[j, n] = Math.Pow(Math.Max(demand[j, n] / largest, 1e-6), detail.DemandPower)
                    * Math.Pow(advantage[j, n], detail.Own[j]);
            }
        }
        return result;
    }
}
