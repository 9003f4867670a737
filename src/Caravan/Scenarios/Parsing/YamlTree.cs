using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Caravan.Scenarios.Parsing;

/// <summary>
/// Builds the tree of one YAML file from its events. Anchors, aliases and tags are refused, so a small file cannot
/// unfold into a large one; depth and number of nodes are limited as well.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 16;
    private const int MaxNodes = 200_000;

    private readonly string _file;
    private readonly int? _line;
    private readonly IssueList _issues;
    private readonly Parser _parser;
    private int _nodes;

    private YamlTree(string text, string file, int? line, IssueList issues)
    {
        (_file, _line, _issues) = (file, line, issues);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The file's tree, or null after an issue that leaves nothing to look at.</summary>
    /// <param name="text">YAML of one document.</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="issues">Receives every problem.</param>
    /// <param name="line">Line given to every node; null to count the text's own lines.</param>
    public static FileNode? Parse(string text, string file, IssueList issues, int? line = null)
    {
        var tree = new YamlTree(text, file, line, issues);
        try
        {
            return tree.ReadDocument();
        }
        catch (StopReading)
        {
            return null;
        }
        catch (YamlException problem)
        {
            var message = problem.Message.TrimEnd('.');
            issues.Add(file, line ?? (int)problem.Start.Line, $"this is not valid YAML: {Decapitalise(message)}",
                "check indentation, colons and brackets near this line");
            return null;
        }
    }

    private FileNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _issues.Add(_file, 0, "the file holds only comments");
            return null;
        }
        var root = ReadNode(1);
        if (_parser.TryConsume<DocumentEnd>(out _) && _parser.Accept<DocumentStart>(out var second))
        {
            _issues.Add(_file, Line(second), "a second document begins here", "keep one scenario a file");
        }
        return root;
    }

    private FileNode ReadNode(int depth)
    {
        var next = _parser.Current ?? throw new YamlException("unexpected end");
        var line = Line(next);
        if (++_nodes > MaxNodes || depth > MaxDepth)
        {
            _issues.Add(_file, line, depth > MaxDepth
                ? $"values are nested more than {MaxDepth} deep" : $"the file has more than {MaxNodes} values");
            throw new StopReading();
        }
        if (next is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            _issues.Add(_file, line, "anchors (&) and aliases (*) are not allowed", "write the value out");
        }
        switch (next)
        {
            case Scalar scalar:
                _parser.MoveNext();
                CheckTag(scalar.Tag, line);
                return new FileScalar(scalar.Value, _file, line);
            case SequenceStart sequence:
                _parser.MoveNext();
                CheckTag(sequence.Tag, line);
                var items = ImmutableArray.CreateBuilder<FileNode>();
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(ReadNode(depth + 1));
                }
                return new FileSequence(items.ToImmutable(), _file, line);
            case MappingStart mapping:
                _parser.MoveNext();
                CheckTag(mapping.Tag, line);
                return ReadMapping(depth, line);
            default:
                _parser.MoveNext();
                return new FileScalar("", _file, line);
        }
    }

    private FileMapping ReadMapping(int depth, int line)
    {
        var entries = ImmutableArray.CreateBuilder<FileEntry>();
        var seen = new Dictionary<string, int>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not FileScalar word)
            {
                _issues.Add(key, "a key must be a word");
            }
            else if (seen.TryGetValue(word.Text, out var first))
            {
                _issues.Add(key, $"{word.Text} is given twice; first on line {first}", "keep one of them");
            }
            else
            {
                seen.Add(word.Text, word.Line);
                entries.Add(new FileEntry(word.ToText(), value));
            }
        }
        return new FileMapping(entries.ToImmutable(), _file, line);
    }

    private void CheckTag(TagName tag, int line)
    {
        if (!tag.IsEmpty && !tag.IsNonSpecific)
        {
            _issues.Add(_file, line, $"tags such as {tag} are not allowed", "write the plain value");
        }
    }

    private int Line(ParsingEvent place) => _line ?? (int)place.Start.Line;

    private static string Decapitalise(string text) =>
        text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    // Leaves the recursion after the issue has been noted.
    private sealed class StopReading() : YamlException("stopped");
}
