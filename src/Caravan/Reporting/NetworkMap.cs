using System.Collections.Frozen;
using System.Text.Json;
using Caravan.Data.Transport;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>
/// The tables of the network as GeoJSON (RFC 7946): lines are straight between the places that they join, coordinates
/// are longitude and latitude in degrees. Lines over the 180th meridian are not cut.
/// </summary>
public sealed class NetworkMap
{
    private static readonly Lazy<NetworkMap> s_shipped = new(() => new NetworkMap(TransportModel.Shipped.Tables));

    private readonly TransportTables _tables;
    private readonly FrozenDictionary<string, (double Longitude, double Latitude)> _where;

    /// <summary>A map of tables of a network.</summary>
    /// <param name="tables">Places, crossings, links, passages and projects.</param>
    public NetworkMap(TransportTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        _tables = tables;
        _where = tables.Places.Select(place => (place.Id, Where: (place.Longitude, place.Latitude)))
            .Concat(tables.Crossings.Select(crossing => (crossing.Id, Where: (crossing.Longitude, crossing.Latitude))))
            .ToFrozenDictionary(one => one.Id, one => one.Where);
    }

    /// <summary>The network that ships.</summary>
    public static NetworkMap Shipped => s_shipped.Value;

    /// <summary>Links by any or one mode: a FeatureCollection in UTF-8, as all below.</summary>
    /// <param name="mode">The mode, or null for all.</param>
    public byte[] Links(TransportMode? mode) => Collection(_tables.Links
        .Where(link => mode is null || link.Mode == mode), (writer, link) => Feature(writer, [[link.From, link.To]], () =>
        {
            writer.WriteString("id", $"{Word(link.Mode)} {link.From} {link.To}");
            writer.WriteString("from", link.From);
            writer.WriteString("to", link.To);
            writer.WriteString("mode", Word(link.Mode));
            writer.WriteNumber("km", link.Km);
            Positive(writer, "speed_kmh", link.SpeedKmh);
            Positive(writer, "gauge_mm", link.GaugeMm);
            Positive(writer, "hours", link.Hours);
            Text(writer, "passage", link.Passage);
            Text(writer, "project", link.Project);
            writer.WriteString("status", Word(link.Status));
        }));

    /// <summary>Border crossings.</summary>
    public byte[] Crossings() => Collection(_tables.Crossings, (writer, crossing) => Feature(writer, [[crossing.Id]], () =>
    {
        writer.WriteString("id", crossing.Id);
        writer.WriteString("name", crossing.Name);
        writer.WriteString("economy_a", crossing.EconomyA);
        writer.WriteString("economy_b", crossing.EconomyB);
        Number(writer, "road_hours", crossing.RoadHours);
        Number(writer, "rail_hours", crossing.RailHours);
        Number(writer, "road_usd_teu", crossing.RoadHours is null ? null : crossing.RoadUsdPerTeu);
        Number(writer, "rail_usd_teu", crossing.RailHours is null ? null : crossing.RailUsdPerTeu);
        writer.WriteString("status", crossing.Closed ? "closed" : "existing");
        writer.WriteString("verified", crossing.Verified);
        writer.WriteString("source", SourceOf(crossing.Source));
    }));

    /// <summary>Cities or ports.</summary>
    /// <param name="kind">Which of them.</param>
    public byte[] Places(PlaceKind kind) => Collection(_tables.Places.Where(place => place.Kind == kind), (writer, place) =>
        Feature(writer, [[place.Id]], () =>
        {
            writer.WriteString("id", place.Id);
            writer.WriteString("name", place.Name);
            writer.WriteString("economy", place.Economy);
            Positive(writer, "population", place.Population);
            Text(writer, "city", place.City);
            Positive(writer, "handling_hours", place.HandlingHours);
            Positive(writer, "handling_usd_teu", place.HandlingUsdPerTeu);
        }));

    /// <summary>Sea passages, drawn as the links that lead through them.</summary>
    public byte[] Passages() => Collection(_tables.Passages, (writer, passage) => Feature(writer,
        [.. _tables.Links.Where(link => link.Passage == passage.Id).Select(Ends)], () =>
        {
            writer.WriteString("id", passage.Id);
            writer.WriteString("name", passage.Name);
            writer.WriteString("mode", "sea");
            writer.WriteNumber("hours", passage.Hours);
            writer.WriteNumber("usd_teu", passage.UsdPerTeu);
            writer.WriteString("status", Word(passage.Status));
        }));

