using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of the tables of projects, money and debt: the one place that names, orders and defines them.
/// </summary>
public static class BuildColumns
{
    internal static ImmutableArray<ReportField<ProjectResult>> Projects { get; } =
    [
        Field<ProjectResult>("id", "Project", Text, p => p.Id, "Id of the action."),
        Field<ProjectResult>("title", "Project", Text, p => p.Title, "Title."),
        Field<ProjectResult>("cost_musd", "Cost", Money, p => p.CostMusd, "Capital cost."),
        Field<ProjectResult>("catalogue_cost", "Catalogue", Flag, p => p.HasCatalogueCost,
            "True where the cost is the catalogue's, not the scenario's."),
        Field<ProjectResult>("start_year", "Starts", Year, p => p.StartYear, "First year of construction."),
        Field<ProjectResult>("open_year", "Opens", Year, p => p.OpenYear, "First year of service."),
        Field<ProjectResult>("life_years", "Life", Count, p => p.LifeYears, "Years of service."),
        Field<ProjectResult>("owners", "Owners", Text, p => p.Owners, "Who owns it."),
        Field<ProjectResult>("mix", "Financing", Text, p => p.Mix,
            "Sources of the capital; of a loan the rate, the years of grace and of repayment, and the currency."),
        Field<ProjectResult>("loans_pct", "Loans", PercentShare, p => p.LoansPct, "Part of the capital that is lent."),
        Field<ProjectResult>("traffic_teu", "TEU", Number, p => Math.Round(p.TrafficTeu),
            "TEU a year whose best route leads over it, all or nothing where no shares of modes are known, so an upper bound; "
            + "estimated.", 0),
        Field<ProjectResult>("revenue_musd", "Revenue", Money, p => p.RevenueMusd, "What users pay in a year."),
        Field<ProjectResult>("maintenance_musd", "Upkeep", Money, p => p.MaintenanceMusd,
            "Operation and maintenance in a year."),
        Field<ProjectResult>("npv_musd", "NPV", MoneyChange, p => p.NpvMusd,
            "Net present value: revenue less capital and upkeep at the discount rate, to the first year of construction.", 0),
        Field<ProjectResult>("irr", "IRR", Number, p => p.Irr,
            "Internal rate of return before financing, a fraction; empty where there is none or more than one.", 3),
        Field<ProjectResult>("irr_found", "Rates", Text, p => p.IrrWord, "Number of rates: one, none or multiple."),
        Field<ProjectResult>("grant_element_pct", "Grant element", PercentShare, p => p.GrantElementPct,
            "What all sources but equity give, at 5 %: 100 for a grant, 0 for a loan at 5 %."),
        Field<ProjectResult>("gain_musd", "Gain, world", MoneyChange, p => p.GainMusd,
            "Real income that all economies would lose in a year if it alone were left out of the package, before cost."),
        Field<ProjectResult>("gain_members_musd", "Gain, members", MoneyChange, p => p.GainMembersMusd,
            "The same for members."),
        Field<ProjectResult>("economic_npv_musd", "Economic NPV", MoneyChange, p => p.EconomicNpvMusd,
            "Gain of all economies over the years of service less capital and upkeep, at the social discount rate.", 0),
        Field<ProjectResult>("economic_irr", "Economic IRR", Number, p => p.EconomicIrr,
            "Rate at which that value is zero, a fraction; empty where there is none or more than one.", 3),
        Field<ProjectResult>("benefit_cost_ratio", "Benefit-cost ratio", Number, p => p.BenefitCostRatio,
            "Discounted gain of all economies over discounted cost; above 1 it pays.", 2),
        Field<ProjectResult>("economic_npv_members_musd", "Economic NPV, members", MoneyChange,
            p => p.EconomicNpvMembersMusd, "The same value counting members' gains only.", 0),
        Field<ProjectResult>("benefit_cost_ratio_members", "Ratio, members", Number, p => p.BenefitCostRatioMembers,
            "Discounted gain of members over discounted cost.", 2),
        Field<ProjectResult>("premium_pct", "Premium", PercentShare, p => p.PremiumPct,
            "Premium of commercial loans for the owners' risk; estimated."),
        Field<ProjectResult>("delay_pct", "Late", PercentShare, p => p.DelayPct,
            "Probability of opening two years late and 28 % above cost; estimated."),
        Field<ProjectResult>("failure_pct", "Never", PercentShare, p => p.FailurePct,
            "Probability of being paid for and never opening; estimated."),
        Field<ProjectResult>("expected_npv_musd", "Expected NPV", MoneyChange, p => p.ExpectedNpvMusd,
            "Mean net present value over opening on time, late and never.", 0),
        Field<ProjectResult>("downside_npv_musd", "Downside NPV", MoneyChange, p => p.DownsideNpvMusd,
            "Net present value when it opens late.", 0),
        Field<ProjectResult>("expected_economic_npv_musd", "Expected economic NPV", MoneyChange,
            p => p.ExpectedEconomicNpvMusd, "Mean economic net present value, all economies.", 0),
        Field<ProjectResult>("downside_economic_npv_musd", "Downside economic NPV", MoneyChange,
            p => p.DownsideEconomicNpvMusd, "Economic net present value when it opens late.", 0),
    ];

