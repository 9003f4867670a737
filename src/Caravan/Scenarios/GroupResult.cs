namespace Caravan.Scenarios;

/// <summary>What a scenario does to a group of economies together.</summary>
public sealed record GroupResult
{
    /// <summary>Readable name, such as <c>Landlocked members</c>.</summary>
    public required string Name { get; init; }

    /// <summary>By what its economies belong together.</summary>
    public required GroupSplit Split { get; init; }

    /// <summary>How many economies the group has.</summary>
    public required int Count { get; init; }

    /// <summary>Members' real income summed at base prices, per cent of their base income.</summary>
    public required double RealIncomePct { get; init; }

    /// <summary>Real income change, million dollars a year.</summary>
    public required double RealIncomeMusd { get; init; }

    /// <summary>Real GDP, weighted by base GDP, per cent.</summary>
    public required double GdpRealPct { get; init; }

    /// <summary>Exports of the group's economies to all others, per cent.</summary>
    public required double ExportsPct { get; init; }

    /// <summary>How many of its economies gain real income.</summary>
    public required int Winners { get; init; }

    /// <summary>How many of its economies lose real income.</summary>
    public required int Losers { get; init; }

    /// <summary>Inhabitants, of the economies that have a number of them.</summary>
    public required double Population { get; init; }

    /// <summary>Household income a person before, dollars; NaN without inhabitants.</summary>
    public required double IncomePerPersonBaseUsd { get; init; }

    /// <summary>Real household income a person after, dollars at base prices; NaN without inhabitants.</summary>
    public required double IncomePerPersonNewUsd { get; init; }
}
