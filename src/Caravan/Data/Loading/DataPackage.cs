using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Caravan.Data.Loading;

/// <summary>The descriptor of a baseline folder, <c>datapackage.json</c>: a Frictionless data package.</summary>
internal sealed record DataPackage
{
    public const string FileName = "datapackage.json";
    public const string NetOfTariff = "net";
    public const string TariffInclusive = "tariff-inclusive";

    /// <summary>Name of the baseline; empty where not given.</summary>
    public string Name { get; init; } = "";

    public string Title { get; init; } = "";

    public int Year { get; init; }

    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Whether trade values are net of tariff or with it.</summary>
    public string Values { get; init; } = NetOfTariff;

    /// <summary>Files by resource name, for resources that have other file names than the usual.</summary>
    public ImmutableDictionary<string, string> Files { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Reads a descriptor; reports what is wrong and then gives what could be read.</summary>
    public static DataPackage Read(string folder, InputIssues issues)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return new DataPackage();
        }
        if (InputLimits.Check(path, FileName) is { } issue)
        {
            issues.Add(FileName, 0, "file", issue.Problem, issue.Repair);
            return new DataPackage();
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            });
            return Parse(document.RootElement, issues);
        }
        catch (JsonException error)
        {
            issues.Add(FileName, (int)(error.LineNumber ?? -1) + 1, "json", "this is not valid JSON",
                "mend it or remove the file: a folder without it is accepted");
            return new DataPackage();
        }
    }

    /// <summary>Writes the descriptor with the schema of every table.</summary>
    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", FrictionlessName(Name));
        json.WriteString("title", Title);
        json.WriteStartArray("sources");
        foreach (var source in Sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("caravan");
        json.WriteNumber("format", 1);
        json.WriteString("baseline", Name);
        json.WriteNumber("year", Year);
        json.WriteString("values", Values);
        json.WriteEndObject();
        json.WriteStartArray("resources");
        foreach (var table in FolderTables.All)
        {
            WriteResource(json, table);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteResource(Utf8JsonWriter json, Table table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("title", table.Title);
        json.WriteString("path", table.FileName);
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteString("description",
                column.Unit.Length > 0 ? $"{column.Meaning} ({column.Unit})" : column.Meaning);
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", column.Required);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("primaryKey");
        foreach (var name in table.Key)
        {
            json.WriteStringValue(name);
        }
        json.WriteEndArray();
        WriteForeignKeys(json, table);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteForeignKeys(Utf8JsonWriter json, Table table)
    {
        var referring = table.Columns.Where(column => column.Refers.Length > 0).ToList();
        if (referring.Count == 0)
        {
            return;
        }
        json.WriteStartArray("foreignKeys");
        foreach (var column in referring)
        {
            json.WriteStartObject();
            json.WriteString("fields", column.Name);
            json.WriteStartObject("reference");
            json.WriteString("resource", column.Refers);
            json.WriteString("fields", FolderTables.All.First(other => other.Name == column.Refers).Columns[0].Name);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static DataPackage Parse(JsonElement root, InputIssues issues)
    {
        var caravan = Property(root, "caravan");
        var values = Text(caravan, "values") is { Length: > 0 } given ? given : NetOfTariff;
        if (values is not (NetOfTariff or TariffInclusive))
        {
            issues.Add(FileName, 0, "values", $"caravan.values is \"{values}\"",
                $"give \"{NetOfTariff}\" or \"{TariffInclusive}\"");
        }
        return new DataPackage
        {
            Name = Text(caravan, "baseline") is { Length: > 0 } name ? name : Text(root, "name"),
            Title = Text(root, "title"),
            Year = Property(caravan, "year") is { ValueKind: JsonValueKind.Number } year
                && year.TryGetInt32(out var number) ? number : 0,
            Sources = [.. Items(root, "sources").Select(source => Text(source, "title"))],
            Values = values,
            Files = ReadFiles(root, issues),
        };
    }

    private static ImmutableDictionary<string, string> ReadFiles(JsonElement root, InputIssues issues)
    {
        var files = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var resource in Items(root, "resources"))
        {
            var (name, path) = (Text(resource, "name"), Text(resource, "path"));
            if (!FolderTables.All.Any(table => table.Name == name) || path.Length == 0)
            {
                continue;
            }
            if (Path.IsPathRooted(path) || path.Split('/', '\\').Contains(".."))
            {
                issues.Add(FileName, 0, "path:" + name, $"the path of {name} is \"{path}\"",
                    "give a file inside the folder");
                continue;
            }
            files[name] = path;
        }
        return files.ToImmutable();
    }

    private static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    private static JsonElement[] Items(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray()] : [];

    // Frictionless allows lower-case letters, digits, point, dash and underscore.
    private static string FrictionlessName(string name) => string.Concat(name.ToLowerInvariant().Select(letter =>
        char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-'));
}
