using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Caravan.Data.Building;

/// <summary>One row of a CSV file whose cells are found by the label of their column.</summary>
internal sealed class CsvRow
{
    private readonly CsvParser _parser;
    private readonly Dictionary<string, int> _columns;
    private readonly List<InputIssue> _issues;
    private readonly string _file;

    private CsvRow(CsvParser parser, Dictionary<string, int> columns, string file, List<InputIssue> issues) =>
        (_parser, _columns, _file, _issues) = (parser, columns, file, issues);

    /// <summary>Labels of all columns, in the order of the file.</summary>
    public IEnumerable<string> Labels => _columns.Keys;

    /// <summary>All cells of the row, in the order of <see cref="Labels"/>.</summary>
    public ReadOnlySpan<string> Cells => _parser.Record;

    /// <summary>Rows of a file; the row object is reused. Missing columns are reported and give no rows.</summary>
    public static IEnumerable<CsvRow> ReadAll(
        TextReader reader, string file, IReadOnlyList<string> columns, List<InputIssue> issues)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { CacheFields = true };
        using var parser = new CsvParser(reader, configuration);
        if (!parser.Read())
        {
            issues.Add(new(file, 0, "is empty"));
            yield break;
        }
        var labels = new Dictionary<string, int>();
        foreach (var label in parser.Record!)
        {
            labels.TryAdd(label, labels.Count);
        }
        var missing = columns.Where(column => !labels.ContainsKey(column)).ToArray();
        foreach (var column in missing)
        {
            issues.Add(new(file, 1, $"column '{column}' is missing", NearestWord.Find(column, labels.Keys) is { } near
                ? $"did you mean '{near}'?" : $"columns found: {string.Join(", ", labels.Keys.Take(12))}"));
        }
        if (missing.Length > 0)
        {
            yield break;
        }
        var row = new CsvRow(parser, labels, file, issues);
        while (parser.Read())
        {
            yield return row;
        }
    }

    /// <summary>Text of a cell.</summary>
    public string Text(string column) => _parser[_columns[column]];

    /// <summary>Number of a cell; what is no finite number is reported and read as zero.</summary>
    public double Number(string column)
    {
        var text = Text(column);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value))
        {
            return value;
        }
        _issues.Add(new(_file, _parser.RawRow, $"{column} is '{text}', not a number"));
        return 0;
    }

    /// <summary>Number of a cell of money or weight; a negative value is reported too.</summary>
    public double NonNegative(string column)
    {
        var value = Number(column);
        if (value < 0)
        {
            _issues.Add(new(_file, _parser.RawRow, $"{column} is {value}, below zero"));
        }
        return Math.Max(value, 0);
    }
}
