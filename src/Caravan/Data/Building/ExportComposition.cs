namespace Caravan.Data.Building;

/// <summary>
/// Goods exports by sector: the 2016 composition, moved to 2023 prices of energy, applied to the 2023 total.
/// </summary>
internal static class ExportComposition
{
    /// <summary>
    /// Growth of the crude oil price 2016-2023: 42.8 to 80.8 dollars a barrel, annual averages of Brent, Dubai and WTI,
    /// World Bank Commodity Price Data.
    /// </summary>
    public const double OilPriceGrowth = 80.8 / 42.8;

    private static readonly string[] s_energySectors = ["B05_06", "C19"];

    /// <summary>Exports [sector, economy] of goods, million dollars.</summary>
    public static double[,] Estimate(World world, RawData raw)
    {
        var goods = SectorTable.GoodsCount;
        var total2016 = raw.ExportsBySector.Values.Sum(exports => exports.Sum()) / 1e6;
        var totals = world.Exports();
        var energyGrowth = OilPriceGrowth / (totals.Sum() / total2016);
        var energy = s_energySectors.Select(SectorTable.IndexOf).ToHashSet();
        var result = new double[goods, world.Count];
        for (var n = 0; n < world.Count; n++)
        {
            var weights = new double[goods];
            foreach (var code in world.List.SourceCodes(n))
            {
                if (raw.ExportsBySector.TryGetValue(code, out var exports))
                {
                    for (var j = 0; j < goods; j++)
                    {
                        weights[j] += exports[j] * (energy.Contains(j) ? energyGrowth : 1);
                    }
                }
            }
            var sum = weights.Sum();
            if (!(sum > 0))
            {
                throw new InputException(new InputIssue("exports-hs4-2016", 0,
                    $"{world.List.Economies[n].Code} has no exports by sector"));
            }
            for (var j = 0; j < goods; j++)
            {
                result[j, n] = totals[n] * weights[j] / sum;
            }
        }
        return result;
    }
}
