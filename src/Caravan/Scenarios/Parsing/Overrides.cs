using System.Collections.Immutable;

namespace Caravan.Scenarios.Parsing;

/// <summary>
/// Puts <c>path=value</c> overrides into the tree before it is checked, so that they obey the same rules as the file.
/// Paths: <c>action-id.field</c>, <c>lever.field</c> where one action uses the lever, <c>options.key</c>,
/// <c>sets.name</c>, <c>members</c>, <c>baseline</c>, <c>name</c>, <c>summary</c>, and any key further down of
/// <c>action-id.finance</c>, <c>finance</c>, <c>agreement</c> and <c>blocs</c>.
/// </summary>
internal static class Overrides
{
    public static FileMapping Apply(FileMapping root, IReadOnlyList<string> overrides, IssueList issues)
    {
        foreach (var text in overrides)
        {
            root = Apply(root, text, issues);
        }
        return root;
    }

    private static FileMapping Apply(FileMapping root, string text, IssueList issues)
    {
        var file = $"--set {text}";
        var equals = text.IndexOf('=');
        if (equals <= 0)
        {
            issues.Add(file, 0, "an override has the form path=value", "write for example --set tariffs.to=5%");
            return root;
        }
        var path = text[..equals].Trim().Split('.');
        if (path.Length > 1 && path[0] == "actions")
        {
            path = path[1..];
        }
        var written = text[(equals + 1)..].Trim();
        // only lists are read as YAML; a bare value may hold any sign
        var value = written.StartsWith('[')
            ? YamlTree.Parse(written, file, issues, line: 0)
            : new FileScalar(written, file, 0);
        if (value is null)
        {
            return root;
        }
        var first = path[0];
        var entry = new FileEntry(new FileText(path[^1], file, 0), value);
        if (path.Length == 1 && first is "members" or "baseline" or "name" or "summary")
        {
            return root.With(entry);
        }
        if (path.Length == 2 && first is "options" or "sets" or "sharing")
        {
            var inner = root.Find(first)?.Value as FileMapping ?? new FileMapping([], file, 0);
            return root.With(new FileEntry(new FileText(first, file, 0), inner.With(entry)));
        }
        if (path.Length > 1 && first is "finance" or "agreement" or "blocs")
        {
            return Nest(root, path, entry);
        }
        if (root.Find("actions")?.Value is FileSequence actions
            && (path.Length == 2 || path.Length > 2 && path[1] == "finance"))
        {
            return OverrideAction(root, actions, first, path[1..], entry, file, issues);
        }
        issues.Add(file, 0, $"nothing is called {text[..equals]}", $"paths: {string.Join(", ", Paths(root))}");
        return root;
    }

    private static FileMapping OverrideAction(
        FileMapping root, FileSequence actions, string name, string[] path, FileEntry entry, string file,
        IssueList issues)
    {
        var found = Enumerable.Range(0, actions.Items.Length).Where(i => Word(actions.Items[i], "id") == name).ToList();
        if (found.Count == 0)
        {
            found = [.. Enumerable.Range(0, actions.Items.Length).Where(i => Word(actions.Items[i], "lever") == name)];
        }
        if (found.Count != 1)
        {
            var ids = actions.Items.Select(item => Word(item, "id")).Where(id => id.Length > 0).ToList();
            issues.Add(file, 0, found.Count == 0 ? $"no action is called {name}" : $"{found.Count} actions use {name}",
                found.Count == 0
                    ? IssueList.Suggest(name, ids, "actions")
                    : "name one of " + string.Join(", ", found.Select(i => Word(actions.Items[i], "id"))));
            return root;
        }
        var action = (FileMapping)actions.Items[found[0]];
        action = path.Length > 1 ? Nest(action, path, entry) : WithoutRivals(action, entry.Key.Text).With(entry);
        return root.With(new FileEntry(root.Find("actions")!.Key,
            actions with { Items = actions.Items.SetItem(found[0], action) }));
    }

    // a value some keys down; keys on the way that are not there are made
    private static FileMapping Nest(FileMapping mapping, ReadOnlySpan<string> path, FileEntry entry)
    {
        if (path.Length == 1)
        {
            return mapping.With(entry);
        }
        var there = mapping.Find(path[0]);
        var inner = there?.Value as FileMapping ?? new FileMapping([], entry.Key.File, 0);
        return mapping.With(new FileEntry(
            there?.Key ?? new FileText(path[0], entry.Key.File, 0), Nest(inner, path[1..], entry)));
    }

    // Giving "change" replaces "to": of fields that stand for each other the override's stays.
    private static FileMapping WithoutRivals(FileMapping action, string field)
    {
        var lever = Levers.Find(Word(action, "lever"));
        if (lever?.Field(field)?.Need != LeverFieldNeed.OneOf)
        {
            return action;
        }
        return action with
        {
            Entries = action.Entries.RemoveAll(entry => lever.Field(entry.Key.Text)?.Need == LeverFieldNeed.OneOf),
        };
    }

    private static string Word(FileNode node, string key) =>
        node is FileMapping mapping && mapping.Find(key)?.Value is FileScalar scalar ? scalar.Text : "";

    private static ImmutableArray<string> Paths(FileMapping root) =>
    [
        .. (root.Find("actions")?.Value as FileSequence)?.Items.Select(item => Word(item, "id"))
            .Where(id => id.Length > 0).Take(12).Select(id => $"{id}.FIELD") ?? [],
        .. DraftParser.OptionKeys.Select(key => $"options.{key}"),
        "members", "baseline",
    ];
}
