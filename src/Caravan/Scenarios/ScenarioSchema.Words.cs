using System.Text.Json;

namespace Caravan.Scenarios;

// the words of JSON Schema that the parts of the schema are made of
public static partial class ScenarioSchema
{
    private static void Property(Utf8JsonWriter writer, string name, string description, Action content)
    {
        writer.WriteStartObject(name);
        writer.WriteString("description", description);
        content();
        writer.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter writer, string keyword, IEnumerable<string> names)
    {
        writer.WriteStartArray(keyword);
        foreach (var name in names)
        {
            writer.WriteStringValue(name);
        }
        writer.WriteEndArray();
    }

    private static void Reference(Utf8JsonWriter writer, string definition) =>
        writer.WriteString("$ref", $"#/$defs/{definition}");

    private static void Text(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "string");
        writer.WriteNumber("minLength", 1);
    }

    private static void OneOrMany(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        writer.WriteString("type", "string");
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "array");
        writer.WriteStartObject("items");
        writer.WriteString("type", "string");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void Size(Utf8JsonWriter writer, string name, string description, string pattern)
    {
        writer.WriteStartObject(name);
        writer.WriteString("description", description);
        writer.WriteStartArray("anyOf");
        writer.WriteStartObject();
        writer.WriteString("type", "number");
        writer.WriteNumber("exclusiveMinimum", -1);
        writer.WriteNumber("exclusiveMaximum", 1);
        writer.WriteEndObject();
        Pattern(writer, pattern);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Pattern(Utf8JsonWriter writer, string pattern)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "string");
        writer.WriteString("pattern", pattern);
        writer.WriteEndObject();
    }
}
