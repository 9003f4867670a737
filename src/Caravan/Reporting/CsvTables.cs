using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Caravan.Reporting;

/// <summary>Writes tables as CSV: names in the first row, commas, points, line feeds, doubles that read back the same.
/// </summary>
public static class CsvTables
{
    private static readonly CsvConfiguration s_layout = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Writes one table to <paramref name="output"/>, which stays open.</summary>
    public static void Write(ReportTable table, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(output);
        using var csv = new CsvWriter(output, s_layout, leaveOpen: true);
        foreach (var column in table.Columns)
        {
            csv.WriteField(column.Name);
        }
        csv.NextRecord();
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                csv.WriteField(Text(row[column], table.Columns[column].Format));
            }
            csv.NextRecord();
        }
    }

    private static string Text(ReportCell cell, ColumnFormat format)
    {
        if (cell.Text is not null || cell.IsEmpty)
        {
            return cell.Text ?? "";
        }
        return format == ColumnFormat.Flag
            ? cell.Number != 0 ? "true" : "false"
            : (cell.Number + 0.0).ToString("R", CultureInfo.InvariantCulture); // + 0.0 turns -0 into 0
    }
}
