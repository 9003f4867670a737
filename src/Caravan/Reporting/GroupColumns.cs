using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of the table of groups: the one place that names, orders and defines them.</summary>
public static class GroupColumns
{
    internal static ImmutableArray<ReportField<GroupResult>> Fields { get; } =
    [
        Field("group", "Group", Text, g => g.Name, "Which economies stand together."),
        Field("economies", "Economies", Count, g => g.Count, "How many economies the group has."),
        Field("real_income_pct", "Real income", PercentChange, g => g.RealIncomePct,
            "Real income changes summed at base prices, per cent of the group's base income."),
        Field("real_income_musd", "Real income", MoneyChange, g => g.RealIncomeMusd,
            "Real income changes summed: million dollars a year at base prices."),
        Field("gdp_real_pct", "Real GDP", PercentChange, g => g.GdpRealPct,
            "Change in real GDP, weighted by base GDP."),
        Field("exports_pct", "Exports", PercentChange, g => g.ExportsPct,
            "Change in the value of exports of the group's economies to all others, net of tariff."),
        Field("winners", "Winners", Count, g => g.Winners, "How many of its economies gain real income."),
        Field("losers", "Losers", Count, g => g.Losers, "How many of its economies lose real income."),
    ];

    /// <summary>Every column, in order.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. Fields.Select(field => field.Column)];

    private static ReportField<GroupResult> Field(
        string name, string heading, ColumnFormat format, Func<GroupResult, ReportCell> value, string meaning) =>
        new(new ReportColumn(name, heading, format, meaning), value);
}
