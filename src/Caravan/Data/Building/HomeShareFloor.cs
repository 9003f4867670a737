namespace Caravan.Data.Building;

/// <summary>
/// The least part of its spending on a sector that an economy serves from home: what the lowest tenth of economies did
/// in WIOD 2011, sector group by sector group, within bounds.
/// </summary>
internal static class HomeShareFloor
{
    private const double Tenth = 0.1;

    // Where the lowest tenth serves next to nothing, a fiftieth keeps the sector alive.
    private const double Least = 0.02;

    // And where it serves nearly all, as in construction, an economy of today may still differ.
    private const double Most = 0.06;

    /// <summary>Floors in the order of the baseline's sectors.</summary>
    public static double[] Estimate(WiodTable wiod)
    {
        var floors = new double[WiodTable.Groups];
        for (var g = 0; g < floors.Length; g++)
        {
            var shares = Enumerable.Range(0, wiod.SingleCount)
                .Where(n => wiod.Spending(g, n) > 0)
                .Select(n => wiod.Sales[g, n, n] / wiod.Spending(g, n)).Order().ToArray();
            floors[g] = Math.Clamp(shares[(int)(Tenth * shares.Length)], Least, Most);
        }
        return [.. SectorTable.Rows.Select(row => floors[row.Wiod])];
    }
}
