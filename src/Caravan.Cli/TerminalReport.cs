using System.Collections.Immutable;
using Caravan.Reporting;
using Spectre.Console;

namespace Caravan.Cli;

/// <summary>
/// Prints reports on a terminal. Numbers are never wrapped or cut: a table that is too wide is printed in pieces, each
/// with the first column. Tables with the same columns stand under each other.
/// </summary>
internal static class TerminalReport
{
    private const int Gap = 2;
    private const int HeadingWidth = 10;
    private const int LongestName = 40;
    private const int ShortestName = 20;

    private static readonly Style s_quiet = new(decoration: Decoration.Dim);

    public static void Write(Report report, Terminal terminal)
    {
        // Spectre pads every line to the full width of its table; a text compared or pasted wants none of it
        using var lines = new StringWriter { NewLine = "\n" };
        WriteTo(ToConsole(terminal, lines), report);
        foreach (var line in lines.ToString().TrimEnd('\n').Split('\n'))
        {
            terminal.Out.Write(line.TrimEnd() + "\n");
        }
    }

    private static void WriteTo(IAnsiConsole console, Report report)
    {
        console.WriteLine();
        console.Write(new Text(report.Title + "\n", new Style(decoration: Decoration.Bold)));
        WriteLines(console, report.Lines);
        var sheets = report.Tables.Select(table => new Sheet(table)).ToImmutableArray();
        foreach (var alike in sheets.GroupBy(sheet => string.Join('|', sheet.Headings.SelectMany(words => words))))
        {
            Align(alike, console.Profile.Width);
        }
        foreach (var sheet in sheets)
        {
            WriteTable(console, sheet);
        }
        console.WriteLine();
        WriteLines(console, report.Closing);
    }

    private static IAnsiConsole ToConsole(Terminal terminal, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static void WriteLines(IAnsiConsole console, ImmutableArray<string> lines)
    {
        foreach (var line in lines)
        {
            console.Write(new Text(line + "\n"));
        }
    }

    private static void WriteTable(IAnsiConsole console, Sheet sheet)
    {
        console.WriteLine();
        console.Write(new Text(sheet.Table.Title + "\n", new Style(decoration: Decoration.Bold)));
        if (sheet.Rows.Length > 0)
        {
            foreach (var columns in Pieces(sheet, console.Profile.Width))
            {
                console.Write(ToGrid(sheet, columns, console.Profile.Width));
            }
        }
        if (sheet.Table.Note.Length > 0)
        {
            console.Write(new Text(sheet.Table.Note + "\n"));
        }
    }

    // the first column again and again, with as many others as fit
    private static IEnumerable<ImmutableArray<int>> Pieces(Sheet sheet, int width)
    {
        var piece = ImmutableArray.CreateBuilder<int>();
        piece.Add(0);
        var used = sheet.Widths[0];
        for (var column = 1; column < sheet.Widths.Length; column++)
        {
            // words of the last column may be wrapped, so it needs only a little room
            var needed = Gap + (sheet.Wraps(column) ? Math.Min(20, sheet.Widths[column]) : sheet.Widths[column]);
            if (used + needed > width && piece.Count > 1)
            {
                yield return piece.ToImmutable();
                piece.Clear();
                piece.Add(0);
                used = sheet.Widths[0];
            }
            piece.Add(column);
            used += needed;
        }
        yield return piece.ToImmutable();
    }

    private static Table ToGrid(Sheet sheet, ImmutableArray<int> columns, int width)
    {
        var table = new Table().NoBorder();
        var headingLines = columns.Max(column => sheet.Headings[column].Length);
        foreach (var column in columns)
        {
            var lines = Enumerable.Repeat("", headingLines - sheet.Headings[column].Length)
                .Concat(sheet.Headings[column]);
            var heading = new TableColumn(new Text(string.Join('\n', lines), s_quiet))
            {
                Alignment = sheet.Table.Columns[column].IsNumeric ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, column == columns[^1] ? 0 : Gap, 0),
                Width = sheet.Wraps(column) ? null : sheet.Widths[column],
                NoWrap = !sheet.Wraps(column),
            };
            table.AddColumn(heading);
        }
        table.AddRow(columns.Select(column =>
            new Text(new string('─', RuleWidth(sheet, columns, column, width)), s_quiet)));
        foreach (var row in sheet.Rows)
        {
            table.AddRow(columns.Select(column => ToText(row[column], sheet, column)));
        }
        return table;
    }

    private static int RuleWidth(Sheet sheet, ImmutableArray<int> columns, int column, int width)
    {
        var before = columns.TakeWhile(other => other != column).Sum(other => sheet.Widths[other] + Gap);
        return Math.Min(sheet.Widths[column], width - before);
    }

    private static Text ToText(string cell, Sheet sheet, int column)
    {
        var change = sheet.Table.Columns[column].Format is ColumnFormat.PercentChange or ColumnFormat.MoneyChange;
        var style = change && cell.StartsWith('-') ? new Style(Color.Maroon)
            : change && cell.StartsWith('+') ? new Style(Color.Green)
            : Style.Plain;
        var width = sheet.Widths[column];
        return new Text(sheet.Wraps(column) || cell.Length <= width ? cell : cell[..(width - 1)] + "…", style);
    }

    private static void Align(IEnumerable<Sheet> sheets, int width)
    {
        var all = sheets.ToImmutableArray();
        for (var column = 0; column < all[0].Widths.Length; column++)
        {
            var widest = all.Max(sheet => sheet.Widths[column]);
            foreach (var sheet in all)
            {
                sheet.Widths[column] = widest;
            }
        }
        // long names give way to numbers
        var excess = all[0].Widths.Where((_, column) => !all[0].Wraps(column)).Sum()
            + Gap * (all[0].Widths.Length - 1) - width;
        if (excess > 0 && all[0].Widths[0] > ShortestName)
        {
            foreach (var sheet in all)
            {
                sheet.Widths[0] = Math.Max(ShortestName, sheet.Widths[0] - excess);
            }
        }
    }

    /// <summary>A table as text with the width of each column.</summary>
    private sealed class Sheet
    {
        public Sheet(ReportTable table)
        {
            Table = table;
            Rows = NumberText.Rows(table);
            Headings = [.. table.Columns.Select(Heading)];
            Widths = [.. Headings.Select((heading, column) => Math.Max(
                heading.Max(line => line.Length),
                Rows.Select(row => row[column].Length).DefaultIfEmpty(0).Max()))];
            if (!Wraps(0) && !table.Columns[0].IsNumeric)
            {
                Widths[0] = Math.Min(Widths[0], LongestName);
            }
        }

        public ReportTable Table { get; }

        public ImmutableArray<ImmutableArray<string>> Rows { get; }

        public ImmutableArray<string[]> Headings { get; }

        public int[] Widths { get; }

        // only the words of the last column go on in the next line
        public bool Wraps(int column) =>
            column == Table.Columns.Length - 1 && Table.Columns[column].Format == ColumnFormat.Text;

        private static string[] Heading(ReportColumn column)
        {
            var lines = new List<string>();
            foreach (var word in column.Heading.Replace("-", "- ").Split(' '))
            {
                var space = lines.Count > 0 && lines[^1].EndsWith('-') ? "" : " ";
                if (lines.Count > 0 && lines[^1].Length + space.Length + word.Length <= HeadingWidth)
                {
                    lines[^1] += space + word;
                }
                else
                {
                    lines.Add(word);
                }
            }
            if (column.Unit.Length > 0)
            {
                lines.Add(column.Unit);
            }
            return [.. lines];
        }
    }
}
