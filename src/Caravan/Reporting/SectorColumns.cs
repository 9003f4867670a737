using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of <c>sectors.csv</c>: the one place that names, orders and defines them.</summary>
public static class SectorColumns
{
    internal static ImmutableArray<ReportField<SectorResult>> Fields { get; } =
    [
        Field("economy", "Code", Text, s => s.Economy, "Code of the economy."),
        Field("sector", "Sector", Text, s => s.Sector, "Code of the sector; ALL in the one-sector model."),
        Field("output_real_pct", "Output volume", PercentChange, s => s.OutputRealPct,
            "Change in output value over unit cost."),
        Field("price_pct", "Price", PercentChange, s => s.PricePct,
            "Change in the price of the sector's bundle of home and imported goods, relative to the numeraire."),
        Field("output_base_musd", "Base output", Money, s => s.OutputBaseMusd, "Value of output before."),
        Field("output_new_musd", "New output", Money, s => s.OutputNewMusd, "Value of output after."),
        Field("exports_base_musd", "Base exports", Money, s => s.ExportsBaseMusd, "Exports before, net of tariff."),
        Field("exports_new_musd", "New exports", Money, s => s.ExportsNewMusd, "Exports after, net of tariff."),
        Field("imports_base_musd", "Base imports", Money, s => s.ImportsBaseMusd, "Imports before, net of tariff."),
        Field("imports_new_musd", "New imports", Money, s => s.ImportsNewMusd, "Imports after, net of tariff."),
    ];

    /// <summary>Every column, in the order of the file.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. Fields.Select(field => field.Column)];

    private static ReportField<SectorResult> Field(
        string name, string heading, ColumnFormat format, Func<SectorResult, ReportCell> value, string meaning) =>
        new(new ReportColumn(name, heading, format, meaning), value);
}