    /// <summary>Projects of the catalogue, drawn as their links, else through their places; null where neither is
    /// known.</summary>
    public byte[] Projects() => Collection(_tables.Projects, (writer, project) => Feature(writer, LinesOf(project), () =>
    {
        writer.WriteString("id", project.Id);
        writer.WriteString("project", project.Id);
        writer.WriteString("name", project.Name);
        writer.WriteString("mode", project.Mode);
        writer.WriteString("corridor", project.Corridor);
        writer.WriteStartArray("economies");
        foreach (var economy in project.Economies)
        {
            writer.WriteStringValue(economy);
        }
        writer.WriteEndArray();
        Number(writer, "km", project.Km > 0 ? project.Km : null);
        Number(writer, "cost_musd", project.CostMusd);
        Number(writer, "start_year", project.StartYear > 0 ? project.StartYear : null);
        Number(writer, "end_year", project.EndYear > 0 ? project.EndYear : null);
        writer.WriteString("status", project.Status == LinkStatus.Existing ? "completed" : Word(project.Status));
        writer.WriteString("verified", project.Verified);
        writer.WriteString("source", SourceOf(project.Source));
    }));

    /// <summary>The word for a mode: lower case.</summary>
    /// <param name="mode">A mode.</param>
    public static string Word(TransportMode mode) => mode.ToString().ToLowerInvariant();

    private static string Word(LinkStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    private static string[] Ends(TransportLink link) => [link.From, link.To];

    private string SourceOf(string key) => _tables.Sources.TryGetValue(key, out var source) ? source : key;

    private string[][] LinesOf(TransportProject project)
    {
        string[][] lines =
        [
            .. _tables.Links.Where(link => link.Project == project.Id).Select(Ends),
            .. project.Effects.Where(effect => effect.To.Length > 0)
                .Select(effect => (string[])[effect.From, effect.To]),
        ];
        return lines.Length > 0 ? lines : project.Nodes.Length > 0 ? [[.. project.Nodes]]
            : [.. project.Effects.Select(effect => (string[])[effect.From])];
    }

    private static byte[] Collection<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => JsonTables.Bytes(writer =>
    {
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        foreach (var item in items)
        {
            write(writer, item);
        }
        writer.WriteEndArray();
    });

    private void Feature(Utf8JsonWriter writer, string[][] lines, Action properties)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        Geometry(writer,
            [.. lines.Select(line => line.Where(_where.ContainsKey).ToArray()).Where(line => line.Length > 0)]);
        writer.WriteStartObject("properties");
        properties();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Geometry(Utf8JsonWriter writer, string[][] lines)
    {
        if (lines.Length == 0)
        {
            writer.WriteNull("geometry");
            return;
        }
        var isLine = lines.Any(line => line.Length > 1);
        writer.WriteStartObject("geometry");
        writer.WriteString("type", (isLine, lines.Length) switch
        {
            (true, 1) => "LineString",
            (true, _) => "MultiLineString",
            (false, 1) => "Point",
            _ => "MultiPoint",
        });
        writer.WritePropertyName("coordinates");
        if (lines.Length > 1)
        {
            writer.WriteStartArray();
        }
        foreach (var line in lines.Where(line => !isLine || line.Length > 1))
        {
            Coordinates(writer, line, isLine);
        }
        if (lines.Length > 1)
        {
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private void Coordinates(Utf8JsonWriter writer, string[] line, bool isLine)
    {
        if (isLine)
        {
            writer.WriteStartArray();
        }
        foreach (var place in line)
        {
            var (longitude, latitude) = _where[place];
            writer.WriteStartArray();
            writer.WriteNumberValue(Math.Round(longitude, 4));
            writer.WriteNumberValue(Math.Round(latitude, 4));
            writer.WriteEndArray();
        }
        if (isLine)
        {
            writer.WriteEndArray();
        }
    }

    private static void Positive(Utf8JsonWriter writer, string name, double value)
    {
        if (value > 0)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void Text(Utf8JsonWriter writer, string name, string value)
    {
        if (value.Length > 0)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
