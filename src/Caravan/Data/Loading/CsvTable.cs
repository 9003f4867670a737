using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Caravan.Data.Loading;

/// <summary>
/// Reads a CSV file whose columns are known by name: any order, extra columns allowed, UTF-8, a comma, semicolon or tab
/// between cells. Every problem goes to the issues; a bad cell reads as NaN, -1 or false.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private const int LongestCell = 10_000;
    private static readonly string[] s_delimiters = [",", ";", "\t"];
    private readonly StreamReader _reader;
    private readonly CsvParser _parser;
    private readonly InputIssues _issues;
    private readonly ImmutableArray<Column> _columns;
    private int[] _positions = [];
    private int _width;

    private CsvTable(string path, string file, ImmutableArray<Column> columns, InputIssues issues)
    {
        (File, _columns, _issues) = (file, columns, issues);
        _reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        _parser = new CsvParser(_reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(path),
            MaxFieldSize = LongestCell,
            BadDataFound = null,
            IgnoreBlankLines = true,
        });
    }

    /// <summary>The file as messages name it.</summary>
    public string File { get; }

    /// <summary>Line of the current row, counted from 1.</summary>
    public int Line => _parser.RawRow;

    /// <summary>Opens a file and finds its columns, or reports why that is impossible and gives null.</summary>
    public static CsvTable? Open(string path, string file, ImmutableArray<Column> columns, InputIssues issues)
    {
        if (InputLimits.Check(path, file) is { } issue)
        {
            issues.Add(file, 0, "file", issue.Problem, issue.Repair);
            return null;
        }
        if (IsBinary(path))
        {
            issues.Add(file, 0, "file", "this is a binary file", "give comma-separated text in UTF-8");
            return null;
        }
        var table = new CsvTable(path, file, columns, issues);
        if (table.ReadHeader())
        {
            return table;
        }
        table.Dispose();
        return null;
    }

    /// <summary>True where nothing in the current row was reported.</summary>
    public bool RowIsGood { get; private set; }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Next()
    {
        RowIsGood = true;
        while (Advance())
        {
            if (_parser.Count == _width)
            {
                return true;
            }
            _issues.Add(File, Line, "width",
                $"the row has {_parser.Count} cells and the header {_width}", "quote cells that contain commas");
        }
        return false;
    }

    /// <summary>Text of a column in the current row; empty where the file has no such column.</summary>
    public string Text(int column) => _positions[column] < 0 ? "" : _parser[_positions[column]].Trim();

    /// <summary>True where the file has the column.</summary>
    public bool Has(int column) => _positions[column] >= 0;

    /// <summary>Number in a column; <paramref name="missing"/> where an optional cell is empty.</summary>
    public double Number(int column, double missing = double.NaN)
    {
        var text = Text(column);
        if (text.Length == 0 && !_columns[column].Required)
        {
            return missing;
        }
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }
        Report(column, "number", text.Length == 0 ? "is empty" : $"is \"{text}\"",
            text.Contains(',') ? "write a number with a point, such as 0.12" : "give a number");
        return double.NaN;
    }

    /// <summary>Flag in a column; false where the cell is empty.</summary>
    public bool Flag(int column)
    {
        var text = Text(column);
        switch (text.ToUpperInvariant())
        {
            case "TRUE" or "1" or "YES":
                return true;
            case "" or "FALSE" or "0" or "NO":
                return false;
            default:
                Report(column, "flag", $"is \"{text}\"", "give true or false");
                return false;
        }
    }

    /// <summary>Position of the label in a column, or -1 after reporting that it is unknown.</summary>
    public int Label(int column, Labels labels)
    {
        var text = Text(column);
        var position = labels.Find(text);
        if (position < 0)
        {
            Report(column, "label:" + text, text.Length == 0 ? "is empty" : $"is \"{text}\", an unknown {labels.Kind}",
                labels.Suggest(text));
        }
        return position;
    }

    /// <summary>Reports a problem of a cell of the current row; same kinds are counted together.</summary>
    public void Report(int column, string kind, string problem, string repair = "")
    {
        RowIsGood = false;
        _issues.Add(File, Line, $"{_columns[column].Name}:{kind}", $"{_columns[column].Name} {problem}", repair);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _parser.Dispose();
        _reader.Dispose();
    }

    private bool ReadHeader()
    {
        if (!Advance())
        {
            _issues.Add(File, 0, "file", "the file is empty",
                "give a header line with " + string.Join(',', _columns.Select(column => column.Name)));
            return false;
        }
        var header = _parser.Record!.Select(name => name.Trim()).ToArray();
        _width = header.Length;
        _positions = [.. _columns.Select(column =>
            Math.Max(Find(header, column.Name), column.Alias.Length > 0 ? Find(header, column.Alias) : -1))];
        var complete = true;
        foreach (var column in _columns.Where(column => header.Count(name => Is(name, column.Name)) > 1))
        {
            _issues.Add(File, Line, "twice:" + column.Name, $"column {column.Name} is there twice", "keep one of them");
            complete = false;
        }
        foreach (var (column, position) in _columns.Zip(_positions))
        {
            if (column.Required && position < 0)
            {
                var nearest = NearestWord.Find(column.Name, header);
                _issues.Add(File, Line, "column:" + column.Name, $"column {column.Name} is missing",
                    nearest is null ? "the header has " + string.Join(", ", header) : $"is it {nearest}?");
                complete = false;
            }
        }
        return complete;
    }

    private static int Find(string[] header, string name) =>
        Array.FindIndex(header, cell => Is(cell, name));

    private static bool Is(string cell, string name) => cell.Equals(name, StringComparison.OrdinalIgnoreCase);

    private bool Advance()
    {
        try
        {
            return _parser.Read();
        }
        catch (DecoderFallbackException)
        {
            _issues.Add(File, Line + 1, "file", "the text is not UTF-8", "save the file as UTF-8");
        }
        catch (CsvHelperException error)
        {
            _issues.Add(File, Line, "file", error is MaxFieldSizeException
                ? $"a cell is longer than {LongestCell} characters"
                : "the row cannot be read", "look for a lost quote");
        }
        return false;
    }

    /// <summary>The mark that parts the most cells in the first line that is not blank; a comma where none does.</summary>
    public static string DelimiterOfText(string text)
    {
        var header = text.TrimStart().Split('\n')[0];
        return s_delimiters.MaxBy(mark => header.Split(mark).Length)!;
    }

    private static string DelimiterOf(string path)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[LongestCell];
        return DelimiterOfText(new string(buffer, 0, reader.ReadBlock(buffer)));
    }

    private static bool IsBinary(string path)
    {
        Span<byte> start = stackalloc byte[4096];
        using var stream = System.IO.File.OpenRead(path);
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].Contains((byte)0);
    }
}
