using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads one action by the table of levers.</summary>
internal static class ActionParser
{
    public static readonly ImmutableArray<string> CommonKeys =
        ["id", "title", "lever", "by", "standby", "source", .. FinanceParser.ActionKeys];

    // First words of an override's path that are not actions.
    public static readonly ImmutableArray<string> ReservedIds =
    [
        "actions", "options", "finance", "sharing", "agreement", "blocs", "sets", "members", "baseline", "name", "summary",
    ];

    /// <summary>The action; null after an issue that leaves its lever or id unknown.</summary>
    public static DraftAction? Parse(FileMapping mapping, TextSource source, IssueList issues)
    {
        var id = ParseId(mapping, issues);
        var lever = ParseLever(mapping, issues);
        if (lever is null)
        {
            return null;
        }
        NodeReader.CheckKeys(mapping, $"in an action with lever {lever.Name}",
            [.. CommonKeys, .. lever.Fields.Select(field => field.Name)], issues);
        var words = ImmutableArray.CreateBuilder<DraftWords>();
        var sizes = ImmutableArray.CreateBuilder<ScenarioSize>();
        DraftTable? table = null;
        DraftLink? link = null;
        TransportMode? mode = null;
        foreach (var field in lever.Fields)
        {
            if (mapping.Find(field.Name) is not { } entry)
            {
                continue;
            }
            if (field.Kind == LeverFieldKind.Link)
            {
                var isThere = lever.Field("speed") is null || mapping.Find("speed") is not null;
                link = LinkParser.Parse(entry, lever, isThere, issues);
            }
            else if (field.TakesWords)
            {
                var texts = NodeReader.Texts(entry, issues);
                if (texts.IsEmpty && entry.Value is not FileMapping)
                {
                    issues.Add(entry.Value, $"{field.Name} is empty", "name at least one, or leave the key out");
                }
                words.Add(new DraftWords(field.Name, texts));
            }
            else if (NodeReader.Text(entry, issues) is not { } text)
            {
                continue;
            }
            else if (field.Kind == LeverFieldKind.Mode)
            {
                mode = LinkParser.FindMode(text, field.Words, issues);
            }
            else if (field.Kind == LeverFieldKind.Table)
            {
                table = TableParser.Parse(text, lever, source, issues);
            }
            else if (SizeParser.Parse(text, field, issues) is { } value)
            {
                sizes.Add(new ScenarioSize(field.Name, value));
            }
        }
        CheckChoice(mapping, lever, issues);
        CheckCells(mapping, lever, table, issues);
        CheckNetwork(mapping, lever, issues);
        return id is null ? null : new DraftAction(id.Value, lever)
        {
            Title = Text(mapping, "title", issues),
            Source = Text(mapping, "source", issues),
            Standby = ParseStandby(mapping, issues),
            By = mapping.Find("by") is { } by ? NodeReader.Texts(by, issues) : [],
            Words = words.ToImmutable(),
            Sizes = sizes.ToImmutable(),
            Table = table,
            Link = link,
            Mode = mode,
            Project = FinanceParser.Parse(mapping, issues),
        };
    }

