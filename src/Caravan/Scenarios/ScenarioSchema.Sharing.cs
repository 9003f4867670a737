using System.Text.Json;
using Caravan.Scenarios.Sharing;

namespace Caravan.Scenarios;

// the key sharing
public static partial class ScenarioSchema
{
    private static void WriteSharing(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        Property(writer, "outsiders", "What members outside a coalition do: nothing, or their own actions.",
            () => Names(writer, "enum", SharingWords.Outsiders));
        Property(writer, "disagreement", "What each has without agreement: what it is worth alone, or nothing.",
            () => Names(writer, "enum", SharingWords.Disagreements));
        Property(writer, "weights", "Weight of each member in bargaining; they sum to one.", () =>
        {
            writer.WriteString("type", "object");
            writer.WriteStartObject("additionalProperties");
            writer.WriteStartArray("anyOf");
            writer.WriteStartObject();
            writer.WriteString("type", "number");
            writer.WriteNumber("exclusiveMinimum", 0);
            writer.WriteNumber("maximum", 1);
            writer.WriteEndObject();
            Pattern(writer, SizePattern);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
    }
}
