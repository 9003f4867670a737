using System.Collections.Immutable;
using Caravan.Scenarios;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>The columns of <c>links.csv</c>: the one place that names, orders and defines them.</summary>
public static class LinkColumns
{
    internal static ImmutableArray<ReportField<LinkUse>> Fields { get; } =
    [
        Field("link", "Link", Text, l => l.Id, "Id of the project, or of the action for a line of the scenario's own."),
        Field("title", "Title", Text, l => l.Title, "Name of the project, or title of the action."),
        Field("trade_pct", "Trade", PercentShare, l => l.TradePct,
            "Share of the value of goods trade between economies, spread over their cities by inhabitants, whose best route "
            + "uses it.", 3),
        Field("member_trade_pct", "Members' trade", PercentShare, l => l.MemberTradePct,
            "The same for members' goods trade with all others.", 3),
    ];

    /// <summary>Every column, in the order of the file.</summary>
    public static ImmutableArray<ReportColumn> All { get; } = [.. Fields.Select(field => field.Column)];

    private static ReportField<LinkUse> Field(
        string name, string heading, ColumnFormat format, Func<LinkUse, ReportCell> value, string meaning,
        int decimals = -1) =>
        new(new ReportColumn(name, heading, format, meaning) { Decimals = decimals }, value);
}
