using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of <c>transport.csv</c>: the one place that names, orders and defines them.</summary>
public static class TransportColumns
{
    /// <summary>Every column, in the order of the file.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. FieldsOf(0).Select(field => field.Column)];

    /// <param name="usdPerDay">What a day is worth in the generalised cost.</param>
    internal static ImmutableArray<ReportField<TransportPair>> FieldsOf(double usdPerDay) =>
    [
        Field("origin", "From", Text, p => p.Origin, "Code of the economy where journeys begin; a member."),
        Field("destination", "To", Text, p => p.Destination,
            "Code of the economy where journeys end; the origin itself for journeys at home."),
        Field("days_before", "Days before", Number, p => p.DaysBefore,
            "Days door to door before, mean over the cities that stand for the economies; empty without a way.", 1),
        Field("days_after", "Days after", Number, p => p.DaysAfter, "Days door to door after.", 1),
        Field("usd_teu_before", "Dollars before", Number, p => p.UsdBefore,
            "Dollars per TEU door to door before; empty without a way.", 0),
        Field("usd_teu_after", "Dollars after", Number, p => p.UsdAfter, "Dollars per TEU door to door after.", 0),
        Field("change_pct", "Change", PercentChange, p => p.ChangePct(usdPerDay) ?? double.NaN,
            "Change in dollars plus valued days (100 dollars a day); empty unless there is a way before and after."),
        Field("status", "Status", Text, p => Word(p.Status),
            "connected; cut-off: no way is left and delivery costs ten times as much; partly-cut-off: that holds for some of "
            + "their cities, which days and dollars leave out before and after; newly-connected: trade costs stay as they "
            + "are, for want of a cost before; no-way."),
    ];

    /// <summary>Word for a status.</summary>
    internal static string Word(TransportPairStatus status) => status switch
    {
        TransportPairStatus.Connected => "connected",
        TransportPairStatus.CutOff => "cut-off",
        TransportPairStatus.PartlyCutOff => "partly-cut-off",
        TransportPairStatus.NewlyConnected => "newly-connected",
        TransportPairStatus.NoWay => "no-way",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    private static ReportField<TransportPair> Field(
        string name, string heading, ColumnFormat format, Func<TransportPair, ReportCell> value, string meaning,
        int decimals = -1) =>
        new(new ReportColumn(name, heading, format, meaning) { Decimals = decimals }, value);
}
