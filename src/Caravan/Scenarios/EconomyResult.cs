namespace Caravan.Scenarios;

/// <summary>What a scenario does to one economy; one row of <c>economies.csv</c>.</summary>
public sealed record EconomyResult
{
    /// <summary>ISO alpha-3 code or aggregate code.</summary>
    public required string Code { get; init; }

    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>True for members of the package.</summary>
    public required bool Member { get; init; }

    /// <summary>True where the economy has no sea coast.</summary>
    public required bool Landlocked { get; init; }

    /// <summary>Region by name.</summary>
    public required string Region { get; init; }

    /// <summary>Income group.</summary>
    public required string IncomeGroup { get; init; }

    /// <summary>Inhabitants; zero where unknown.</summary>
    public required double Population { get; init; }

    /// <summary>Household real income net of infrastructure cost, per cent.</summary>
    public required double RealIncomePct { get; init; }

    /// <summary>Real wage, per cent.</summary>
    public required double RealWagePct { get; init; }

    /// <summary>Real GDP before infrastructure cost, per cent.</summary>
    public required double GdpRealPct { get; init; }

    /// <summary>Caliendo-Parro terms of trade, first order, per cent of income.</summary>
    public required double TermsOfTradePct { get; init; }

    /// <summary>Caliendo-Parro volume of trade, first order, per cent of income.</summary>
    public required double VolumeOfTradePct { get; init; }

    /// <summary>Saved iceberg cost, first order, per cent of income.</summary>
    public required double TechnicalEfficiencyPct { get; init; }

    /// <summary>Exports to all other economies net of tariff, per cent.</summary>
    public required double ExportsPct { get; init; }

    /// <summary>Imports from all other economies net of tariff, per cent.</summary>
    public required double ImportsPct { get; init; }

    /// <summary>Exports plus imports with other members, per cent.</summary>
    public required double TradeWithMembersPct { get; init; }

    /// <summary>Consumer price index of final spending, per cent, relative to the numeraire.</summary>
    public required double PriceIndexPct { get; init; }

    /// <summary>Real income change at base prices, million dollars a year: base income times the real change.</summary>
    public required double RealIncomeMusd { get; init; }

    /// <summary>Household income before, million dollars.</summary>
    public required double IncomeBaseMusd { get; init; }

    /// <summary>GDP of the baseline, million dollars.</summary>
    public required double GdpBaseMusd { get; init; }

    /// <summary>Exports before, million dollars.</summary>
    public required double ExportsBaseMusd { get; init; }

    /// <summary>Exports after, million dollars.</summary>
    public required double ExportsNewMusd { get; init; }

    /// <summary>Imports before, million dollars.</summary>
    public required double ImportsBaseMusd { get; init; }

    /// <summary>Imports after, million dollars.</summary>
    public required double ImportsNewMusd { get; init; }

    /// <summary>Share of the economy's base trade value in estimated cells, per cent.</summary>
    public required double EstimatedTradePct { get; init; }
}