    internal static ImmutableArray<ReportField<ProjectGain>> Gains { get; } =
    [
        Field<ProjectGain>("project", "Project", Text, g => g.Project, "Id of the action."),
        Field<ProjectGain>("economy", "Code", Text, g => g.Economy, "Code of the economy."),
        Field<ProjectGain>("name", "Economy", Text, g => g.Name, "Short name."),
        Field<ProjectGain>("member", "Member", Flag, g => g.Member, "True for a member."),
        Field<ProjectGain>("gain_musd", "Gain", MoneyChange, g => g.GainMusd,
            "Real income that it would lose in a year without the project, before cost."),
        Field<ProjectGain>("present_value_musd", "Present value", MoneyChange, g => g.PresentValueMusd,
            "The same over the years of service at the social discount rate."),
    ];

    internal static ImmutableArray<ReportField<CashFlowResult>> CashFlows { get; } =
    [
        Field<CashFlowResult>("project", "Project", Text, f => f.Project, "Id of the action."),
        Field<CashFlowResult>("year", "Year", Year, f => f.Year, "Calendar year."),
        Field<CashFlowResult>("party", "Code", Text, f => f.Party, "Code of an economy, id of a lender, or private."),
        Field<CashFlowResult>("name", "Party", Text, f => f.Name, "Readable name of the party."),
        Field<CashFlowResult>("item", "Item", Text, f => f.Item,
            "grant, equity, loan (paid out), interest, principal, maintenance or revenue."),
        Field<CashFlowResult>("musd", "Flow", MoneyChange, f => f.Musd, "What is received, less what is paid."),
    ];

    internal static ImmutableArray<ReportField<FiscalResult>> Fiscal { get; } =
    [
        Field<FiscalResult>("economy", "Code", Text, f => f.Economy, "Code of the economy."),
        Field<FiscalResult>("name", "Economy", Text, f => f.Name, "Short name."),
        Field<FiscalResult>("member", "Member", Flag, f => f.Member, "True for a member."),
        Field<FiscalResult>("contributions_musd", "Equity, grants", MoneyChange, f => f.ContributionsMusd,
            "Equity and grants paid, as a yearly amount over the years of service."),
        Field<FiscalResult>("debt_service_musd", "Debt service", MoneyChange, f => f.DebtServiceMusd,
            "Interest and principal paid, as a yearly amount."),
        Field<FiscalResult>("maintenance_musd", "Upkeep", MoneyChange, f => f.MaintenanceMusd,
            "Operation and maintenance paid, a year."),
        Field<FiscalResult>("lending_musd", "Lending", MoneyChange, f => f.LendingMusd,
            "What its lenders and its part of the fund pay out less what comes back, as a yearly amount."),
        Field<FiscalResult>("revenue_musd", "Revenue", MoneyChange, f => f.RevenueMusd, "What users pay to it, a year."),
        Field<FiscalResult>("net_musd", "Net", MoneyChange, f => f.NetMusd,
            "Equity, grants, debt service, upkeep and lending less revenue."),
        Field<FiscalResult>("fiscal_cost_musd", "Fiscal cost G", Money, f => f.FiscalCostMusd,
            "Net cost where it is above zero: what taxpayers pay in the model each year."),
        Field<FiscalResult>("real_income_before_pct", "Real income before cost", PercentChange,
            f => f.RealIncomeBeforePct, "Real income with the package before its cost."),
        Field<FiscalResult>("real_income_pct", "Real income net", PercentChange, f => f.RealIncomePct,
            "Real income net of G."),
        Field<FiscalResult>("real_income_musd", "Real income net", MoneyChange, f => f.RealIncomeMusd,
            "The same in million dollars a year."),
        Field<FiscalResult>("gdp_real_pct", "Real GDP", PercentChange, f => f.GdpRealPct, "Real GDP, which is before G."),
    ];

