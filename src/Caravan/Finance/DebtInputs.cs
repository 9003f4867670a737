namespace Caravan.Finance;

/// <summary>What the framework needs to know of an economy. Rates and shares are fractions, of GDP unless said.</summary>
public sealed record DebtInputs
{
    /// <summary>The year whose end is the starting point; the first projected year follows.</summary>
    public required int BaseYear { get; init; }

    /// <summary>GDP in the base year, million dollars.</summary>
    public required double GdpMusd { get; init; }

    /// <summary>Exports of goods and services.</summary>
    public required double Exports { get; init; }

    /// <summary>Government revenue, grants included.</summary>
    public required double Revenue { get; init; }

    /// <summary>Public debt, face value.</summary>
    public required double PublicDebt { get; init; }

    /// <summary>Part of public debt owed abroad, a fraction of public debt.</summary>
    public required double ExternalShare { get; init; }

    /// <summary>Interest a year on public debt, a fraction of debt.</summary>
    public required double InterestRate { get; init; }

    /// <summary>Years in which external debt would be repaid in equal parts.</summary>
    public required int MaturityYears { get; init; }

    /// <summary>Real growth a year.</summary>
    public required double Growth { get; init; }

    /// <summary>Rise of prices in dollars a year. Default 2 %, the aim of the United States' central bank.</summary>
    public double Inflation { get; init; } = 0.02;

    /// <summary>
    /// Primary balance, revenue less spending without interest; null for the one that keeps debt to GDP where it is.
    /// </summary>
    public double? PrimaryBalance { get; init; }

    /// <summary>Mean real growth of the past ten years.</summary>
    public required double GrowthPast { get; init; }

    /// <summary>Standard deviation of real growth over the past ten years.</summary>
    public required double GrowthDeviation { get; init; }

    /// <summary>Standard deviation of the primary balance.</summary>
    public required double BalanceDeviation { get; init; }

    /// <summary>Mean growth of exports in dollars over the past ten years.</summary>
    public required double ExportGrowthPast { get; init; }

    /// <summary>Standard deviation of the growth of exports in dollars.</summary>
    public required double ExportGrowthDeviation { get; init; }

    /// <summary>Standard deviation of transfers and direct investment.</summary>
    public required double FlowsDeviation { get; init; }

    /// <summary>Which thresholds hold.</summary>
    public required CarryingCapacity Capacity { get; init; }

    /// <summary>True where payments are in arrears or being restructured.</summary>
    public bool InDistress { get; init; }

    /// <summary>Growth of GDP in dollars.</summary>
    public double DollarGrowth => (1 + Growth) * (1 + Inflation) - 1;
}
