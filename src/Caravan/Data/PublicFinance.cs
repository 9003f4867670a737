namespace Caravan.Data;

/// <summary>
/// Public finance of an economy as the World Economic Outlook of April 2019 saw it: an old vintage, projected for 2023.
/// Per cent of GDP unless said; NaN where the source says nothing.
/// </summary>
/// <param name="Economy">ISO 3166 alpha-3 code.</param>
public sealed record PublicFinance(string Economy)
{
    /// <summary>Year that levels stand for, a projection of the vintage.</summary>
    public required int Year { get; init; }

    /// <summary>Gross debt of general government, owed at home and abroad.</summary>
    public required double PublicDebtPct { get; init; }

    /// <summary>Revenue of general government.</summary>
    public required double RevenuePct { get; init; }

    /// <summary>Standard deviation of revenue to GDP over the past ten years; stands for that of the primary balance.
    /// </summary>
    public required double RevenueDeviationPct { get; init; }

    /// <summary>Mean real growth projected for 2020 to 2024, per cent a year.</summary>
    public required double GrowthPct { get; init; }

    /// <summary>Mean real growth of the past ten years, per cent a year.</summary>
    public required double GrowthPastPct { get; init; }

    /// <summary>Standard deviation of real growth over the past ten years, percentage points.</summary>
    public required double GrowthDeviationPct { get; init; }

    /// <summary>Mean growth of GDP in dollars over the past ten years, per cent a year; stands for that of exports.
    /// </summary>
    public required double DollarGrowthPastPct { get; init; }

    /// <summary>Standard deviation of the growth of GDP in dollars, percentage points; stands for that of exports.
    /// </summary>
    public required double DollarGrowthDeviationPct { get; init; }

    /// <summary>Current account balance, mean of 2021 to 2023 as projected.</summary>
    public required double CurrentAccountPct { get; init; }

    /// <summary>Standard deviation of the current account over the past ten years; stands for that of transfers and
    /// direct investment.</summary>
    public required double CurrentAccountDeviationPct { get; init; }
}
