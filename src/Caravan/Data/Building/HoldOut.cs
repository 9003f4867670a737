namespace Caravan.Data.Building;

/// <summary>
/// How far estimates by sector and partner are from an observed inter-country table, WIOD 2011, beside what a naive
/// estimate would give.
/// </summary>
internal static class HoldOut
{
    /// <summary>
    /// The method alone: WIOD's own pair totals, exporters' composition and importers' demand are given, the detail is
    /// estimated and compared. Distance powers for the importers of one half come from the other half.
    /// </summary>
    public static IReadOnlyList<DetailError> Method(WiodTable wiod, double[,] distance)
    {
        var sales = GoodsSales(wiod);
        var (sectors, count) = (sales.GetLength(0), sales.GetLength(1));
        var all = DistanceDecay.Margins.Of(sales, _ => true);
        var demand = new double[sectors, count];
        var imports = new double[count];
        for (var n = 0; n < count; n++)
        {
            for (var j = 0; j < sectors; j++)
            {
                demand[j, n] = wiod.Spending(j, n);
                imports[n] += all.Imports[j, n];
            }
        }
        var estimated = GoodsTrade.ImportsByDemand(demand, all.Exports, imports, HomeBias.Estimate(wiod));
        var none = new double[sectors];
        var halves = new[]
        {
            DistanceDecay.Estimate(sales, distance, n => n % 2 == 1),
            DistanceDecay.Estimate(sales, distance, n => n % 2 == 0),
        };
        double[,,] Fit(double[,] importsBySector, double[] decay) =>
            Array3(GoodsTrade.Estimate(all.Pairs, all.Exports, importsBySector, distance, decay).Cube.Values,
                sectors, count);
        double[,,] ByHalf(double[,] importsBySector)
        {
            var (even, odd) = (Fit(importsBySector, halves[0]), Fit(importsBySector, halves[1]));
            return Each(sectors, count, (j, i, n) => n % 2 == 0 ? even[j, i, n] : odd[j, i, n]);
        }
        return
        [
            DetailError.Of("exporters' composition only", sales, Naive(all)),
            DetailError.Of("and importers' demand", sales, Fit(estimated, none)),
            DetailError.Of("and distance by sector (the method)", sales, ByHalf(estimated)),
            DetailError.Of("the method, importers' composition known", sales, ByHalf(all.Imports)),
        ];
    }

    /// <summary>
    /// The baseline's goods trade of 2023 pooled to WIOD's groups and the economies in both, against the shares of
    /// 2011: twelve years apart, so part of the distance is change and not error. The naive estimate gives each pair
    /// the exporter's composition of 2023.
    /// </summary>
    public static IReadOnlyList<DetailError> Baseline(WiodTable wiod, Baseline baseline)
    {
        var common = Enumerable.Range(0, wiod.SingleCount)
            .Select(n => (Wiod: n, Here: baseline.IndexOfEconomy(wiod.Economies[n]))).Where(x => x.Here >= 0).ToArray();
        var observed = Each(SectorTable.WiodGoods, common.Length,
            (g, i, n) => i == n ? 0 : wiod.Sales[g, common[i].Wiod, common[n].Wiod]);
        var estimated = new double[SectorTable.WiodGoods, common.Length, common.Length];
        for (var j = 0; j < SectorTable.GoodsCount; j++)
        {
            for (var i = 0; i < common.Length; i++)
            {
                for (var n = 0; n < common.Length; n++)
                {
                    estimated[SectorTable.Rows[j].Wiod, i, n] +=
                        i == n ? 0 : baseline.Trade[j, common[i].Here, common[n].Here];
                }
            }
        }
        return
        [
            DetailError.Of("exporters' composition only", observed,
                Naive(DistanceDecay.Margins.Of(estimated, _ => true))),
            DetailError.Of("world-2023", observed, estimated),
        ];
    }

    /// <summary>WIOD goods sales between single economies [group, origin, destination].</summary>
    public static double[,,] GoodsSales(WiodTable wiod) =>
        Each(SectorTable.WiodGoods, wiod.SingleCount, (g, i, n) => i == n ? 0 : wiod.Sales[g, i, n]);

    private static double[,,] Naive(DistanceDecay.Margins margins)
    {
        var (sectors, count) = (margins.Exports.GetLength(0), margins.Exports.GetLength(1));
        var totals = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < sectors; j++)
            {
                totals[i] += margins.Exports[j, i];
            }
        }
        return Each(sectors, count, (j, i, n) => margins.Pairs[i, n] * margins.Exports[j, i] / totals[i]);
    }

    private static double[,,] Each(int sectors, int count, Func<int, int, int, double> value)
    {
        var cube = new double[sectors, count, count];
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var n = 0; n < count; n++)
                {
                    cube[j, i, n] = value(j, i, n);
                }
            }
        }
        return cube;
    }

    private static double[,,] Array3(double[] values, int sectors, int count)
    {
        var cube = new double[sectors, count, count];
        Buffer.BlockCopy(values, 0, cube, 0, values.Length * sizeof(double));
        return cube;
    }
}
