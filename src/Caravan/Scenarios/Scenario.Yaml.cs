using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <content>Writing the resolved scenario.</content>
public sealed partial record Scenario
{
    /// <summary>
    /// The scenario as YAML with everything spelled out: defaults, overrides, codes, and tables inside the file. The
    /// same scenario always gives the same text, and running the text gives the same results.
    /// </summary>
    public string ToYaml()
    {
        var text = new StringBuilder();
        text.Append("caravan: 1\n");
        text.Append(CultureInfo.InvariantCulture, $"name: {Quote(Name)}\n");
        if (Summary.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"summary: {Quote(Summary)}\n");
        }
        AppendList(text, "sources", Sources);
        text.Append(CultureInfo.InvariantCulture, $"baseline: {Word(Baseline)}\n");
        text.Append(CultureInfo.InvariantCulture, $"members: {Words(Members)}\n");
        if (!Sets.IsEmpty)
        {
            text.Append("sets:\n");
            foreach (var set in Sets)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Word(set.Name)}: {Words(set.Economies)}\n");
            }
        }
        text.Append(Actions.IsEmpty && Standby.IsEmpty ? "actions: []\n" : "actions:\n");
        foreach (var action in Actions.Concat(Standby))
        {
            AppendAction(text, action);
        }
        AppendBook(text);
        AppendAgreement(text);
        AppendBlocs(text);
        AppendList(text, "not_expressed", NotExpressed);
        AppendSharing(text);
        text.Append("options:\n");
        text.Append(CultureInfo.InvariantCulture, $"  model: {OptionWords.Of(Options.Model)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  closure: {OptionWords.Of(Options.Closure)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  elasticities: {Word(Options.Elasticities)}\n");
        return text.ToString();
    }

    private void AppendAction(StringBuilder text, ScenarioAction action)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - id: {Word(action.Id)}\n");
        Line("title", Quote(action.Title));
        Line("lever", action.Lever.Name);
        if (!action.By.IsEmpty)
        {
            Line("by", WordsOrMembers(action.By));
        }
        if (Standby.Contains(action))
        {
            Line("standby", "true");
        }
        if (!action.Importers.IsEmpty)
        {
            Line("importers", WordsOrMembers(action.Importers));
            Line("exporters", WordsOrMembers(action.Exporters));
        }
        if (!action.Economies.IsEmpty)
        {
            Line("economies", WordsOrMembers(action.Economies));
        }
        if (!action.Sectors.IsEmpty)
        {
            Line("sectors", Words(action.Sectors));
        }
        foreach (var (kind, ids) in new[]
        {
            (LeverFieldKind.Projects, action.Projects), (LeverFieldKind.Passages, action.Passages),
            (LeverFieldKind.Crossings, action.Crossings),
        })
        {
            if (!ids.IsEmpty)
            {
                Line(action.Lever.Fields.First(field => field.Kind == kind).Name, Words(ids));
            }
        }
        if (action.Link is { } link)
        {
            Line("link", LinkText(link));
        }
        if (action.Mode is { } mode)
        {
            Line("mode", LinkParser.Word(mode));
        }
        foreach (var size in action.Sizes)
        {
            Line(size.Field, SizeParser.Format(size.Value, action.Lever.Field(size.Field)!.Kind));
        }
        AppendCells(text, action);
        AppendProject(text, action.Finance);
        if (action.Source.Length > 0)
        {
            Line("source", Quote(action.Source));
        }

        void Line(string key, string value) => text.Append(CultureInfo.InvariantCulture, $"    {key}: {value}\n");
    }

    private static string LinkText(ScenarioLink link)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"{{mode: {LinkParser.Word(link.Mode)}, from: {Word(link.Nodes[0])}, to: {Word(link.Nodes[^1])}");
        if (link.Nodes.Length > 2)
        {
            text.Append(CultureInfo.InvariantCulture, $", via: {Words(link.Nodes[1..^1])}");
        }
        Append("km", link.Km);
        Append("gauge", link.GaugeMm);
        Append("speed_kmh", link.SpeedKmh);
        return text.Append('}').ToString();

        void Append(string key, double value)
        {
            if (value > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $", {key}: {value:R}");
            }
        }
    }

    private static void AppendCells(StringBuilder text, ScenarioAction action)
    {
        if (action.Cells.IsEmpty)
        {
            return;
        }
        var labels = action.Lever.TableLabels;
        text.Append("    table: |\n");
        text.Append(CultureInfo.InvariantCulture, $"      {string.Join(',', labels)},{action.Lever.TableColumn}\n");
        foreach (var cell in action.Cells)
        {
            var value = SizeParser.Format(cell.Value, LeverFieldKind.Rate);
            text.Append("      ").AppendJoin(',', labels.Select(label => label switch
            {
                "sector" => Field(cell.Sector),
                "destination" => Field(cell.Destination),
                _ => Field(cell.Origin),
            })).Append(CultureInfo.InvariantCulture, $",{value}\n");
        }
    }

    // labels of a user's own baseline may hold what separates the values of a row
    private static string Field(string label) =>
        label.AsSpan().ContainsAny(',', '"') ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label;

    private static void AppendList(StringBuilder text, string key, ImmutableArray<string> items)
    {
        if (items.IsEmpty)
        {
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"{key}:\n");
        foreach (var item in items)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {Quote(item)}\n");
        }
    }

    private string WordsOrMembers(ImmutableArray<string> codes) =>
        codes.AsSpan().SequenceEqual(Members.AsSpan()) ? "members" : Words(codes);

    private static string Words(ImmutableArray<string> words) => $"[{string.Join(", ", words.Select(Word))}]";

    // Names and codes stay plain where YAML allows it.
    private static string Word(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            && char.IsAsciiLetterOrDigit(word[0]) ? word : Quote(word);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\x7f' or '\x85' or '\u2028' or '\u2029' or '\uFEFF' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => quoted.Append(letter),
            };
        }
        return quoted.Append('"').ToString();
    }
}
