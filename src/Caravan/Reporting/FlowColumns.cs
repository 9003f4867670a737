using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of <c>flows.csv</c>: the one place that names, orders and defines them.</summary>
public static class FlowColumns
{
    internal static ImmutableArray<ReportField<FlowResult>> Fields { get; } =
    [
        Field("sector", "Sector", Text, f => f.Sector, "Code of the sector; ALL in the one-sector model."),
        Field("origin", "Origin", Text, f => f.Origin, "Code of the exporting economy."),
        Field("destination", "Destination", Text, f => f.Destination,
            "Code of the importing economy; the origin itself for own sales."),
        Field("base_musd", "Before", Money, f => f.BaseMusd, "Sales before, net of tariff."),
        Field("new_musd", "After", Money, f => f.NewMusd, "Sales after, net of tariff."),
        Field("change_pct", "Change", PercentChange, f => f.ChangePct,
            "Change; zero where the flow is and stays zero."),
        Field("estimated", "Estimated", Flag, f => f.Estimated,
            "Whether the value before is an estimate and not an observed figure."),
    ];

    /// <summary>Every column, in the order of the file.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. Fields.Select(field => field.Column)];

    private static ReportField<FlowResult> Field(
        string name, string heading, ColumnFormat format, Func<FlowResult, ReportCell> value, string meaning) =>
        new(new ReportColumn(name, heading, format, meaning), value);
}
