namespace Caravan.Scenarios;

/// <summary>A debt ratio of a member that may not be exceeded.</summary>
/// <param name="Ratio">Word of the ratio, such as <c>public_pv_to_gdp</c>.</param>
/// <param name="LimitPct">The largest value accepted in the ten years after the base year, per cent.</param>
public readonly record struct DebtLimit(string Ratio, double LimitPct);
