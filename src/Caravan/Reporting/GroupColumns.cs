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
        Field("split", "Grouped by", Text, g => NameOf(g.Split), "By what they do: membership, coast, income, region or world."),
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
        Field("population", "People", Number, g => g.Population, "Inhabitants of its economies, where known."),
        Field("income_per_person_base_usd", "Before", Number, g => g.IncomePerPersonBaseUsd,
            "Household income a person before: dollars at market exchange rates."),
        Field("income_per_person_new_usd", "After", Number, g => g.IncomePerPersonNewUsd,
            "Real household income a person after: dollars at base prices and market exchange rates."),
    ];

    /// <summary>Every column, in order.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. Fields.Select(field => field.Column)];

    internal static string NameOf(GroupSplit split) => split switch
    {
        GroupSplit.Membership => "membership",
        GroupSplit.Coast => "coast",
        GroupSplit.Income => "income",
        GroupSplit.Region => "region",
        _ => "world",
    };

    private static ReportField<GroupResult> Field(
        string name, string heading, ColumnFormat format, Func<GroupResult, ReportCell> value, string meaning) =>
        new(new ReportColumn(name, heading, format, meaning), value);
}
