namespace Caravan.Data.Building;

/// <summary>What is learnt from the one inter-country table and used for 2023.</summary>
internal sealed record TradeBehaviour
{
    public required HomeBias HomeBias { get; init; }

    public required GoodsHomeShare GoodsHomeShare { get; init; }

    /// <summary>Distance powers by WIOD goods group, relative to the mean of goods.</summary>
    public required double[] GoodsDecay { get; init; }

    /// <summary>Distance power of services.</summary>
    public required double ServicesDecay { get; init; }

    /// <summary>Distance powers in the order of the baseline's goods sectors.</summary>
    public double[] GoodsDecayBySector() =>
        [.. SectorTable.Rows.Take(SectorTable.GoodsCount).Select(row => GoodsDecay[row.Wiod])];

    public static TradeBehaviour Estimate(WiodTable wiod, double[,] distance) => new()
    {
        HomeBias = HomeBias.Estimate(wiod),
        GoodsHomeShare = GoodsHomeShare.Estimate(wiod),
        GoodsDecay = DistanceDecay.Estimate(HoldOut.GoodsSales(wiod), distance, _ => true),
        ServicesDecay = Building.ServicesDecay.Estimate(wiod, distance),
    };
}
