using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <summary>The JSON Schema of scenario files, from which editors complete and check while one types.</summary>
public static partial class ScenarioSchema
{
    // a percentage, or a fraction smaller than one
    private const string SizePattern = "^[+-]?(\\d+\\.?\\d*|\\.\\d+)\\s*%$|^[+-]?0?\\.?\\d*([eE]-?\\d+)?$";
    private const string PointsPattern =
        "^[+-]?(\\d+\\.?\\d*|\\.\\d+)\\s*(%|pp)$|^[+-]?0?\\.?\\d*([eE]-?\\d+)?$";
    private const string DaysPattern = "^[+-]?(\\d+\\.?\\d*|\\.\\d+)\\s*days?$";

    /// <summary>
    /// The schema, draft 2020-12, as indented JSON with a line feed at the end; made from <see cref="Levers.All"/>.
    /// </summary>
    public static string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            Write(writer);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("title", "Caravan scenario");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        Property(writer, "caravan", "Version of the format.", () => writer.WriteNumber("const", 1));
        Property(writer, "name", "A few words.", () => Text(writer));
        Property(writer, "summary", "One or two sentences.", () => writer.WriteString("type", "string"));
        Property(writer, "sources", "Publications: title, publisher, year.", () => Reference(writer, "texts"));
        Property(writer, "baseline", $"Name or folder of the baseline; {ScenarioFile.DefaultBaseline} by default.",
            () => Text(writer));
        Property(writer, "members", "Economies that take part: codes, names, sets.", () => Reference(writer, "words"));
        Property(writer, "sets", "Own sets of economies: name and members.", () =>
        {
            writer.WriteString("type", "object");
            writer.WriteStartObject("additionalProperties");
            Reference(writer, "words");
            writer.WriteEndObject();
        });
        Property(writer, "actions", "What members do.", () =>
        {
            writer.WriteString("type", "array");
            writer.WriteStartObject("items");
            Reference(writer, "action");
            writer.WriteEndObject();
        });
        Property(writer, "not_expressed", "Parts of the package that no lever can express yet; without effect.",
            () => Reference(writer, "texts"));
        Property(writer, "sharing", "How gains are shared.", () => WriteSharing(writer));
        Property(writer, "agreement", "Red lines, decision rule and chair, for discuss.", () => WriteAgreement(writer));
        Property(writer, "blocs", "Economies that choose a policy together, for discuss.", () => WriteBlocs(writer));
        Property(writer, "options", "How the scenario is solved.", () => WriteOptions(writer));
        Property(writer, "finance", "Rates, fund, budget, and what replaces shipped figures.", () => WriteBook(writer));
        writer.WriteEndObject();
        Names(writer, "required", ["caravan", "name", "actions"]);
        writer.WriteBoolean("additionalProperties", false);
        WriteDefinitions(writer);
        writer.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        Property(writer, "model", "Variant of the trade model.", () => Names(writer, "enum", OptionWords.Models));
        Property(writer, "closure", "What happens to trade deficits.",
            () => Names(writer, "enum", OptionWords.Closures));
        Property(writer, "elasticities", "Elasticity set of the baseline.", () => Text(writer));
        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void WriteDefinitions(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("$defs");
        writer.WriteStartObject("texts");
        OneOrMany(writer);
        writer.WriteEndObject();
        writer.WriteStartObject("words");
        OneOrMany(writer);
        writer.WriteEndObject();
        Size(writer, "size", "A percentage such as -50%, or a fraction such as -0.5.", SizePattern);
        Size(writer, "points", "Percentage points such as -3pp, or a fraction such as -0.03.", PointsPattern);
        writer.WriteStartObject("days");
        writer.WriteString("description", "Days, such as -2 days or -2.");
        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        writer.WriteString("type", "number");
        writer.WriteEndObject();
        Pattern(writer, DaysPattern);
        writer.WriteEndArray();
        writer.WriteEndObject();
        WriteLink(writer);
        WriteFinanceDefinitions(writer);
        writer.WriteStartObject("action");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        Property(writer, "lever", "What is moved.",
            () => Names(writer, "enum", Levers.All.Select(lever => lever.Name)));
        writer.WriteEndObject();
        Names(writer, "required", ["id", "lever"]);
        writer.WriteStartArray("allOf");
        foreach (var lever in Levers.All)
        {
            WriteLever(writer, lever);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("link");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        Property(writer, "mode", "How goods move on it.", () => Names(writer, "enum", ["road", "rail", "sea", "ferry"]));
        Property(writer, "from", "One end: city, port, station or crossing.", () => Text(writer));
        Property(writer, "to", "The other end.", () => Text(writer));
        Property(writer, "via", "Places and crossings between, in order.", () => Reference(writer, "words"));
        Property(writer, "km", "Length of the whole line.", () => Positive(LinkParser.MaxKm));
        Property(writer, "gauge", "Millimetres between the rails.", () =>
        {
            writer.WriteStartArray("enum");
            foreach (var gauge in LinkParser.Gauges)
            {
                writer.WriteNumberValue(gauge);
            }
            writer.WriteEndArray();
        });
        Property(writer, "speed_kmh", "Speed of freight while moving.", () => Positive(LinkParser.MaxSpeedKmh));
        writer.WriteEndObject();
        Names(writer, "required", ["from", "to"]);
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteEndObject();

        void Positive(double largest)
        {
            writer.WriteString("type", "number");
            writer.WriteNumber("exclusiveMinimum", 0);
            writer.WriteNumber("maximum", largest);
        }
    }

    private static void WriteLever(Utf8JsonWriter writer, Lever lever)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("if");
        writer.WriteStartObject("properties");
        writer.WriteStartObject("lever");
        writer.WriteString("const", lever.Name);
        writer.WriteEndObject();
        writer.WriteEndObject();
        Names(writer, "required", ["lever"]);
        writer.WriteEndObject();
        writer.WriteStartObject("then");
        writer.WriteString("title", lever.Title);
        writer.WriteStartObject("properties");
        Property(writer, "id", "Small letters, digits and dashes.", () =>
        {
            writer.WriteString("type", "string");
            writer.WriteString("pattern", "^[a-z0-9][a-z0-9-]*$");
        });
        Property(writer, "title", "Readable title.", () => writer.WriteString("type", "string"));
        Property(writer, "lever", lever.Mechanism, () => writer.WriteString("const", lever.Name));
        Property(writer, "by", "Members that must agree; all of them by default.", () => Reference(writer, "words"));
        Property(writer, "standby", "True for an action that only talks or policies may take up.",
            () => writer.WriteString("type", "boolean"));
        Property(writer, "source", "Where the size comes from, or illustrative.",
            () => writer.WriteString("type", "string"));
        WriteProject(writer);
        foreach (var field in lever.Fields)
        {
            Property(writer, field.Name, Describe(field), () => WriteField(writer, field));
        }
        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
        WriteChoice(writer, lever);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, LeverField field)
    {
        switch (field.Kind)
        {
            case var _ when field.TakesWords:
                Reference(writer, "words");
                break;
            case LeverFieldKind.Mode:
                Names(writer, "enum", field.Words);
                break;
            case LeverFieldKind.Link:
                Reference(writer, "link");
                break;
            case LeverFieldKind.Table:
                Text(writer);
                break;
            default:
                Reference(writer, field.Kind == LeverFieldKind.Days ? "days"
                    : field.Kind == LeverFieldKind.Points ? "points" : "size");
                break;
        }
    }

    private static void WriteChoice(Utf8JsonWriter writer, Lever lever)
    {
        Names(writer, "required", lever.Fields.Where(field => field.Need == LeverFieldNeed.Required)
            .Select(field => field.Name));
        foreach (var (need, keyword) in new[] { (LeverFieldNeed.OneOf, "oneOf"), (LeverFieldNeed.AnyOf, "anyOf") })
        {
            var choice = lever.Fields.Where(field => field.Need == need).ToList();
            if (choice.Count == 0 || choice.Exists(field => field.Default is not null))
            {
                continue;
            }
            writer.WriteStartArray(keyword);
            foreach (var field in choice)
            {
                writer.WriteStartObject();
                Names(writer, "required", [field.Name]);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
    }

    private static string Describe(LeverField field)
    {
        var description = field.Meaning;
        if (double.IsFinite(field.Minimum))
        {
            description += $" {SizeParser.Show(field, field.Minimum)} to {SizeParser.Show(field, field.Maximum)}.";
        }
        if (field.Default is { } value)
        {
            description += $" Default {SizeParser.Show(field, value)}: {field.DefaultSource}.";
        }
        return field.DefaultWord.Length > 0 ? $"{description} Default {field.DefaultWord}." : description;
    }
}
