using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of <c>inequality.csv</c>: the one place that names, orders and defines them.</summary>
public static class InequalityColumns
{
    internal static ImmutableArray<ReportField<InequalityResult>> Fields { get; } =
    [
        Field("split", "Grouped by", Text, i => GroupColumns.NameOf(i.Split),
            "How economies are grouped: coast, income or region."),
        Field("gap_base", "Gap before", Number, i => i.GapBefore,
            "Income a person in the richest of the groups over that in the poorest, before."),
        Field("gap_new", "Gap after", Number, i => i.GapAfter, "The same after, real incomes at base prices."),
        Field("theil_base", "Theil before", Number, i => i.Before.Total,
            "Theil's index of income a person between economies before: zero where all have the same."),
        Field("theil_new", "Theil after", Number, i => i.After.Total, "The same after, real incomes at base prices."),
        Field("theil_pct", "Change", PercentChange, i => Change(i.Before.Total, i.After.Total),
            "Change in Theil's index; below zero economies come nearer to each other."),
        Field("between_base", "Between before", Number, i => i.Before.Between,
            "Part of Theil's index between the groups, before."),
        Field("between_new", "Between after", Number, i => i.After.Between,
            "Part of Theil's index between the groups, after."),
        Field("between_pct", "Between", PercentChange, i => Change(i.Before.Between, i.After.Between),
            "Change in the part between the groups."),
        Field("within_base", "Within before", Number, i => i.Before.Within,
            "Part of Theil's index between economies of one group, before."),
        Field("within_new", "Within after", Number, i => i.After.Within,
            "Part of Theil's index between economies of one group, after."),
        Field("within_pct", "Within", PercentChange, i => Change(i.Before.Within, i.After.Within),
            "Change in the part between economies of one group."),
    ];

    /// <summary>Every column, in order.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. Fields.Select(field => field.Column)];

    private static double Change(double before, double after) => before > 0 ? 100 * (after / before - 1) : double.NaN;

    private static ReportField<InequalityResult> Field(
        string name, string heading, ColumnFormat format, Func<InequalityResult, ReportCell> value, string meaning) =>
        new(new ReportColumn(name, heading, format, meaning), value);
}
