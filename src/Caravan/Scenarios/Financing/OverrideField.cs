using System.Collections.Immutable;

namespace Caravan.Scenarios.Financing;

/// <summary>A field of an economy that scenarios may replace.</summary>
/// <param name="Name">Key in the file.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="Meaning">What it is.</param>
public sealed record OverrideField(string Name, double Minimum, double Maximum, string Meaning)
{
    /// <summary>Words allowed; empty for a number.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Fields under <c>finance: debt: CODE:</c>.</summary>
    public static ImmutableArray<OverrideField> Debt { get; } =
    [
        new("public_debt_pct", 0, 500, "Public debt, per cent of GDP."),
        new("external_share_pct", 0, 100, "Part of it owed abroad, per cent."),
        new("revenue_pct", 1, 150, "Government revenue, per cent of GDP."),
        new("exports_pct", 1, 300, "Exports of goods and services, per cent of GDP."),
        new("growth_pct", -10, 20, "Real growth, per cent a year."),
        new("growth_past_pct", -20, 30, "Mean real growth of the past ten years, per cent a year."),
        new("growth_deviation_pct", 0, 30, "Standard deviation of growth, percentage points."),
        new("primary_balance_pct", -30, 30, "Primary balance, per cent of GDP; by default debt to GDP stays."),
        new("balance_deviation_pct", 0, 30, "Standard deviation of the primary balance, per cent of GDP."),
        new("export_growth_past_pct", -50, 50, "Mean growth of exports in dollars, per cent a year."),
        new("export_growth_deviation_pct", 0, 60, "Its standard deviation, percentage points."),
        new("flows_deviation_pct", 0, 50, "Standard deviation of transfers and direct investment, per cent of GDP."),
        new("interest_pct", 0, 30, "Interest on public debt, per cent a year."),
        new("maturity_years", 1, 50, "Years over which external debt is repaid."),
        new("gdp_musd", 1, 1e9, "GDP, million dollars."),
        new("capacity", 0, 2, "Debt-carrying capacity.") { Words = FinanceWords.Capacities },
        new("in_distress", 0, 1, "Whether payments are in arrears or being restructured.") { Words = ["no", "yes"] },
    ];

    /// <summary>Fields under <c>finance: risk: CODE:</c>.</summary>
    public static ImmutableArray<OverrideField> Risk { get; } =
    [
        new("geopolitical", 0, 1, "Score of geopolitical risk."),
        new("legal", 0, 1, "Score of legal risk."),
        new("macroeconomic", 0, 1, "Score of macroeconomic risk."),
        new("operational", 0, 1, "Score of operational risk."),
    ];
}
