using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Caravan.Data.Building;

/// <summary>The folder of raw inputs. Collects every problem of every file and fails once.</summary>
internal sealed class SourceFolder(string path)
{
    private readonly List<InputIssue> _issues = [];

    /// <summary>Fails with one issue for each named file that is not there.</summary>
    public void Require(IEnumerable<string> files)
    {
        foreach (var file in files.Where(file => !File.Exists(Path.Combine(path, file))))
        {
            _issues.Add(new(file, 0, $"is missing in the folder of sources '{path}'",
                "give the folder that holds baci2023, icio2020 and the others"));
        }
        ThrowIfAny();
    }

    /// <summary>Rows of a CSV file, plain or gzip, with the named columns; reads them one by one.</summary>
    public IEnumerable<CsvRow> Rows(string file, params string[] columns)
    {
        using var stream = Open(file);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        foreach (var row in CsvRow.ReadAll(reader, file, columns, _issues))
        {
            yield return row;
        }
    }

    /// <summary>Records a problem with what the rows say; the build fails at the next check.</summary>
    public void Report(InputIssue issue) => _issues.Add(issue);

    /// <summary>Fails where any problem was recorded.</summary>
    public void ThrowIfAny()
    {
        if (_issues.Count > 0)
        {
            throw new InputException(_issues.ToImmutableArray());
        }
    }

    private Stream Open(string file)
    {
        var stream = File.OpenRead(Path.Combine(path, file));
        return file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
    }
}
