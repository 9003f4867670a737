using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <summary>Columns that several tables of the transport network share.</summary>
internal static class NetworkColumns
{
    /// <summary>What a column may refer to beside tables by name: economies of the baseline.</summary>
    public const string Economies = "economies";

    /// <summary>What a column may refer to: cities, ports, places and crossings.</summary>
    public const string Nodes = "nodes";

    /// <summary>What a column may refer to: ports and nodes of the sea.</summary>
    public const string SeaNodes = "sea";

    private static readonly ImmutableArray<string> s_statuses =
        ["existing", "under-construction", "planned", "closed"];

    public static Column Name { get; } = new("name", "string", "", null, "readable name");

    public static Column Latitude { get; } = new("lat", "number", "degrees north", null, "latitude")
    {
        Min = -90,
        Max = 90,
    };

    public static Column Longitude { get; } = new("lon", "number", "degrees east", null, "longitude")
    {
        Min = -180,
        Max = 180,
    };

    public static Column EconomyCode { get; } =
        new("economy", "string", "", null, "ISO 3166 alpha-3 code", Economies);

    public static Column Km { get; } = new("km", "number", "km", null, "length of the line")
    {
        Min = 0.1,
        Max = 12_000,
    };

    public static Column Status { get; } = new("status", "string", "", null,
        "existing in the base year 2023, or under construction, planned or closed: only existing ones are used "
        + "without a scenario")
    {
        Words = s_statuses,
    };

    public static Column Project { get; } = new("project", "string", "", "none",
        "catalogue project that built or would build it", "projects");

    public static Column Verified { get; } = new("verified", "string", "", null,
        "yes: from the publication named; rule: computed by a written rule; no: general knowledge, not checked")
    {
        Words = ["no", "rule", "yes"],
    };

    public static Column Source { get; } = new("source", "string", "", null, "key of the source", "sources");

    public static Column Note { get; } = new("note", "string", "", "empty", "remark");

    public static Column End(string name) => new(name, "string", "", null, "city, port, place or crossing", Nodes);

    public static Column Speed(string otherwise) =>
        new("speed_kmh", "number", "km/h", otherwise, "commercial speed of freight while moving, without borders")
        {
            Min = 5,
            Max = 200,
        };

    public static Column Gauge(string? otherwise) =>
        new("gauge_mm", "integer", "mm", otherwise, "distance between the rails")
        {
            Words =
            [
                "600", "750", "762", "891", "914", "950", "1000", "1050", "1067", "1435", "1520", "1600", "1668",
                "1676",
            ],
        };

    public static Column Hours(string name, string? otherwise, string meaning) =>
        new(name, "number", "hours", otherwise, meaning) { Min = 0, Max = 1000 };

    public static Column Dollars(string name, string? otherwise, string meaning) =>
        new(name, "number", "USD per TEU", otherwise, meaning) { Min = 0, Max = 10_000 };

    public static Column Year(string name, string meaning) =>
        new(name, "integer", "", "unknown", meaning) { Min = 1850, Max = 2100 };

    /// <summary>What a column allows, in words; empty where anything is.</summary>
    public static string Allowed(Column column) =>
        !column.Words.IsEmpty ? string.Join(", ", column.Words)
        : double.IsFinite(column.Min) ? FormattableString.Invariant($"{column.Min:#,0.###} to {column.Max:#,0.###}")
        : column.Refers.Length > 0 ? $"in {column.Refers}"
        : "";
}
