namespace Caravan.Data.Building;

/// <summary>What is learnt from the one inter-country table and used for 2023.</summary>
internal sealed record TradeBehaviour
{
    public required GoodsHomeShare GoodsHomeShare { get; init; }

    /// <summary>The least part of its spending that an economy serves from home, by sector of the baseline.</summary>
    public required double[] HomeShareFloor { get; init; }

    /// <summary>Detail of goods trade by WIOD group.</summary>
    public required TradeDetail Goods { get; init; }

    /// <summary>Distance power of services.</summary>
    public required double ServicesDecay { get; init; }

    /// <summary>Detail of goods trade in the order of the baseline's goods sectors.</summary>
    public TradeDetail GoodsBySector() => new(
        Goods.DemandPower,
        [.. SectorTable.Rows.Take(SectorTable.GoodsCount).Select(row => Goods.Own[row.Wiod])],
        [.. SectorTable.Rows.Take(SectorTable.GoodsCount).Select(row => Goods.Decay[row.Wiod])]);

    public static TradeBehaviour Estimate(WiodTable wiod, double[,] distance) => new()
    {
        GoodsHomeShare = GoodsHomeShare.Estimate(wiod),
        HomeShareFloor = Building.HomeShareFloor.Estimate(wiod),
        Goods = TradeDetail.Estimate(
            wiod.GoodsSales(), wiod.GoodsDemand(), wiod.GoodsAdvantage(), distance, _ => true),
        ServicesDecay = Building.ServicesDecay.Estimate(wiod, distance),
    };
}
