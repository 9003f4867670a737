using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of <c>economies.csv</c>: the one place that names, orders and defines them.</summary>
public static class EconomyColumns
{
    internal static ImmutableArray<ReportField<EconomyResult>> Fields { get; } =
    [
        Field("economy", "Code", Text, e => e.Code, "ISO 3166 alpha-3 code, or the code of a regional aggregate."),
        Field("name", "Economy", Text, e => e.Name, "ISO 3166 short name, or the name of the aggregate."),
        Field("member", "Member", Flag, e => e.Member, "Whether the economy is a member of the package."),
        Field("landlocked", "Landlocked", Flag, e => e.Landlocked, "Whether the economy has no sea coast."),
        Field("real_income_pct", "Real income", PercentChange, e => e.RealIncomePct,
            "Change in household real income: income net of infrastructure cost over the price index of final "
            + "spending, the exact equivalent-variation measure."),
        Field("real_wage_pct", "Real wage", PercentChange, e => e.RealWagePct,
            "Change in the wage over the price index of final spending."),
        Field("gdp_real_pct", "Real GDP", PercentChange, e => e.GdpRealPct,
            "Change in value added plus tariff revenue over the price index, before infrastructure cost."),
        Field("terms_of_trade_pct", "Terms of trade", PercentChange, e => e.TermsOfTradePct,
            "First-order terms-of-trade effect, per cent of base income (Caliendo and Parro 2015)."),
        Field("volume_of_trade_pct", "Volume of trade", PercentChange, e => e.VolumeOfTradePct,
            "First-order volume-of-trade effect, per cent of base income (Caliendo and Parro 2015)."),
        Field("technical_efficiency_pct", "Technical efficiency", PercentChange, e => e.TechnicalEfficiencyPct,
            "First-order saving of iceberg trade cost, per cent of base income."),
        Field("exports_pct", "Exports", PercentChange, e => e.ExportsPct,
            "Change in the value of exports to all other economies, net of tariff."),
        Field("imports_pct", "Imports", PercentChange, e => e.ImportsPct,
            "Change in the value of imports from all other economies, net of tariff."),
        Field("trade_with_members_pct", "Trade with members", PercentChange, e => e.TradeWithMembersPct,
            "Change in the value of exports plus imports with members of the package, net of tariff."),
        Field("real_income_musd", "Real income", MoneyChange, e => e.RealIncomeMusd,
            "Base household income times the change in real income: million dollars a year at base prices."),
        Field("price_index_pct", "Price index", PercentChange, e => e.PriceIndexPct,
            "Change in the price index of final spending, relative to the numeraire: world value added unchanged."),
        Field("population", "People", Number, e => e.Population, "Inhabitants; zero where unknown."),
        Field("income_base_musd", "Base income", Money, e => e.IncomeBaseMusd,
            "Household income before: value added, tariff revenue and deficit."),
        Field("gdp_base_musd", "Base GDP", Money, e => e.GdpBaseMusd, "Gross domestic product of the baseline."),
        Field("exports_base_musd", "Base exports", Money, e => e.ExportsBaseMusd,
            "Exports to all other economies before, net of tariff."),
        Field("exports_new_musd", "New exports", Money, e => e.ExportsNewMusd,
            "Exports to all other economies after, net of tariff."),
        Field("imports_base_musd", "Base imports", Money, e => e.ImportsBaseMusd,
            "Imports from all other economies before, net of tariff."),
        Field("imports_new_musd", "New imports", Money, e => e.ImportsNewMusd,
            "Imports from all other economies after, net of tariff."),
        Field("estimated_trade_pct", "Estimated trade", PercentShare, e => e.EstimatedTradePct,
            "Share of the economy's base trade value that stands in estimated cells."),
        Field("region", "Region", Text, e => e.Region, "Region of the baseline; empty where unknown."),
        Field("income_group", "Income group", Text, e => e.IncomeGroup,
            "low, lower-middle, upper-middle or high; empty where unknown."),
    ];

    /// <summary>Every column, in the order of the file.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. Fields.Select(field => field.Column)];

    private static ReportField<EconomyResult> Field(
        string name, string heading, ColumnFormat format, Func<EconomyResult, ReportCell> value, string meaning) =>
        new(new ReportColumn(name, heading, format, meaning), value);
}
