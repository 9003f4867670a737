using System.Collections.Immutable;
using System.Text;
using static Caravan.Data.Loading.NetworkColumns;

namespace Caravan.Data.Loading;

/// <summary>
/// The one table of tables and columns of the transport network. The loader, the check and the documentation read it.
/// </summary>
internal static class NetworkSchema
{
    public static Table Cities { get; } = new("cities", "Cities, where journeys begin and end", false, ["city"],
    [
        new("city", "string", "", null, "lower-case word, unique over all tables"),
        Name,
        new("aliases", "list", "", "empty", "other usual spellings"),
        EconomyCode,
        Latitude,
        Longitude,
        new("population", "number", "persons", null, "inhabitants, the weight of the city") { Min = 0, Max = 5e7 },
        Source,
    ]);

    public static Table Ports { get; } = new("ports", "Sea and Caspian ports", false, ["port"],
    [
        new("port", "string", "", null, "lower-case word, unique over all tables"),
        Name,
        EconomyCode,
        Latitude,
        Longitude,
        new("city", "string", "", null,
            "city or place that the port serves, joined to it by road and, where that has one, by rail", Nodes),
        Hours("handling_hours", null, "from gate to ship or back"),
        Dollars("handling_usd_teu", null, "from gate to ship or back"),
        Status,
        Project,
        Verified,
        Source,
    ]);

    public static Table Places { get; } = new("places", "Stations, junctions and terminals that are no city", false,
        ["place"],
    [
        new("place", "string", "", null, "lower-case word, unique over all tables"),
        Name,
        EconomyCode,
        Latitude,
        Longitude,
        new("kind", "string", "", null, "what it is") { Words = ["junction", "station", "terminal"] },
        Source,
    ]);

    public static Table SeaNodesTable { get; } = new("sea_nodes", "Nodes of the sea graph", false, ["node"],
    [
        new("node", "string", "", null, "word, unique over all tables"),
        Latitude,
        Longitude,
    ]);

    public static Table Rail { get; } = new("rail", "Railway lines", false, ["from", "to", "gauge_mm"],
    [
        End("from"),
        End("to"),
        Km,
        Gauge(null),
        Speed("40"),
        new("electrified", "string", "", "unknown", "whether the line is electrified") { Words = ["no", "yes"] },
        Status,
        Project,
        Verified,
        Source,
    ]);

    public static Table Road { get; } = new("road", "Main roads", false, ["from", "to"],
    [
        End("from"),
        End("to"),
        Km,
        Speed("the rate's default"),
        new("speed_before_kmh", "number", "km/h", "there was no road",
            "speed before the project of the row made the road faster")
        {
            Min = 5,
            Max = 200,
        },
        Status,
        Project,
        Verified,
        Source,
    ]);

    public static Table Ferries { get; } = new("ferries", "Ferries", false, ["from", "to"],
    [
        End("from"),
        End("to"),
        Km,
        Hours("hours", null, "end to end, waiting for the ship included"),
        Dollars("usd_teu", null, "end to end"),
        new("carries", "string", "", null, "what drives aboard") { Words = ["road", "rail", "both"] },
        Status,
        Project,
        Verified,
        Source,
    ]);

    public static Table SeaLinks { get; } = new("sea_links", "Shipping lanes", false, ["from", "to", "passage"],
    [
        new("from", "string", "", null, "port or node of the sea", SeaNodes),
        new("to", "string", "", null, "port or node of the sea", SeaNodes),
        new("km", "number", "km", null, "length of the lane") { Min = 0.1, Max = 25_000 },
        new("passage", "string", "", "open sea", "passage that the lane leads through", "passages"),
        Source,
    ]);

    public static Table Passages { get; } = new("passages", "Canals, straits and capes that ships pass", false,
        ["passage"],
    [
        new("passage", "string", "", null, "word that scenarios use"),
        Name,
        Hours("hours", null, "waiting and transit beyond the time of sailing"),
        Dollars("cost_usd_teu", null, "toll"),
        Status,
        Verified,
        Source,
    ]);

