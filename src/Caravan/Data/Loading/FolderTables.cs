using System.Collections.Immutable;
using System.Text;

namespace Caravan.Data.Loading;

/// <summary>
/// The one table of tables and columns of a baseline folder. The loader, the checks, the descriptor that is written,
/// and the documentation all read it.
/// </summary>
internal static class FolderTables
{
    public static Table Economies { get; } = new("economies", "Economies, one row each", false, ["economy"],
    [
        new("economy", "string", "", null, "ISO 3166 alpha-3 code, or an own code for an aggregate"),
        new("name", "string", "", "the code", "ISO 3166 short name, or the aggregate's name"),
        new("region", "string", "", "empty", "region by name"),
        new("income_group", "string", "", "empty", "low, lower-middle, upper-middle or high"),
        new("landlocked", "boolean", "", "false", "true where the economy has no sea coast"),
        new("belt_and_road_core", "boolean", "", "false", "true for the 66 core economies of the Belt and Road"),
        new("contains", "string", "", "empty", "codes inside an aggregate, separated by spaces"),
        new("production_note", "string", "", "empty",
            "proxy or repair behind the production data, empty for own data"),
    ]);

    public static Table Sectors { get; } = new("sectors", "Sectors, one row each, in the order used everywhere", false,
        ["sector"],
    [
        new("sector", "string", "", null, "short code, such as C29"),
        new("name", "string", "", "the code", "readable name"),
        new("kind", "string", "", "goods", "goods or services"),
    ]);

    public static Table Sets { get; } = new("sets", "Named sets of economies, one row a member", true,
        ["set", "economy"],
    [
        new("set", "string", "", null, "word used in scenarios, such as eaeu"),
        new("title", "string", "", "the word", "full name of the set"),
        new("economy", "string", "", null, "member", "economies"),
        new("source", "string", "", "empty", "where the membership was taken from, with its date"),
    ]);

    public static Table Trade { get; } = new("trade", "Sales by sector, origin and destination, own sales included",
        false, ["sector", "origin", "destination"],
    [
        new("sector", "string", "", null, "sector sold", "sectors"),
        new("origin", "string", "", null, "economy that sells", "economies"),
        new("destination", "string", "", null, "economy that buys; the origin itself for own sales", "economies"),
        new("value_musd", "number", "million USD a year", null,
            "value, net of tariff unless the descriptor says otherwise"),
        new("tariff_rate", "number", "fraction", "0", "ad-valorem tariff, 0.12 for 12 %; zero for own sales"),
        new("estimated", "boolean", "", "false", "true where the value is an estimate and not an observed figure"),
    ]);

    public static Table Inputs { get; } = new("inputs", "What sectors buy from sectors, from home and abroad", false,
        ["economy", "input", "sector"],
    [
        new("economy", "string", "", null, "economy that produces", "economies"),
        new("input", "string", "", null, "sector bought from", "sectors"),
        new("sector", "string", "", null, "sector that uses the input", "sectors"),
        new("share", "number", "fraction of cost", null, "part of the using sector's cost"),
    ]);

    public static Table Production { get; } = new("production", "Value added and final spending by sector", false,
        ["economy", "sector"],
    [
        new("economy", "string", "", null, "economy", "economies"),
        new("sector", "string", "", null, "sector", "sectors"),
        new("value_added_share", "number", "fraction of cost", null,
            "value added; with the input shares of the sector it sums to one"),
        new("final_share", "number", "fraction of final spending", null,
            "part of final spending; each economy's sum to one"),
    ]);

    public static Table Macro { get; } = new("macro", "Totals by economy", false, ["economy"],
    [
        new("economy", "string", "", null, "economy", "economies"),
        new("value_added_musd", "number", "million USD a year", null, "value added, before tariff revenue"),
        new("deficit_musd", "number", "million USD a year", null,
            "imports minus exports, both net of tariff; they sum to zero over the world"),
        new("gdp_musd", "number", "million USD a year", "value added", "gross domestic product as published"),
        new("population", "number", "persons", "0", "inhabitants; zero where unknown"),
    ]);

    public static Table Elasticities { get; } = new("elasticities",
        "Trade elasticities by sector; several named sets may follow each other, the first is the default", false,
        ["set", "sector"],
    [
        new("set", "string", "", "default", "word that selects the set"),
        new("sector", "string", "", null, "sector", "sectors"),
        new("theta", "number", "", null, "imports respond to a trade cost with power minus theta; positive"),
        new("standard_error", "number", "", "0", "standard error of theta; zero where assumed"),
        new("source", "string", "", "empty", "publication or rule behind the value"),
    ]);

    /// <summary>All tables in the order in which they are listed and written.</summary>
    public static ImmutableArray<Table> All { get; } =
        [Economies, Sectors, Sets, Trade, Inputs, Production, Macro, Elasticities];

    /// <summary>The table for the documentation, as Markdown.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder();
        foreach (var table in All)
        {
            text.Append("### `").Append(table.FileName).Append('`').Append(table.Optional ? " (optional)" : "")
                .Append("\n\n").Append(table.Title).Append(".\n\n")
                .Append("| column | type | unit | default | meaning |\n| --- | --- | --- | --- | --- |\n");
            foreach (var column in table.Columns)
            {
                text.Append("| `").Append(column.Name).Append("` | ").Append(column.Type).Append(" | ")
                    .Append(column.Unit).Append(" | ").Append(column.Default ?? "required").Append(" | ")
                    .Append(column.Meaning).Append(" |\n");
            }
            text.Append('\n');
        }
        return text.ToString();
    }
}
