namespace Caravan.Data.Building;

/// <summary>What the accounts of one economy are closed around; values in million dollars, arrays by sector.</summary>
internal sealed record AccountsInput
{
    public required string Code { get; init; }

    public required Technology Technology { get; init; }

    /// <summary>Household income: GDP at market prices plus the deficit.</summary>
    public required double Income { get; init; }

    /// <summary>Exports to other economies, unrecorded re-exports inside the trade sector included.</summary>
    public required double[] Exports { get; init; }

    /// <summary>Imports from other economies, tariffs included.</summary>
    public required double[] ImportsWithTariff { get; init; }

    /// <summary>Goods that enter in the pair totals and leave outside them, sold by the trade sector.</summary>
    public required double UnrecordedReExports { get; init; }

    /// <summary>Shares of the goods sectors in the imports that pass through unrecorded.</summary>
    public required double[] ImportMix { get; init; }

    /// <summary>Lowest share of own sales in the spending on each sector.</summary>
    public required double[] LowestHomeShare { get; init; }

    /// <summary>Lowest part of goods demand that an economy of this size serves from home.</summary>
    public required double LowestGoodsHomeShare { get; init; }
}
