using System.Collections.Immutable;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Caravan.Reporting;

/// <summary>
/// Writes tables as an XLSX workbook, one sheet a table: real numbers in full precision shown with few digits, a bold
/// header that stays in view, columns as wide as their text. The same tables give the same bytes.
/// </summary>
public static class WorkbookTables
{
    // a workbook carries no time of its own: the earliest that a ZIP file can express
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const uint HeaderStyle = 1;

    private static readonly ImmutableArray<(ColumnFormat Format, string Code)> s_numberStyles =
    [
        (ColumnFormat.Count, "#,##0"),
        (ColumnFormat.PercentChange, "+0.00##;-0.00##;0.00"),
        (ColumnFormat.PercentShare, "0.0"),
        (ColumnFormat.Money, "#,##0"),
        (ColumnFormat.MoneyChange, "+#,##0.0;-#,##0.0;0.0"),
        (ColumnFormat.Number, "General"),
    ];

    /// <summary>Writes the tables to <paramref name="output"/>, which stays open.</summary>
    /// <exception cref="ArgumentException">No table, or a table's name is no sheet name (31 characters at most).
    /// </exception>
    public static void Write(ImmutableArray<ReportTable> tables, Stream output)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tables.Length, nameof(tables));
        ArgumentNullException.ThrowIfNull(output);
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            Fill(document, tables);
        }
        package.Position = 0;
        CopyWithoutTimes(package, output);
    }

    private static void Fill(SpreadsheetDocument document, ImmutableArray<ReportTable> tables)
    {
        var workbook = document.AddWorkbookPart();
        // relationship ids are random unless given
        document.ChangeIdOfPart(workbook, "workbook");
        var styles = workbook.AddNewPart<WorkbookStylesPart>("styles");
        styles.Stylesheet = Styles();
        var sheets = new Sheets();
        for (var index = 0; index < tables.Length; index++)
        {
            var name = tables[index].Name;
            if (name.Length is 0 or > 31)
            {
                throw new ArgumentException($"'{name}' is no name for a sheet", nameof(tables));
            }
            var id = $"sheet{index + 1}";
            WriteSheet(workbook.AddNewPart<WorksheetPart>(id), tables[index]);
            sheets.Append(new Sheet { Name = name, SheetId = (uint)index + 1, Id = id });
        }
        workbook.Workbook = new Workbook(sheets);
    }

    // written forward, row by row, so that long tables need no tree in memory
    private static void WriteSheet(WorksheetPart part, ReportTable table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(Widths(table).Select((width, column) => new Column
        {
            Min = (uint)column + 1,
            Max = (uint)column + 1,
            Width = width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        writer.WriteStartElement(new Row());
        foreach (var column in table.Columns)
        {
            writer.WriteElement(TextCell(column.Name, HeaderStyle));
        }
        writer.WriteEndElement();
        foreach (var row in table.Rows)
        {
            writer.WriteStartElement(new Row());
            for (var column = 0; column < row.Length; column++)
            {
                writer.WriteElement(ToCell(row[column], table.Columns[column].Format));
            }
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static IEnumerable<double> Widths(ReportTable table)
    {
        var widths = table.Columns.Select(column => column.Name.Length).ToArray();
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Text?.Length ?? 10);
            }
        }
        return widths.Select(width => Math.Min(width, 80) + 2.0);
    }

    private static Cell ToCell(ReportCell cell, ColumnFormat format)
    {
        if (cell.Text is not null)
        {
            return TextCell(cell.Text, 0);
        }
        if (cell.IsEmpty)
        {
            return new Cell();
        }
        return format == ColumnFormat.Flag
            ? new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(cell.Number != 0 ? "1" : "0") }
            : new Cell { StyleIndex = NumberStyle(format), CellValue = new CellValue(cell.Number + 0.0) };
    }

    private static Cell TextCell(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static uint NumberStyle(ColumnFormat format)
    {
        for (var index = 0; index < s_numberStyles.Length; index++)
        {
            if (s_numberStyles[index].Format == format)
            {
                return HeaderStyle + 1 + (uint)index;
            }
        }
        return 0;
    }

    private static Stylesheet Styles()
    {
        const uint FirstOwnFormat = 164; // numbers below are reserved by the format
        var formats = new NumberingFormats();
        var cells = new CellFormats(
            new CellFormat(), new CellFormat { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true });
        for (var index = 0; index < s_numberStyles.Length; index++)
        {
            var id = FirstOwnFormat + (uint)index;
            formats.Append(new NumberingFormat { NumberFormatId = id, FormatCode = s_numberStyles[index].Code });
            cells.Append(new CellFormat { NumberFormatId = id, ApplyNumberFormat = true });
        }
        return new Stylesheet(
            formats,
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8ECF0" })
                {
                    PatternType = PatternValues.Solid,
                })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            cells);
    }

    private static void CopyWithoutTimes(Stream package, Stream output)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        // a ZIP writer needs a stream that tells its position, which standard output does not
        using var copy = new MemoryStream();
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var twin = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                twin.LastWriteTime = s_noTime;
                using var from = entry.Open();
                using var to = twin.Open();
                from.CopyTo(to);
            }
        }
        copy.WriteTo(output);
    }
}
