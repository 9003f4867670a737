namespace Caravan.Scenarios;

/// <summary>What a package costs an economy's public in a year, and what it leaves of the gain; one row of
/// <c>fiscal.csv</c>. Parts are equal amounts over the years of service at the discount rate, million dollars a year.
/// </summary>
public sealed record FiscalResult
{
    /// <summary>Code.</summary>
    public required string Economy { get; init; }

    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>True for a member.</summary>
    public required bool Member { get; init; }

    /// <summary>Grants and equity.</summary>
    public required double ContributionsMusd { get; init; }

    /// <summary>Interest and principal.</summary>
    public required double DebtServiceMusd { get; init; }

    /// <summary>Operation and maintenance.</summary>
    public required double MaintenanceMusd { get; init; }

    /// <summary>What users pay to it.</summary>
    public required double RevenueMusd { get; init; }

    /// <summary>What its own lenders and its part of the fund pay out less what they get back.</summary>
    public required double LendingMusd { get; init; }

    /// <summary>The sum: contributions, debt service, maintenance and lending less revenue.</summary>
    public required double NetMusd { get; init; }

    /// <summary>G: the same where it is above zero, else zero.</summary>
    public required double FiscalCostMusd { get; init; }

    /// <summary>Real income before G, per cent.</summary>
    public required double RealIncomeBeforePct { get; init; }

    /// <summary>Real income net of G, per cent.</summary>
    public required double RealIncomePct { get; init; }

    /// <summary>Real income net of G, million dollars a year.</summary>
    public required double RealIncomeMusd { get; init; }

    /// <summary>Real GDP, before G, per cent.</summary>
    public required double GdpRealPct { get; init; }
}