    public static Table Crossings { get; } = new("crossings", "Border crossings", false, ["crossing"],
    [
        new("crossing", "string", "", null, "lower-case word that begins with x-, unique over all tables"),
        Name,
        new("economy_a", "string", "", null, "one side, ISO 3166 alpha-3 code", Economies),
        new("economy_b", "string", "", null, "the other side, ISO 3166 alpha-3 code", Economies),
        Latitude,
        Longitude,
        Hours("road_hours", "trucks do not cross here", "for a truck to cross"),
        Hours("rail_hours", "trains do not cross here", "for a train to cross, without change of gauge"),
        Dollars("road_usd_teu", "0", "by road"),
        Dollars("rail_usd_teu", "0", "by rail"),
        Status,
        Verified,
        Source,
    ]);

    public static Table BorderRules { get; } = new("border_rules",
        "The rule behind crossings without a published figure", false, ["group_a", "group_b", "union"],
    [
        new("group_a", "string", "", null, "income group of one side"),
        new("group_b", "string", "", null, "income group of the other side"),
        new("union", "string", "", null, "union of which both are members"),
        Hours("road_hours", null, "for a truck"),
        Hours("rail_hours", null, "for a train"),
        Dollars("road_usd_teu", null, "by road"),
        Dollars("rail_usd_teu", null, "by rail"),
        Verified,
        Source,
    ]);

    public static Table Transshipment { get; } = new("transshipment", "Changes of mode or gauge, the same both ways",
        false, ["from_mode", "to_mode"],
    [
        new("from_mode", "string", "", null, "road, sea, ferry, or rail with its gauge such as rail-1435"),
        new("to_mode", "string", "", null, "the other one"),
        Hours("hours", null, "for the change"),
        Dollars("usd_teu", null, "for the change"),
        Verified,
        Source,
        Note,
    ]);

    public static Table Modes { get; } = new("modes", "Freight rates by mode and area", false, ["mode", "area"],
    [
        new("mode", "string", "", null, "how goods move") { Words = ["road", "rail", "sea", "ferry"] },
        new("area", "string", "", null, "area of rate_areas.csv, or world for economies in none"),
        new("usd_teu_km", "number", "USD per TEU and km", null, "rate by distance") { Min = 0.001, Max = 20 },
        Dollars("usd_teu_fixed", null, "for starting a stretch by this mode"),
        Hours("hours_fixed", null, "for starting a stretch by this mode, such as waiting for the train"),
        new("default_speed_kmh", "number", "km/h", null, "speed where a link gives none") { Min = 5, Max = 200 },
        new("hours_per_day", "number", "hours", null, "hours of a day in which the vehicle moves")
        {
            Min = 1,
            Max = 24,
        },
        new("circuity", "number", "", null, "length over great circle where no line length is known")
        {
            Min = 1,
            Max = 3,
        },
        Verified,
        Source,
        Note,
    ]);

    public static Table RateAreas { get; } = new("rate_areas", "Economies with freight rates of their area", false,
        ["economy"],
        [new("area", "string", "", null, "area of modes.csv"), EconomyCode, Source]);

    public static Table ModeShares { get; } = new("mode_shares",
        "How goods between areas are divided among modes; between all others the cheapest way takes them", true,
        ["from_area", "to_area"],
    [
        new("from_area", "string", "", null, "area of rate_areas.csv that sends the goods"),
        new("to_area", "string", "", null, "area that receives them"),
        new("land_pct", "number", "% of value", null, "over land") { Min = 0, Max = 100 },
        new("air_pct", "number", "% of value", null, "by air; the rest goes by sea") { Min = 0, Max = 100 },
        Verified,
        Source,
        Note,
    ]);

    public static Table SectorTime { get; } = new("sector_time", "Value of time and freight by goods sector", false,
        ["sector"],
    [
        new("sector", "string", "", null, "sector code of the baseline"),
        new("day_value_pct", "number", "% of value a day", null, "what a day in transit costs") { Min = 0, Max = 5 },
        new("freight_share_pct", "number", "% of value", null, "international freight, on average")
        {
            Min = 0,
            Max = 50,
        },
        Verified,
        Source,
        new("freight_source", "string", "", "the source", "key of the source of the freight share", "sources"),
        Note,
    ]);

