using System.Collections.Immutable;

namespace Caravan.Reporting;

/// <summary>Writes reports as Markdown with pipe tables.</summary>
public static class MarkdownTables
{
    /// <summary>Writes a report with its tables.</summary>
    public static void Write(Report report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.Write($"# {report.Title}\n");
        Paragraph(report.Lines, output);
        foreach (var table in report.Tables)
        {
            Write(table, output);
        }
        Paragraph(report.Closing, output);
    }

    /// <summary>Writes one table below its title.</summary>
    public static void Write(ReportTable table, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(output);
        output.Write($"\n## {table.Title}\n\n");
        Row(table.Columns.Select(column =>
            column.Unit.Length > 0 ? $"{column.Heading}, {column.Unit}" : column.Heading));
        Row(table.Columns.Select(column => column.IsNumeric ? "---:" : "---"));
        foreach (var row in NumberText.Rows(table))
        {
            Row(row);
        }
        if (table.Note.Length > 0)
        {
            output.Write($"\n{table.Note}\n");
        }

        void Row(IEnumerable<string> cells) =>
            output.Write($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|")))} |\n");
    }

    private static void Paragraph(ImmutableArray<string> lines, TextWriter output)
    {
        if (lines.Length > 0)
        {
            output.Write("\n" + string.Join("\n", lines) + "\n");
        }
    }
}
