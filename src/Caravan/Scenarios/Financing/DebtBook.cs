using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>
/// Inputs of debt sustainability by economy: the shipped vintage, estimates by income group for what it does not say,
/// and whatever the scenario puts in their place.
/// </summary>
internal sealed class DebtBook(Scenario scenario, Baseline baseline)
{
    // Above this GDP in million dollars governments borrow mostly at home; a quarter of the group's share is left.
    private const double LargeGdpMusd = 1e6;
    private const double LargePart = 0.25;

    /// <summary>
    /// The inputs; null where the vintage has no debt, revenue or growth and the scenario states none, and without
    /// exports.
    /// </summary>
    /// <param name="code">Economy.</param>
    public DebtInputs? Of(string code)
    {
        var stated = scenario.Finance.Debt.Where(one => one.Economy == code)
            .ToImmutableDictionary(one => one.Field, one => one.Value);
        var economy = baseline.Economies[baseline.IndexOfEconomy(code)];
        var known = PublicFinanceTable.Find(code);
        var gdp = stated.GetValueOrDefault("gdp_musd", baseline.Gdp[baseline.IndexOfEconomy(code)]);
        var (externalPct, interestPct, maturity) = Estimates(economy, gdp);
        var growth = Pct("growth_pct", known?.GrowthPct);
        var inputs = new DebtInputs
        {
            BaseYear = baseline.Year,
            GdpMusd = gdp,
            Exports = Pct("exports_pct", 100 * ExportsMusd(code) / gdp),
            Revenue = Pct("revenue_pct", known?.RevenuePct),
            PublicDebt = Pct("public_debt_pct", known?.PublicDebtPct),
            ExternalShare = Pct("external_share_pct", externalPct),
            InterestRate = Pct("interest_pct", interestPct),
            MaturityYears = (int)stated.GetValueOrDefault("maturity_years", maturity),
            Growth = growth,
            PrimaryBalance = stated.TryGetValue("primary_balance_pct", out var balance) ? balance / 100 : null,
            // what the vintage has no past for is as steady as its projection
            GrowthPast = Or(Pct("growth_past_pct", known?.GrowthPastPct), growth),
            GrowthDeviation = Or(Pct("growth_deviation_pct", known?.GrowthDeviationPct), 0),
            BalanceDeviation = Or(Pct("balance_deviation_pct", known?.RevenueDeviationPct), 0),
            ExportGrowthPast = Or(Pct("export_growth_past_pct", known?.DollarGrowthPastPct), growth),
            ExportGrowthDeviation = Or(Pct("export_growth_deviation_pct", known?.DollarGrowthDeviationPct), 0),
            FlowsDeviation = Or(Pct("flows_deviation_pct", known?.CurrentAccountDeviationPct), 0),
            Capacity = stated.TryGetValue("capacity", out var word) ? (CarryingCapacity)word : CapacityOf(economy),
            InDistress = stated.GetValueOrDefault("in_distress") > 0,
        };
        return double.IsFinite(inputs.PublicDebt) && double.IsFinite(inputs.Revenue) && double.IsFinite(inputs.Growth)
            && inputs.Exports > 0
            ? inputs : null;

        double Pct(string field, double? otherwise) => stated.GetValueOrDefault(field, otherwise ?? double.NaN) / 100;
    }

    /// <summary>Part of debt owed abroad, interest and years of repayment by income group; estimated, no
    /// source.</summary>
    public static (double ExternalPct, double InterestPct, int MaturityYears) Estimates(Economy economy, double gdpMusd)
    {
        var (share, interest, maturity) = economy.IncomeGroup switch
        {
            "low" => (75.0, 1.5, 25),
            "lower-middle" => (60.0, 2.5, 20),
            "high" => (30.0, 4.0, 10),
            _ => (35.0, 4.5, 12),
        };
        return (gdpMusd > LargeGdpMusd ? LargePart * share : share, interest, maturity);
    }

    /// <summary>
    /// Exports of goods and services, million dollars. Goods are data; services are estimates that close the accounts,
    /// and count at most as much as goods.
    /// </summary>
    public double ExportsMusd(string code)
    {
        var (i, goods, services) = (baseline.IndexOfEconomy(code), 0.0, 0.0);
        for (var j = 0; j < baseline.Sectors.Length; j++)
        {
            var row = baseline.Trade.Row(j, i);
            for (var n = 0; n < row.Length; n++)
            {
                goods += n != i && !baseline.Sectors[j].IsService ? row[n] : 0;
                services += n != i && baseline.Sectors[j].IsService ? row[n] : 0;
            }
        }
        return goods + Math.Min(goods, services);
    }

    // the composite indicator needs scores of policy and reserves that do not ship: estimated by income group
    private static CarryingCapacity CapacityOf(Economy economy) => economy.IncomeGroup switch
    {
        "low" => CarryingCapacity.Weak,
        "lower-middle" => CarryingCapacity.Medium,
        _ => CarryingCapacity.Strong,
    };

    private static double Or(double value, double otherwise) => double.IsFinite(value) ? value : otherwise;
}
