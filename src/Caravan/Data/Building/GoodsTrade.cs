using static Caravan.Numerics.IterativeProportionalFitting;

namespace Caravan.Data.Building;

/// <summary>
/// Spreads the total of each pair of economies over sectors: the table nearest to (distance to a sector's power) that
/// has the exporters' composition, the importers' composition and, exactly, the pair totals. Trade on the diagonal is
/// zero.
/// </summary>
internal static class GoodsTrade
{
    /// <summary>
    /// Imports [sector, economy] from demand [sector, economy]: the more an economy exports of a sector beside what
    /// others export, the less of its own demand it imports. Fitted to world exports by sector and to each economy's
    /// total imports.
    /// </summary>
    public static double[,] ImportsByDemand(
        double[,] demand, double[,] exports, double[] imports, HomeBias bias)
    {
        var (sectors, count) = (demand.GetLength(0), demand.GetLength(1));
        var seed = new double[sectors * count];
        var world = new double[sectors];
        for (var j = 0; j < sectors; j++)
        {
            for (var n = 0; n < count; n++)
            {
                world[j] += exports[j, n];
            }
            for (var n = 0; n < count; n++)
            {
                seed[j * count + n] = demand[j, n] * bias.ImportShare(exports[j, n], world[j]);
            }
        }
        FitInto(seed, world, imports);
        var result = new double[sectors, count];
        Buffer.BlockCopy(seed, 0, result, 0, seed.Length * sizeof(double));
        return result;
    }

    /// <summary>The cube [sector, origin, destination] and how well it meets the two compositions.</summary>
    public static (Cells Cube, Misses Misses) Estimate(
        double[,] pairs, double[,] exports, double[,] imports, double[,] distance, IReadOnlyList<double> decay,
        int maxIterations = 300)
    {
        var (sectors, count) = (exports.GetLength(0), exports.GetLength(1));
        var cube = new Cells(sectors, count, count);
        for (var i = 0; i < count; i++)
        {
            for (var n = 0; n < count; n++)
            {
                if (pairs[i, n] > 0)
                {
                    var logKm = Math.Log(distance[i, n]);
                    var seeded = false;
                    for (var j = 0; j < sectors; j++)
                    {
                        var value = exports[j, i] * imports[j, n] * Math.Exp(decay[j] * logKm);
                        cube[j, i, n] = value;
                        seeded |= value > 0;
                    }
                    // a pair whose exporter sells nothing that the importer buys still keeps its total
                    for (var j = 0; j < sectors && !seeded; j++)
                    {
                        cube[j, i, n] = exports[j, i];
                    }
                }
            }
        }
        var misses = FitInto(cube, exports, imports, pairs, 1e-9, maxIterations);
        return (cube, misses);
    }
}
