using System.Collections.Immutable;
using System.Globalization;

namespace Caravan.Scenarios.Parsing;

/// <summary>From the tree of a file to a draft: checks every key, size and form, collects all problems.</summary>
internal static class DraftParser
{
    public static readonly ImmutableArray<string> Keys =
    [
        "caravan", "name", "summary", "sources", "baseline", "members", "sets", "actions", "options", "not_expressed",
        "finance", "sharing", "agreement", "blocs",
    ];

    // Each may touch every cell of the world, so their number bounds the time that a file can take.
    private const int MaxActions = 1000;

    public static readonly ImmutableArray<string> OptionKeys = ["model", "closure", "elasticities"];

    public static ScenarioDraft Parse(FileMapping root, TextSource source, IssueList issues)
    {
        NodeReader.CheckKeys(root, "in the scenario", Keys, issues);
        CheckVersion(root, issues);
        var name = Text(root, "name", issues);
        if (string.IsNullOrWhiteSpace(name?.Text))
        {
            issues.Add(root, "name is missing", "add name: and a few words");
        }
        return new ScenarioDraft
        {
            File = source.Name,
            Name = name?.Text ?? "",
            Summary = Text(root, "summary", issues)?.Text.Trim() ?? "",
            Sources = Strings(root, "sources", issues),
            Baseline = Text(root, "baseline", issues) is { Text.Length: > 0 } baseline
                ? baseline : new FileText(ScenarioFile.DefaultBaseline, root.File, root.Line),
            Members = Texts(root, "members", issues),
            Sets = ParseSets(root, issues),
            Actions = ParseActions(root, source, issues),
            Options = ParseOptions(root, issues),
            NotExpressed = Strings(root, "not_expressed", issues),
            Finance = FinanceBookParser.Parse(root, issues),
            Sharing = SharingParser.Parse(root, issues),
            Agreement = AgreementParser.Parse(root, issues),
            Blocs = BlocParser.Parse(root, issues),
        };
    }

    private static void CheckVersion(FileMapping root, IssueList issues)
    {
        if (root.Find("caravan") is not { } entry)
        {
            issues.Add(root, "caravan: 1 is missing; it says which format the file has",
                "begin the file with caravan: 1");
        }
        else if (NodeReader.Text(entry, issues) is { Text: not "1" } version)
        {
            var newer = int.TryParse(version.Text, CultureInfo.InvariantCulture, out var number) && number > 1;
            issues.Add(version, $"caravan is {version}; this program reads version 1",
                newer ? "a newer version of the program may read it" : "write caravan: 1");
        }
    }

    private static ImmutableArray<DraftSet> ParseSets(FileMapping root, IssueList issues)
    {
        if (root.Find("sets") is not { } entry || NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            return [];
        }
        var sets = ImmutableArray.CreateBuilder<DraftSet>();
        foreach (var set in mapping.Entries)
        {
            sets.Add(new DraftSet(set.Key, NodeReader.Texts(set, issues)));
        }
        return sets.ToImmutable();
    }

    private static ImmutableArray<DraftAction> ParseActions(FileMapping root, TextSource source, IssueList issues)
    {
        if (root.Find("actions") is not { } entry)
        {
            issues.Add(root, "actions is missing", "add a list of actions, or actions: [] for no change at all");
            return [];
        }
        if (entry.Value is not FileSequence list)
        {
            if (entry.Value is not FileScalar { Text.Length: 0 })
            {
                issues.Add(entry.Value, $"actions holds a {NodeReader.Form(entry.Value)}; a list is expected",
                    "begin each action with a dash");
            }
            return [];
        }
        if (list.Items.Length > MaxActions)
        {
            issues.Add(list.Items[MaxActions], $"the file has {list.Items.Length} actions; at most {MaxActions} are read");
            return [];
        }
        var actions = ImmutableArray.CreateBuilder<DraftAction>();
        var seen = new Dictionary<string, FileText>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in list.Items)
        {
            if (node is not FileMapping mapping)
            {
                issues.Add(node, $"an action is a {NodeReader.Form(node)}; keys with values are expected");
                continue;
            }
            if (ActionParser.Parse(mapping, source, issues) is { } action)
            {
                actions.Add(action);
            }
            if (mapping.Find("id")?.Value is FileScalar id && !seen.TryAdd(id.Text, id.ToText()))
            {
                issues.Add(id, $"id {id.Text} is used twice; first on line {seen[id.Text].Line}",
                    "give each action its own id");
            }
        }
        return actions.ToImmutable();
    }

    private static DraftOptions ParseOptions(FileMapping root, IssueList issues)
    {
        if (root.Find("options") is not { } entry || NodeReader.Mapping(entry, issues) is not { } mapping)
        {
            return new DraftOptions();
        }
        NodeReader.CheckKeys(mapping, "in options", OptionKeys, issues);
        var model = Text(mapping, "model", issues);
        var closure = Text(mapping, "closure", issues);
        var options = new DraftOptions
        {
            Model = model is { } modelWord ? OptionWords.FindModel(modelWord.Text) : null,
            Closure = closure is { } closureWord ? OptionWords.FindClosure(closureWord.Text) : null,
            Elasticities = Text(mapping, "elasticities", issues),
        };
        CheckWord(model, options.Model is not null, "model", OptionWords.Models, issues);
        CheckWord(closure, options.Closure is not null, "closure", OptionWords.Closures, issues);
        return options;
    }

    private static void CheckWord(
        FileText? word, bool known, string key, ImmutableArray<string> words, IssueList issues)
    {
        if (word is { } text && !known)
        {
            issues.Add(text, $"{key} is {text}; allowed: {string.Join(", ", words)}",
                Data.NearestWord.Find(text.Text, words) is { } near ? $"did you mean {near}?" : "");
        }
    }

    private static FileText? Text(FileMapping mapping, string key, IssueList issues) =>
        mapping.Find(key) is { } entry ? NodeReader.Text(entry, issues) : null;

    private static ImmutableArray<FileText> Texts(FileMapping mapping, string key, IssueList issues) =>
        mapping.Find(key) is { } entry ? NodeReader.Texts(entry, issues) : [];

    private static ImmutableArray<string> Strings(FileMapping mapping, string key, IssueList issues) =>
        [.. Texts(mapping, key, issues).Select(text => text.Text)];
}
