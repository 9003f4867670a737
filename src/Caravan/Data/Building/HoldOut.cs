namespace Caravan.Data.Building;

/// <summary>
/// How far estimates by sector and partner are from an observed inter-country table, WIOD 2011, beside what a naive
/// estimate would give.
/// </summary>
internal static class HoldOut
{
    /// <summary>
    /// The method alone: WIOD's own pair totals, exporters' composition and importers' demand are given, the detail is
    /// estimated and compared. What is estimated for one half of the importers comes from the other half.
    /// </summary>
    public static IReadOnlyList<DetailError> Method(WiodTable wiod, double[,] distance)
    {
        var (sales, demand) = (wiod.GoodsSales(), wiod.GoodsDemand());
        var advantage = wiod.GoodsAdvantage();
        var (sectors, count) = (sales.GetLength(0), sales.GetLength(1));
        var margins = TradeMargins.Of(sales, _ => true);
        bool Even(int n) => n % 2 == 0;
        bool Odd(int n) => n % 2 == 1;
        var forEven = TradeDetail.Estimate(sales, demand, advantage, distance, Odd);
        var forOdd = TradeDetail.Estimate(sales, demand, advantage, distance, Even);
        double[,,] Fit(Func<TradeDetail, TradeDetail> simplify, double[,]? imports = null)
        {
            double[] Values(TradeDetail detail) => GoodsTrade.Estimate(
                margins.Pairs, margins.Exports, demand, advantage, distance, simplify(detail), imports).Cube.Values;
            var (even, odd) = (Values(forEven), Values(forOdd));
            return Each(sectors, count, (j, i, n) => (Even(n) ? even : odd)[(j * count + i) * count + n]);
        }
        var flat = new double[sectors];
        return
        [
            DetailError.Of("exporters' composition only", sales, Naive(margins)),
            DetailError.Of("and distance by sector", sales,
                Fit(detail => detail with { DemandPower = 0, Own = flat })),
            DetailError.Of("and importers' demand", sales, Fit(detail => detail with { Own = flat })),
            DetailError.Of("and importers' own exports (the method)", sales, Fit(detail => detail)),
            DetailError.Of("the method, importers' composition known", sales,
                Fit(detail => detail, margins.Imports)),
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
                Naive(TradeMargins.Of(estimated, _ => true))),
            DetailError.Of("world-2023", observed, estimated),
        ];
    }

    private static double[,,] Naive(TradeMargins margins)
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
}
