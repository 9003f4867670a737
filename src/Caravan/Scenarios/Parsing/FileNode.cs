using System.Collections.Immutable;

namespace Caravan.Scenarios.Parsing;

/// <summary>A node of a YAML file with its place. Everything is text until its field reads it.</summary>
internal abstract record FileNode(string File, int Line);

/// <summary>Plain or quoted text; an empty value is empty text.</summary>
internal sealed record FileScalar(string Text, string File, int Line) : FileNode(File, Line)
{
    public FileText ToText() => new(Text, File, Line);
}

/// <summary>A list.</summary>
internal sealed record FileSequence(ImmutableArray<FileNode> Items, string File, int Line) : FileNode(File, Line);

/// <summary>Keys and values in the file's order; keys are unique.</summary>
internal sealed record FileMapping(ImmutableArray<FileEntry> Entries, string File, int Line) : FileNode(File, Line)
{
    public FileEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);

    /// <summary>The mapping with the entry in place of the one of the same key, or added at the end.</summary>
    public FileMapping With(FileEntry entry)
    {
        for (var i = 0; i < Entries.Length; i++)
        {
            if (Entries[i].Key.Text == entry.Key.Text)
            {
                return this with { Entries = Entries.SetItem(i, entry) };
            }
        }
        return this with { Entries = Entries.Add(entry) };
    }
}

/// <summary>One key and its value.</summary>
internal sealed record FileEntry(FileText Key, FileNode Value);
