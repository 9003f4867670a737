using System.Collections.Immutable;
using System.Globalization;
using Caravan.Data.Loading;
using CsvHelper;
using CsvHelper.Configuration;

namespace Caravan.Scenarios.Parsing;

/// <summary>
/// Reads a table of cells: a CSV file beside the scenario, or CSV text inside it where the value has several lines (as
/// resolved scenarios have). Columns are found by name, in any order.
/// </summary>
internal static class TableParser
{
    private const int HeaderLength = 10_000;

    public static DraftTable? Parse(FileText value, Lever lever, TextSource source, IssueList issues)
    {
        var inside = value.Text.Contains('\n');
        var text = inside ? value.Text : source.ReadTable(value, issues);
        if (text is null)
        {
            return null;
        }
        // the text of a block begins on the line after its key
        var (file, firstLine) = inside ? (value.File, value.Line) : (value.Text, 0);
        var broken = false;
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = CsvTable.DelimiterOfText(text.AsSpan(0, Math.Min(text.Length, HeaderLength)).ToString()),
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad =>
            {
                broken = true;
                issues.Add(file, firstLine + bad.Context.Parser!.RawRow, "a quotation mark stands inside a value",
                    "put the whole value in quotation marks and double those inside");
            },
        });
        if (!csv.Read())
        {
            issues.Add(file, 0, "the table is empty");
            return null;
        }
        var columns = (csv.Record ?? []).Select(name => name.ToLowerInvariant()).ToList();
        var table = CheckColumns(columns, lever, file, firstLine + csv.RawRow, issues)
            ? ReadRows(csv, columns, lever, file, firstLine, issues)
            : null;
        return broken ? null : table;
    }

    private static bool CheckColumns(List<string> columns, Lever lever, string file, int line, IssueList issues)
    {
        var before = issues.Count;
        var known = lever.TableLabels.Add(lever.TableColumn);
        foreach (var column in columns.Where(column => !known.Contains(column)))
        {
            issues.Add(file, line, $"unknown column {column} for lever {lever.Name}",
                IssueList.Suggest(column, known, "columns"));
        }
        foreach (var column in columns.Distinct().Where(column => columns.Count(other => other == column) > 1))
        {
            issues.Add(file, line, $"column {column} is there twice");
        }
        foreach (var column in known.Where(column => column != "sector" && !columns.Contains(column)))
        {
            issues.Add(file, line, $"column {column} is missing", $"columns: {string.Join(",", known)}");
        }
        return issues.Count == before;
    }

    private static DraftTable ReadRows(
        CsvParser csv, List<string> columns, Lever lever, string file, int firstLine, IssueList issues)
    {
        var size = lever.Fields.FirstOrDefault(field => field.Name == lever.TableColumn)
            ?? lever.Fields.First(field => field.Name == "to") with { Name = lever.TableColumn };
        var rows = ImmutableArray.CreateBuilder<DraftRow>();
        while (csv.Read())
        {
            var line = firstLine + csv.RawRow;
            var record = csv.Record ?? [];
            if (record.Length != columns.Count)
            {
                issues.Add(file, line, $"the row has {record.Length} values for {columns.Count} columns");
                continue;
            }
            if (SizeParser.Parse(Cell(lever.TableColumn), size, issues) is { } value)
            {
                rows.Add(lever.Shape == LeverShape.Bilateral
                    ? new DraftRow(Cell("sector"), Cell("origin"), Cell("destination"), value)
                    : new DraftRow(Cell("sector"), Cell("economy"), new FileText("", file, line), value));
            }

            FileText Cell(string column) =>
                new(columns.IndexOf(column) is var at and >= 0 ? record[at] : "", file, line);
        }
        return new DraftTable(rows.ToImmutable(), columns.Contains("sector"));
    }
}
