using Caravan.Numerics;
using static Caravan.Numerics.IterativeProportionalFitting;

namespace Caravan.Data.Building;

/// <summary>
/// Spreads services exports and imports over sectors and partners. No source has them for 2023, so every cell is an
/// estimate: composition from WIOD 2011, partners by gravity, balanced to the margins.
/// </summary>
internal static class ServicesTrade
{
    /// <summary>What trade gains when the two share an official language: a factor of 1.5, an assumption.</summary>
    public const double LanguageFactor = 1.5;

    // WIOD has computer services inside business services (c30); this part of their trade joins communication.
    private const double ComputerPartOfBusiness = 1.0 / 3;

    private static int First => SectorTable.WiodGoods;

    private static int Count => SectorTable.Sectors.Length - SectorTable.GoodsCount;

    /// <summary>Sales [service sector, origin, destination], zero on the diagonal.</summary>
    public static Cells Estimate(World world, RawData raw, WiodTable wiod, ServicesMargins margins, double decay)
    {
        var trade = SectorTable.IndexOf("G") - SectorTable.GoodsCount;
        var exports = Compose(world, raw, wiod, margins.Exports, wiod.Exports);
        var imports = Compose(world, raw, wiod, margins.Imports, (g, n) => wiod.Spending(g, n) - wiod.Sales[g, n, n]);
        var totals = new double[Count];
        for (var s = 0; s < Count; s++)
        {
            for (var n = 0; n < world.Count; n++)
            {
                exports[s * world.Count + n] += s == trade ? margins.UnrecordedReExports[n] : 0;
                totals[s] += exports[s * world.Count + n];
            }
        }
        FitInto(imports, totals, margins.Imports);
        var cube = new Cells(Count, world.Count, world.Count);
        for (var s = 0; s < Count; s++)
        {
            var table = cube.Values.AsSpan(s * world.Count * world.Count, world.Count * world.Count);
            for (var i = 0; i < world.Count; i++)
            {
                for (var n = 0; n < world.Count; n++)
                {
                    table[i * world.Count + n] = i == n ? 0
                        : exports[s * world.Count + i] * imports[s * world.Count + n]
                            * Math.Exp(decay * Math.Log(world.Distance[i, n]))
                            * (world.CommonLanguage[i, n] ? LanguageFactor : 1);
                }
            }
            FitInto(table, exports.AsSpan(s * world.Count, world.Count), imports.AsSpan(s * world.Count, world.Count));
        }
        return cube;
    }

    // [service sector, economy]: the composition of WIOD economies is their own; that of others is what income
    // predicts, sector by sector in logarithms of shares.
    private static double[] Compose(
        World world, RawData raw, WiodTable wiod, double[] totals, Func<int, int, double> trade)
    {
        var (shares, income, codes) = (new List<double[]>(), new List<double[]>(), new List<string>());
        for (var n = 0; n < wiod.SingleCount; n++)
        {
            if (raw.Population2011.TryGetValue(wiod.Economies[n], out var people))
            {
                var values = Enumerable.Range(First, Count)
                    .Select(g => g == SectorTable.WiodTradeMargins ? 0 : trade(g, n)).ToArray();
                var (communication, business) = (Position("J"), Position("KMN"));
                var moved = ComputerPartOfBusiness * values[business];
                values[communication] += moved;
                values[business] -= moved;
                var total = values.Sum();
                shares.Add([.. values.Select(value => value / total)]);
                income.Add([Math.Log(wiod.ValueAdded[n] * 1e6 / people)]);
                codes.Add(wiod.Economies[n]);
            }
        }
        // a share of zero has no logarithm: it counts as a tenth of a per cent, in the trade sector as in all
        var fits = Enumerable.Range(0, Count)
            .Select(s => LeastSquares.Fit([.. shares.Select(row => Math.Log(Math.Max(row[s], 1e-3)))], income))
            .ToArray();
        var result = new double[Count * world.Count];
        for (var n = 0; n < world.Count; n++)
        {
            var own = codes.IndexOf(world.List.Economies[n].Code);
            var share = own >= 0
                ? [.. shares[own].Select(value => Math.Max(value, 1e-4))]
                : fits.Select(fit => Math.Exp(fit.Predict(
                    Math.Log(world.Gdp[n] * 1e6 / world.Population[n])))).ToArray();
            var sum = share.Sum();
            for (var s = 0; s < Count; s++)
            {
                result[s * world.Count + n] = totals[n] * share[s] / sum;
            }
        }
        return result;
    }

    private static int Position(string code) => SectorTable.IndexOf(code) - SectorTable.GoodsCount;
}
