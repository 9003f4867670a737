using System.Collections.Immutable;
using System.Text;

namespace Caravan.Data.Loading;

/// <summary>
/// The long tables that KITE (Kiel Institute Trade Policy Evaluation) calls initial conditions, one CSV file each:
/// label columns, then <c>value</c>.
/// </summary>
internal static class KiteTables
{
    public static Table TradeShare { get; } = Make("trade_share",
        "Part of a destination's spending on a sector that comes from an origin", false,
        "origin", "destination", "sector");

    public static Table Expenditure { get; } = Make("expenditure",
        "Spending on a sector, tariffs included; solved from the other tables where missing", true,
        "country/destination", "sector");

    public static Table Tariff { get; } = Make("tariff",
        "One plus the ad-valorem tariff; one where missing", true, "origin", "destination", "sector");

    public static Table IntermediateShare { get; } = Make("intermediate_share",
        "Part of the input cost of an output sector that goes to an input sector; sums to one over inputs", false,
        "country", "input", "output");

    public static Table FactorShare { get; } = Make("factor_share",
        "Value added as a part of a sector's cost", false, "country", "sector");

    public static Table ConsumptionShare { get; } = Make("consumption_share",
        "Part of final spending that goes to a sector", false, "country/destination", "sector");

    public static Table ValueAdded { get; } = Make("value_added",
        "Value added, before tariff revenue", false, "country");

    public static Table TradeBalance { get; } = Make("trade_balance",
        "Exports minus imports, net of tariff; from the trade flows where missing", true, "country");

    public static Table TradeElasticity { get; } = Make("trade_elasticity",
        "Trade elasticity theta; where all are below one they are read as 1/theta, as older KITE data has them", false,
        "sector");

    public static ImmutableArray<Table> All { get; } =
    [
        TradeShare, Expenditure, Tariff, IntermediateShare, FactorShare, ConsumptionShare, ValueAdded, TradeBalance,
        TradeElasticity,
    ];

    /// <summary>The table for the documentation, as Markdown.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("| file | columns before `value` | value |\n| --- | --- | --- |\n");
        foreach (var table in All)
        {
            var columns = table.Columns.SkipLast(1).Select(column =>
                column.Alias.Length > 0 ? $"`{column.Name}` or `{column.Alias}`" : $"`{column.Name}`");
            text.Append("| `").Append(table.FileName).Append('`').Append(table.Optional ? " (optional)" : "")
                .Append(" | ").AppendJoin(", ", columns).Append(" | ").Append(table.Title).Append(" |\n");
        }
        return text.ToString();
    }

    // A label column is NAME or NAME/ALIAS.
    private static Table Make(string name, string title, bool optional, params string[] labels) =>
        new(name, title, optional, [.. labels.Select(label => label.Split('/')[0])],
        [
            .. labels.Select(label => new Column(label.Split('/')[0], "string", "", null, "label",
                Alias: label.Contains('/') ? label.Split('/')[1] : "")),
            new Column("value", "number", "", null, title),
        ]);
}
