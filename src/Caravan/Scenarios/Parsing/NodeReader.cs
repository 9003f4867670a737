using System.Collections.Immutable;

namespace Caravan.Scenarios.Parsing;

/// <summary>Takes text and lists out of nodes, noting an issue where the node has another form.</summary>
internal static class NodeReader
{
    /// <summary>One value; null after an issue.</summary>
    public static FileText? Text(FileEntry entry, IssueList issues)
    {
        if (entry.Value is FileScalar scalar)
        {
            return scalar.ToText();
        }
        issues.Add(entry.Value, $"{entry.Key} holds a {Form(entry.Value)}; one value is expected");
        return null;
    }

    /// <summary>One value or a list of values; empty after an issue.</summary>
    public static ImmutableArray<FileText> Texts(FileEntry entry, IssueList issues)
    {
        var nodes = entry.Value switch
        {
            FileScalar { Text.Length: 0 } => [],
            FileSequence sequence => sequence.Items,
            _ => [entry.Value],
        };
        var texts = ImmutableArray.CreateBuilder<FileText>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is FileScalar scalar)
            {
                texts.Add(scalar.ToText());
            }
            else
            {
                issues.Add(node, $"{entry.Key} holds a {Form(node)}; a value or a list of values is expected");
            }
        }
        return texts.ToImmutable();
    }

    /// <summary>A mapping; null after an issue, and for an empty value.</summary>
    public static FileMapping? Mapping(FileEntry entry, IssueList issues)
    {
        if (entry.Value is FileScalar { Text.Length: 0 })
        {
            return null;
        }
        if (entry.Value is not FileMapping mapping)
        {
            issues.Add(entry.Value, $"{entry.Key} holds a {Form(entry.Value)}; keys with values are expected");
            return null;
        }
        return mapping;
    }

    /// <summary>Notes every key that is not among the known ones.</summary>
    public static void CheckKeys(FileMapping mapping, string where, IEnumerable<string> known, IssueList issues)
    {
        var keys = known.ToList();
        foreach (var entry in mapping.Entries.Where(entry => !keys.Contains(entry.Key.Text)))
        {
            issues.Add(entry.Key, $"unknown key {entry.Key} {where}", IssueList.Suggest(entry.Key.Text, keys, "keys"));
        }
    }

    public static string Form(FileNode node) => node switch
    {
        FileSequence => "list",
        FileMapping => "mapping",
        _ => "single value",
    };
}
