using System.Text;
using Caravan.Data;

namespace Caravan.Scenarios.Parsing;

/// <summary>Reads the text of a scenario or of a table beside it, from a file or from inside the library.</summary>
internal sealed class TextSource
{
    // A table that lists every cell of goods trade of the shipped baseline has 17 MB. A resolved scenario carries its
    // tables inside, so it may be as large as two of the largest.
    public const int MaxScenarioBytes = 64 << 20;
    public const int MaxTableBytes = 32 << 20;

    private readonly string? _folder;

    private TextSource(string name, string text, string? folder) => (Name, Text, _folder) = (name, text, folder);

    /// <summary>The file as the user named it, or the pack's file name.</summary>
    public string Name { get; }

    public string Text { get; }

    /// <summary>Folder that relative paths in the scenario start from; null for a pack.</summary>
    public string? Folder => _folder;

    /// <summary>A text that came without a file; it may name shipped tables only.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Name for messages.</param>
    public static TextSource Of(string text, string name) => string.IsNullOrWhiteSpace(text)
        ? throw new InputException(new InputIssue(name, 0, "the text is empty"))
        : text.AsSpan().ContainsAnyInRange('\0', '\b')
            ? throw new InputException(new InputIssue(name, 0, "the text holds control characters"))
            : new TextSource(name, text, null);

    public static TextSource Open(string packNameOrPath)
    {
        ArgumentNullException.ThrowIfNull(packNameOrPath);
        if (Packs.Contains(packNameOrPath))
        {
            return new TextSource($"{packNameOrPath}.yaml", Packs.Read(packNameOrPath), null);
        }
        if (Directory.Exists(packNameOrPath))
        {
            throw new InputException(new InputIssue(packNameOrPath, 0, "this is a folder, not a scenario file",
                "name the YAML file inside it"));
        }
        if (!File.Exists(packNameOrPath))
        {
            throw new InputException(new InputIssue(packNameOrPath, 0, "no such file and no shipped pack of that name",
                IssueList.Suggest(packNameOrPath, Packs.Names, "packs")));
        }
        var text = ReadText(packNameOrPath, packNameOrPath, MaxScenarioBytes);
        return new TextSource(packNameOrPath, text, Path.GetDirectoryName(Path.GetFullPath(packNameOrPath)));
    }

    /// <summary>Text of a table beside the scenario; null after an issue.</summary>
    public string? ReadTable(FileText path, IssueList issues)
    {
        var parts = path.Text.Split('/', '\\');
        if (Path.IsPathRooted(path.Text) || path.Text.Contains(':') || parts.Contains("..")
            || path.Text.AsSpan().ContainsAnyInRange('\0', '\x1f'))
        {
            issues.Add(path, $"table {path.Text} lies outside the scenario's folder",
                "put the file beside the scenario and name it without .. or a drive");
            return null;
        }
        if (_folder is null)
        {
            var table = Packs.ReadTable(path.Text);
            if (table is null)
            {
                issues.Add(path, $"table {path.Text} is not among the shipped files");
            }
            return table;
        }
        var file = _folder;
        foreach (var part in parts)
        {
            file = Path.Combine(file, part);
            if (new FileInfo(file).LinkTarget is not null)
            {
                issues.Add(path, $"table {path.Text} goes through the link {part}, which may lead out of the folder",
                    "put the file itself beside the scenario");
                return null;
            }
        }
        if (!File.Exists(file))
        {
            var beside = Directory.EnumerateFiles(_folder, "*.csv").Select(name => Path.GetFileName(name)).Order();
            issues.Add(path, $"table {path.Text} not found beside the scenario",
                IssueList.Suggest(path.Text, beside, "CSV files there"));
            return null;
        }
        try
        {
            return ReadText(file, path.Text, MaxTableBytes);
        }
        catch (InputException problem)
        {
            foreach (var issue in problem.Issues)
            {
                issues.Add(issue.File, issue.Line, issue.Problem, issue.Repair);
            }
            return null;
        }
    }

    private static string ReadText(string path, string name, int maxBytes)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.CanSeek && stream.Length > maxBytes)
            {
                throw TooLarge(name, $"the file has {Megabytes(stream.Length)}", maxBytes);
            }
            // a special file has no length, so the limit is kept while reading too
            var bytes = new byte[stream.CanSeek && stream.Length > 0 ? stream.Length + 1 : maxBytes + 1];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count <= maxBytes
                ? Decode(bytes.AsSpan(0, count), name)
                : throw TooLarge(name, "the file goes on and on", maxBytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputIssue(name, 0, "the file cannot be read", problem.Message));
        }
    }

    private static InputException TooLarge(string name, string problem, int maxBytes) => new(new InputIssue(
        name, 0, $"{problem}; at most {Megabytes(maxBytes)} are read", "check that this is the right file"));

    private static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }
        var control = bytes.IndexOfAnyInRange((byte)0, (byte)8);
        string? text = null;
        if (control < 0)
        {
            try
            {
                text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                control = 0;
            }
        }
        if (text is null)
        {
            throw new InputException(new InputIssue(name, 0, "this is not a text file in UTF-8",
                "save it as plain text"));
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InputException(new InputIssue(name, 0, "the file is empty"));
        }
        return text;
    }

    private static string Megabytes(long bytes) =>
        FormattableString.Invariant($"{bytes / 1048576.0:0.#} MB");
}
