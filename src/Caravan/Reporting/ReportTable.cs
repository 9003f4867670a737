using System.Collections.Immutable;

namespace Caravan.Reporting;

/// <summary>A table that any writer can print: CSV, Markdown, workbook, JSON or terminal.</summary>
public sealed class ReportTable
{
    /// <summary>Name in files: the sheet, the JSON property; lower case.</summary>
    public required string Name { get; init; }

    /// <summary>Title for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>A remark below the table; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The columns, in order.</summary>
    public required ImmutableArray<ReportColumn> Columns { get; init; }

    /// <summary>The rows; each has one cell a column. Computed anew at each enumeration.</summary>
    public required IEnumerable<ImmutableArray<ReportCell>> Rows { get; init; }
}
