using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of <c>decomposition.csv</c>: the one place that names, orders and defines them.</summary>
public static class DecompositionColumns
{
    internal static ImmutableArray<ReportField<DecompositionRow>> Fields { get; } =
    [
        Field("economy", "Code", Text, d => d.Economy, "Code of the economy."),
        Field("name", "Economy", Text, d => d.Name, "Name of the economy."),
        Field("member", "Member", Flag, d => d.Member, "Whether the economy is a member of the package."),
        Field("action", "Action", Text, d => d.Action, "Id of the action."),
        Field("title", "Title", Text, d => d.Title, "Title of the action."),
        Field("alone_pct", "Alone", PercentChange, d => d.AlonePct, "Change in real income from this action by itself."),
        Field("last_pct", "Last", PercentChange, d => d.LastPct,
            "What the economy's change in real income loses when this action alone is left out."),
        Field("shapley_pct", "Shapley", PercentChange, d => d.ShapleyPct ?? double.NaN,
            "What the action adds, averaged over every order of the actions; these sum to the whole change. Empty for more "
            + "than ten actions."),
        Field("alone_musd", "Alone", MoneyChange, d => Musd(d, d.AlonePct), "As alone_pct, at base prices."),
        Field("last_musd", "Last", MoneyChange, d => Musd(d, d.LastPct), "As last_pct, at base prices."),
        Field("shapley_musd", "Shapley", MoneyChange, d => Musd(d, d.ShapleyPct ?? double.NaN),
            "As shapley_pct, at base prices."),
    ];

    /// <summary>Every column, in the order of the file.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. Fields.Select(field => field.Column)];

    internal static double Musd(DecompositionRow row, double pct) => row.IncomeBaseMusd * pct / 100;

    private static ReportField<DecompositionRow> Field(
        string name, string heading, ColumnFormat format, Func<DecompositionRow, ReportCell> value, string meaning) =>
        new(new ReportColumn(name, heading, format, meaning), value);
}
