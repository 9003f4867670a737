using System.Globalization;
using System.Text.Json;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <summary>A scenario's YAML as JSON with the same keys, which reads back as the same scenario.</summary>
public static class ScenarioJson
{
    /// <summary>Writes the text as one JSON value: plain numbers as numbers, everything else as words.</summary>
    /// <param name="yaml">A scenario as written.</param>
    /// <param name="name">Name for messages, in place of the file's.</param>
    /// <param name="writer">Receives the value.</param>
    /// <exception cref="Data.InputException">The text is no YAML that a scenario may be written in.</exception>
    public static void Write(string yaml, string name, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var issues = new IssueList();
        var root = YamlTree.Parse(TextSource.Of(yaml, name).Text, name, issues);
        issues.ThrowIfAny();
        Write(root!, writer);
    }

    private static void Write(FileNode node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case FileMapping mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    writer.WritePropertyName(entry.Key.Text);
                    Write(entry.Value, writer);
                }
                writer.WriteEndObject();
                break;
            case FileSequence sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(item, writer);
                }
                writer.WriteEndArray();
                break;
            case FileScalar { Text: var text } when IsNumber(text):
                writer.WriteRawValue(text);
                break;
            case FileScalar { Text: var text }:
                writer.WriteStringValue(text);
                break;
        }
    }

    // only what JSON writes the same way, so that no digit changes
    private static bool IsNumber(string text) =>
        text.Length is > 0 and < 20 && text.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '.')
        && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out _)
        && text.TrimStart('-') is [>= '0' and <= '9', ..] digits
        && !text.EndsWith('.') && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.')
        && text.LastIndexOf('-') <= 0;
}
