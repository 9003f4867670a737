namespace Caravan.Data.Building;

/// <summary>The part of an economy's goods spending served from home, observed and estimated.</summary>
/// <param name="Economy">Short name.</param>
/// <param name="Observed">In WIOD 2011.</param>
/// <param name="Estimated">In the baseline.</param>
public sealed record HomeShareComparison(string Economy, double Observed, double Estimated)
{
    internal static IReadOnlyList<HomeShareComparison> Of(WiodTable wiod, Baseline baseline)
    {
        var rows = new List<HomeShareComparison>();
        for (var m = 0; m < wiod.SingleCount; m++)
        {
            var n = baseline.IndexOfEconomy(wiod.Economies[m]);
            if (n < 0)
            {
                continue;
            }
            var (observedHome, observedAll, home, all) = (0.0, 0.0, 0.0, 0.0);
            for (var g = 0; g < SectorTable.WiodGoods; g++)
            {
                observedHome += wiod.Sales[g, m, m];
                observedAll += wiod.Spending(g, m);
            }
            for (var j = 0; j < SectorTable.GoodsCount; j++)
            {
                home += baseline.Trade[j, n, n];
                for (var i = 0; i < baseline.Economies.Length; i++)
                {
                    all += baseline.Trade[j, i, n] * (1 + baseline.TariffRate[j, i, n]);
                }
            }
            rows.Add(new(baseline.Economies[n].Name, observedHome / observedAll, home / all));
        }
        return [.. rows.OrderBy(row => row.Economy, StringComparer.Ordinal)];
    }
}
