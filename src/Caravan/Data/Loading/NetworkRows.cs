using System.Globalization;

namespace Caravan.Data.Loading;

/// <summary>
/// Rows of one file of the transport network: comma-separated, one row a line, quotes around cells with commas. Every
/// route needs the network, and most of a cold start goes into compiling the reader, so this is a small one: the general
/// parser alone took 36 ms of processor time before it had split the twelve thousand links.
/// </summary>
internal sealed class NetworkRows
{
    private const int MostCells = 64;
    private readonly string _text;
    private readonly InputIssues _issues;
    private readonly Table _table;
    private readonly int[] _positions;
    private readonly int _width;
    private readonly SharedText _shared;
    private readonly int[] _starts = new int[MostCells];
    private readonly int[] _ends = new int[MostCells];
    private int _count;
    private int _next;

    public NetworkRows(Table table, string file, string text, SharedText shared, InputIssues issues)
    {
        (File, _table, _text, _shared, _issues) = (file, table, text, shared, issues);
        _positions = new int[table.Columns.Length];
        Array.Fill(_positions, -1);
        if (!ReadLine())
        {
            issues.Add(file, 0, "file", "the file is empty",
                "give a header line with " + string.Join(',', table.Columns.Select(column => column.Name)));
            return;
        }
        _width = _count;
        var header = Enumerable.Range(0, _width).Select(Cell).ToArray();
        for (var column = 0; column < _positions.Length; column++)
        {
            var name = table.Columns[column].Name;
            _positions[column] = Array.IndexOf(header, name);
            if (_positions[column] < 0 && table.Columns[column].Required)
            {
                var nearest = NearestWord.Find(name, header);
                issues.Add(file, 1, "column:" + name, $"column {name} is missing",
                    nearest is null ? "the header has " + string.Join(", ", header) : $"is it {nearest}?");
            }
        }
    }

    /// <summary>The file as messages name it.</summary>
    public string File { get; }

    /// <summary>Line of the current row, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Next()
    {
        while (ReadLine())
        {
            if (_count == _width)
            {
                return true;
            }
            _issues.Add(File, Line, "width", $"the row has {_count} cells and the header {_width}",
                "quote cells that contain commas");
        }
        return false;
    }

    /// <summary>True where the file has the column.</summary>
    public bool Has(int column) => _positions[column] >= 0;

    /// <summary>Text of a column; empty where the file has no such column.</summary>
    public string Text(int column) => _positions[column] < 0 ? "" : Cell(_positions[column]);

    /// <summary>Words of a column of several.</summary>
    public string[] List(int column) =>
        Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Position of a column's text among the words that it allows; zero, the first, for any other.</summary>
    public int Word(int column) =>
        _positions[column] < 0 ? 0 : Math.Max(0, _table.Columns[column].Words.IndexOf(Text(column)));

    /// <summary>Number in a column, null where the cell is empty, NaN where it holds something else.</summary>
    public double? Number(int column)
    {
        if (_positions[column] < 0)
        {
            return null;
        }
        var (start, end) = (_starts[_positions[column]], _ends[_positions[column]]);
        return start == end
            ? null
            : double.TryParse(_text.AsSpan(start, end - start), NumberStyles.Float, CultureInfo.InvariantCulture,
                out var value) ? value : double.NaN;
    }

    /// <summary>Number in a column; NaN where there is none.</summary>
    public double Figure(int column) => Number(column) ?? double.NaN;

    /// <summary>Whole number in a column; zero where there is none.</summary>
    public int Whole(int column) => Number(column) is { } value && Math.Abs(value) < int.MaxValue ? (int)value : 0;

    private string Cell(int position)
    {
        var (start, end) = (_starts[position], _ends[position]);
        var text = _shared.Of(_text.AsSpan(start, end - start));
        return start > 0 && _text[start - 1] == '"' ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private bool ReadLine()
    {
        while (_next < _text.Length)
        {
            Line++;
            var start = _next;
            var end = _text.IndexOf('\n', start);
            end = end < 0 ? _text.Length : end;
            _next = end + 1;
            end = end > start && _text[end - 1] == '\r' ? end - 1 : end;
            if (end > start)
            {
                Split(start, end);
                return true;
            }
        }
        return false;
    }

    private void Split(int start, int end)
    {
        _count = 0;
        for (int stop; _count < MostCells; start = stop + 1)
        {
            if (start < end && _text[start] == '"')
            {
                stop = ClosingQuote(start + 1, end);
                (_starts[_count], _ends[_count++]) = (start + 1, stop);
                stop++;
            }
            else
            {
                var comma = _text.AsSpan(start, end - start).IndexOf(',');
                stop = comma < 0 ? end : start + comma;
                (_starts[_count], _ends[_count++]) = (start, stop);
            }
            if (stop >= end)
            {
                return;
            }
        }
    }

    private int ClosingQuote(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (_text[at] == '"')
            {
                if (at + 1 >= end || _text[at + 1] != '"')
                {
                    return at;
                }
                at++;
            }
        }
        _issues.Add(File, Line, "quote", "a quote is opened and not closed", "close it before the end of the line");
        return end;
    }
}