    internal static ImmutableArray<ReportField<DebtResult>> Debt { get; } =
    [
        Field<DebtResult>("economy", "Code", Text, d => d.Economy, "Code of the economy."),
        Field<DebtResult>("name", "Economy", Text, d => d.Name, "Short name."),
        Field<DebtResult>("capacity", "Capacity", Text, d => d.Capacity, "Debt-carrying capacity, which sets thresholds."),
        Field<DebtResult>("rating_before", "Rating before", Text, d => d.RatingBefore,
            "Risk of debt distress without the package: low, moderate, high, in distress, or no data."),
        Field<DebtResult>("rating", "Rating with", Text, d => d.Rating, "The same with the package."),
        Field<DebtResult>("first_breach_before", "Breach before", Year, d => YearOf(d.FirstBreachBefore),
            "First year above a threshold without package and shocks, to 2043; empty for never."),
        Field<DebtResult>("first_breach", "Breach with", Year, d => YearOf(d.FirstBreach),
            "First year above a threshold with the package, without shocks; empty for never."),
        Field<DebtResult>("first_stressed_breach", "Breach under stress", Year, d => YearOf(d.FirstStressedBreach),
            "First year above a threshold with the package under any stress test; empty for never."),
        Field<DebtResult>("worst_test", "Worst test", Text, d => d.WorstTest,
            "Stress test that brings ratios nearest to thresholds or furthest above."),
        Field<DebtResult>("space_before_musd", "Space before", Money, d => d.SpaceBeforeMusd,
            "What could be borrowed abroad at 5 % over 20 years before a threshold is breached within ten years, without "
            + "package and shocks."),
        Field<DebtResult>("space_musd", "Space left", Money, d => d.SpaceMusd, "The same with the package."),
        Field<DebtResult>("binding", "Binding ratio", Text, d => d.Binding, "The ratio that ends the space."),
    ];

    internal static ImmutableArray<ReportField<DebtRatioResult>> Ratios { get; } =
    [
        Field<DebtRatioResult>("economy", "Code", Text, r => r.Economy, "Code of the economy."),
        Field<DebtRatioResult>("name", "Economy", Text, r => r.Name, "Short name."),
        Field<DebtRatioResult>("ratio", "Ratio", Text, r => r.Ratio, "Word of the ratio."),
        Field<DebtRatioResult>("ratio_name", "Ratio", Text, r => r.RatioName, "PV is present value at 5 %."),
        Field<DebtRatioResult>("threshold_pct", "Threshold", PercentShare, r => r.ThresholdPct, "Above it is a breach."),
        Field<DebtRatioResult>("before_pct", "Before", PercentShare, r => r.BeforePct,
            "Largest value over ten years without the package.", 1),
        Field<DebtRatioResult>("with_pct", "With", PercentShare, r => r.WithPct, "The same with the package.", 1),
        Field<DebtRatioResult>("stressed_before_pct", "Stressed before", PercentShare, r => r.StressedBeforePct,
            "Largest value under any stress test without the package.", 1),
        Field<DebtRatioResult>("stressed_pct", "Stressed with", PercentShare, r => r.StressedPct,
            "Largest value under any stress test with the package.", 1),
    ];

    internal static ImmutableArray<ReportField<DebtYearResult>> Years { get; } =
    [
        Field<DebtYearResult>("economy", "Code", Text, y => y.Economy, "Code of the economy."),
        Field<DebtYearResult>("with_package", "Package", Flag, y => y.WithPackage, "False for the path without the package."),
        Field<DebtYearResult>("test", "Test", Text, y => y.Test, "Stress test; none for the baseline."),
        Field<DebtYearResult>("year", "Year", Year, y => y.Year, "Calendar year."),
        Field<DebtYearResult>("external_pv_to_gdp_pct", "External to GDP", PercentShare, y => y.ExternalToGdp,
            "Present value of external public debt to GDP."),
        Field<DebtYearResult>("external_pv_to_exports_pct", "External to exports", PercentShare, y => y.ExternalToExports,
            "Present value of external public debt to exports."),
        Field<DebtYearResult>("service_to_exports_pct", "Service to exports", PercentShare, y => y.ServiceToExports,
            "Service of external public debt to exports."),
        Field<DebtYearResult>("service_to_revenue_pct", "Service to revenue", PercentShare, y => y.ServiceToRevenue,
            "Service of external public debt to revenue."),
        Field<DebtYearResult>("public_pv_to_gdp_pct", "Public to GDP", PercentShare, y => y.PublicToGdp,
            "Present value of public debt to GDP."),
    ];

    // a year has no thousands separator, so it is words
    private const ColumnFormat Year = Number;

    private static double YearOf(int year) => year == 0 ? double.NaN : year;

    private static ReportField<T> Field<T>(
        string name, string heading, ColumnFormat format, Func<T, ReportCell> value, string meaning,
        int decimals = -1) =>
        new(new ReportColumn(name, heading, format, meaning) { Decimals = decimals }, value);
}