    private static bool ParseStandby(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("standby") is not { } entry || NodeReader.Text(entry, issues) is not { } word)
        {
            return false;
        }
        if (word.Text is not ("true" or "false"))
        {
            issues.Add(word, $"standby is {word}; true or false is expected");
        }
        return word.Text == "true";
    }

    private static FileText? ParseId(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("id") is not { } entry)
        {
            issues.Add(mapping, "an action has no id", "add id: and a short word");
            return null;
        }
        if (NodeReader.Text(entry, issues) is not { } id)
        {
            return null;
        }
        var valid = id.Text.Length is > 0 and <= 60 && id.Text[0] != '-'
            && id.Text.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        if (!valid)
        {
            issues.Add(id, $"id is '{id}'; small letters, digits and dashes are allowed",
                "write a word such as faster-borders");
        }
        else if (ReservedIds.Contains(id.Text))
        {
            issues.Add(id, $"id {id} is a word of the format", "choose another word");
        }
        return id;
    }

    private static Lever? ParseLever(FileMapping mapping, IssueList issues)
    {
        if (mapping.Find("lever") is not { } entry)
        {
            issues.Add(mapping, "an action has no lever", $"levers: {LeverNames}");
            return null;
        }
        if (NodeReader.Text(entry, issues) is not { } name)
        {
            return null;
        }
        var lever = Levers.Find(name.Text);
        if (lever is null && Levers.Planned.Contains(name.Text, StringComparer.OrdinalIgnoreCase))
        {
            issues.Add(name, $"lever {name} is not available yet",
                "list this part under not_expressed for now, or use another lever");
        }
        else if (lever is null)
        {
            var near = NearestWord.Find(name.Text, Levers.All.Select(known => known.Name));
            issues.Add(name, $"unknown lever {name}",
                near is null ? $"levers: {LeverNames}" : $"did you mean {near}?");
        }
        return lever;
    }

    // Which of the fields that stand for each other are there.
    private static void CheckChoice(FileMapping mapping, Lever lever, IssueList issues)
    {
        foreach (var field in lever.Fields.Where(field => field.Need == LeverFieldNeed.Required))
        {
            if (mapping.Find(field.Name) is null)
            {
                issues.Add(mapping, $"{field.Name} is missing for lever {lever.Name}");
            }
        }
        Check(LeverFieldNeed.OneOf, "exactly one of");
        Check(LeverFieldNeed.AnyOf, "at least one of");

        void Check(LeverFieldNeed need, string howMany)
        {
            var choice = lever.Fields.Where(field => field.Need == need).ToList();
            var given = choice.Where(field => mapping.Find(field.Name) is not null).ToList();
            var names = string.Join(", ", choice.Select(field => field.Name));
            if (given.Count == 0 && choice.Count > 0 && choice.All(field => field.Default is null))
            {
                issues.Add(mapping, $"lever {lever.Name} needs {howMany} {names}; none is given");
            }
            else if (given.Count > 1 && need == LeverFieldNeed.OneOf)
            {
                issues.Add(mapping.Find(given[1].Name)!.Key, $"lever {lever.Name} takes {howMany} {names}; given are "
                    + string.Join(" and ", given.Select(field => field.Name)));
            }
        }
    }

    // A table names its cells itself, and "between" stands for both directions.
    private static void CheckCells(FileMapping mapping, Lever lever, DraftTable? table, IssueList issues)
    {
        var sides = lever.Shape == LeverShape.Bilateral ? ("importers", "exporters") : ("economies", "partners");
        if (mapping.Find("between") is { } between
            && (mapping.Find(sides.Item1) ?? mapping.Find(sides.Item2)) is not null
            && !(lever.Shape == LeverShape.Bilateral && mapping.Find("mode") is not null))
        {
            issues.Add(between.Key, $"between stands for {sides.Item1} and {sides.Item2} together",
                "keep one of the two ways");
        }
        if (table is null)
        {
            if (mapping.Find("table") is null && lever.Shape == LeverShape.EconomyAndSector
                && lever.Field("sectors") is { DefaultWord.Length: 0 } && mapping.Find("sectors") is null)
            {
                issues.Add(mapping, $"sectors is missing for lever {lever.Name}", "name the sectors concerned");
            }
            return;
        }
        foreach (var field in lever.Fields.Where(field => field.Kind == LeverFieldKind.Economies
            || (field.Kind == LeverFieldKind.Sectors && table.HasSectors)))
        {
            if (mapping.Find(field.Name) is { } entry)
            {
                issues.Add(entry.Key, $"the table names its own {field.Name}", $"remove {field.Name} or the table");
            }
        }
    }

    // Fields of levers on the network that need each other or exclude each other.
    private static void CheckNetwork(FileMapping mapping, Lever lever, IssueList issues)
    {
        if (lever.Name == "transport-cost")
        {
            var mode = mapping.Find("mode");
            var with = mode is null ? "without" : "with";
            foreach (var entry in mapping.Entries.Where(entry => lever.Field(entry.Key.Text) is not null
                && entry.Key.Text is not ("change" or "mode") && (entry.Key.Text == "economies") == (mode is null)))
            {
                issues.Add(entry.Key, $"{entry.Key} has no meaning {with} mode", mode is null
                    ? "use importers, exporters or between, or add mode: and road, rail, sea or ferry"
                    : "with mode an action has economies and change");
            }
            if (mode is not null && mapping.Find("change") is null)
            {
                issues.Add(mode.Key, "mode is there and change is not", "add change: and a percentage");
            }
        }
        else if (lever.Name == "link")
        {
            if (mapping.Find("speed") is { } speed && mapping.Find("link") is null)
            {
                issues.Add(speed.Key, "speed is there and link is not", "name the line that gets faster");
            }
        }
        else if (lever.Name == "border-time")
        {
            var (economies, partners) = (mapping.Find("economies"), mapping.Find("partners"));
            if ((economies is null) != (partners is null))
            {
                issues.Add((economies ?? partners)!.Key, "economies and partners are the two sides of a border; one is missing",
                    "add the other, or use between");
            }
            if (mapping.Find("crossings") is { } crossings && (mapping.Find("between") ?? economies ?? partners) is not null)
            {
                issues.Add(crossings.Key, "crossings are named by themselves and by economies", "keep one of the two ways");
            }
        }
    }

    private static string Text(FileMapping mapping, string key, IssueList issues) =>
        mapping.Find(key) is { } entry ? NodeReader.Text(entry, issues)?.Text.Trim() ?? "" : "";

    private static string LeverNames => string.Join(", ", Levers.All.Select(lever => lever.Name));
}
