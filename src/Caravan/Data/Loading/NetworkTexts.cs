using System.Text;

namespace Caravan.Data.Loading;

/// <summary>Where the files of the transport network come from: the library itself, or a folder.</summary>
internal sealed class NetworkTexts
{
    private const string Prefix = "network/";
    private const string Extension = ".csv";
    private readonly string? _folder;
    private readonly string[] _names;
    private readonly InputIssues _issues;
    private readonly SharedText _shared = new();

    public NetworkTexts(string? folder, InputIssues issues)
    {
        (_folder, _issues) = (folder, issues);
        if (folder is null)
        {
            _names = [.. typeof(NetworkTexts).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)
                    && name.EndsWith(Extension, StringComparison.Ordinal))
                .Select(name => name[Prefix.Length..^Extension.Length])];
        }
        else if (Directory.Exists(folder))
        {
            _names = [.. Directory.GetFiles(folder, "*" + Extension).Select(Path.GetFileNameWithoutExtension)!];
        }
        else
        {
            _names = [];
            issues.Add(folder, 0, "folder", "there is no such folder");
        }
        Array.Sort(_names, StringComparer.Ordinal);
    }

    /// <summary>Rows of a table: those of <c>NAME.csv</c> and of every <c>NAME-WORD.csv</c>, file after file.</summary>
    public IEnumerable<NetworkRows> Open(Table table)
    {
        var found = false;
        foreach (var name in _names)
        {
            if (name == table.Name || name.StartsWith(table.Name + "-", StringComparison.Ordinal))
            {
                found = true;
                if (Read(name) is { } text)
                {
                    yield return new NetworkRows(table, name + Extension, text, _shared, _issues);
                }
            }
        }
        if (!found && !table.Optional && (_folder is null || Directory.Exists(_folder)))
        {
            _issues.Add(table.FileName, 0, "file", "the file is missing", "give it, with a header line at least");
        }
    }

    private string? Read(string name)
    {
        var encoding = new UTF8Encoding(false, throwOnInvalidBytes: true);
        if (_folder is null)
        {
            using var stream = typeof(NetworkTexts).Assembly.GetManifestResourceStream(Prefix + name + Extension)!;
            using var reader = new StreamReader(stream, encoding, false, 1 << 16);
            return reader.ReadToEnd();
        }
        var path = Path.Combine(_folder, name + Extension);
        if (InputLimits.Check(path, name + Extension) is { } issue)
        {
            _issues.Add(issue.File, 0, "file", issue.Problem, issue.Repair);
            return null;
        }
        try
        {
            return File.ReadAllText(path, encoding);
        }
        catch (DecoderFallbackException)
        {
            _issues.Add(name + Extension, 0, "file", "the text is not UTF-8", "save the file as UTF-8");
            return null;
        }
    }
}