    public static Table Projects { get; } = new("projects", "Catalogue of projects", false, ["project"],
    [
        new("project", "string", "", null, "word that scenarios use"),
        Name,
        new("mode", "string", "", null, "what is built")
        {
            Words = ["rail", "road", "port", "border", "canal", "airport", "sea"],
        },
        new("corridor", "string", "", "none", "corridor by name"),
        new("economies", "list", "", null, "ISO codes of the economies it lies in", Economies),
        new("nodes", "list", "", "empty", "places along it, in order", Nodes),
        new("km", "number", "km", "unknown", "length") { Min = 0.1, Max = 20_000 },
        Speed("unknown"),
        Gauge("none"),
        new("cost_musd", "number", "million USD", "none published", "cost") { Min = 0.1, Max = 500_000 },
        Year("start_year", "first year of construction"),
        Year("end_year", "year of opening, actual or planned"),
        new("status", "string", "", null, "as of the base year 2023")
        {
            Words = ["completed", "under-construction", "planned"],
        },
        Verified,
        Source,
        Note,
    ]);

    public static Table ProjectLinks { get; } = new("project_links",
        "What projects change beyond the links that carry their name", false, ["project", "kind", "mode", "from", "to"],
    [
        new("project", "string", "", null, "project", "projects"),
        new("kind", "string", "", null,
            "build a link, upgrade the speed of one, or set the hours of a border or a port; for completed projects "
            + "the hours of a border or a port before")
        {
            Words = ["build", "upgrade", "border", "port", "border-before", "port-before"],
        },
        new("mode", "string", "", null, "how goods move on it") { Words = ["road", "rail", "sea", "ferry"] },
        End("from"),
        new("to", "string", "", "none", "other end of a link", Nodes),
        new("km", "number", "km", "unchanged", "length of a new link") { Min = 0.1, Max = 12_000 },
        Speed("unchanged"),
        Gauge("none"),
        Hours("hours", "unchanged", "hours at a border or port"),
        Dollars("usd_teu", "unchanged", "dollars at a border or port"),
        Note,
    ]);

    public static Table Sources { get; } = new("sources", "Sources", false, ["source"],
    [
        new("source", "string", "", null, "key"),
        new("title", "string", "", null, "title"),
        new("publisher", "string", "", "none", "publisher"),
        new("year", "string", "", "unknown", "year of publication"),
        new("licence_or_note", "string", "", "none", "licence, or what was taken from it"),
    ]);

    /// <summary>All tables in the order in which they are listed.</summary>
    public static ImmutableArray<Table> All { get; } =
    [
        Cities, Ports, Places, Crossings, Road, Rail, Ferries, SeaNodesTable, SeaLinks, Passages, Transshipment, Modes,
        RateAreas, ModeShares, BorderRules, SectorTime, Projects, ProjectLinks, Sources,
    ];

    /// <summary>The page of the documentation, as Markdown.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("# Tables of the transport network\n\n"
            + "Comma-separated files in `data/network/`, UTF-8, sorted by key; numbers with a point. This page is\n"
            + "made from the column table that the loader and `caravan data check network` use.\n");
        foreach (var table in All)
        {
            text.Append("\n## `").Append(table.FileName).Append("`\n\n").Append(table.Title).Append(". Key: ")
                .AppendJoin(", ", table.Key.Select(column => $"`{column}`")).Append(".\n\n")
                .Append("| column | type | unit | default | allowed | meaning |\n")
                .Append("| --- | --- | --- | --- | --- | --- |\n");
            foreach (var column in table.Columns)
            {
                text.Append("| `").Append(column.Name).Append("` | ").Append(column.Type).Append(" | ")
                    .Append(column.Unit).Append(" | ").Append(column.Default ?? "required").Append(" | ")
                    .Append(Allowed(column)).Append(" | ").Append(column.Meaning).Append(" |\n");
            }
        }
        return text.ToString();
    }
}
