using System.Collections.Immutable;
using Caravan.Scenarios.Replication;

namespace Caravan.Reporting;

/// <summary>Published numbers beside computed ones, as people read them and as files carry them.</summary>
public static class ReplicationReport
{
    /// <summary>The report of one replication; a table each published table.</summary>
    public static Report Of(ReplicationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var passed = result.Rows.Count(row => row.Pass);
        return new Report
        {
            Title = $"{result.Name}: {result.Title}",
            Lines = [$"{(result.Pass ? "Pass" : "FAIL")}: {passed} of {result.Rows.Length} numbers within tolerance."],
            Tables = [.. result.Rows.GroupBy(row => row.Table).Select(rows => ForReading(rows.Key, [.. rows]))],
            Closing = result.Note.Length > 0 ? [result.Note] : [],
        };
    }

    /// <summary>Every row of every replication in full precision.</summary>
    public static ReportTable Table(ImmutableArray<ReplicationResult> results) => new()
    {
        Name = "rows",
        Title = "Replication",
        Columns = [new("replication", "Replication", ColumnFormat.Text), .. s_columns],
        Rows = results.SelectMany(result => result.Rows.Select(row => (ImmutableArray<ReportCell>)
            [result.Name, .. Cells(row)])),
    };

    /// <summary>
    /// Writes one object, whether one replication or several: <c>{"schema": "caravan-replication/1", "table", "pass",
    /// "rows": [{"replication", "table", "item", "published", "computed", "difference", "tolerance", "pass"}],
    /// "notes": [{"replication", "title", "note", "pass"}]}</c>; <c>table</c> names what was asked for.
    /// </summary>
    public static void WriteJson(ImmutableArray<ReplicationResult> results, Stream output) =>
        JsonTables.WriteDocument(output, writer =>
        {
            writer.WriteString("schema", "caravan-replication/1");
            writer.WriteString("table", string.Join(' ', results.Select(result => result.Name)));
            writer.WriteBoolean("pass", results.All(result => result.Pass));
            writer.WriteTable("rows", Table(results));
            writer.WriteTable("notes", new ReportTable
            {
                Name = "notes",
                Columns =
                [
                    new("replication", "Replication", ColumnFormat.Text), new("title", "Title", ColumnFormat.Text),
                    new("note", "Note", ColumnFormat.Text), new("pass", "Pass", ColumnFormat.Flag),
                ],
                Rows = results.Select(result => (ImmutableArray<ReportCell>)
                    [result.Name, result.Title, result.Note, result.Pass]),
            });
        });

    private static readonly ImmutableArray<ReportColumn> s_columns =
    [
        new("table", "Table", ColumnFormat.Text), new("item", "Item", ColumnFormat.Text),
        new("published", "Published", ColumnFormat.Number), new("computed", "Computed", ColumnFormat.Number),
        new("difference", "Difference", ColumnFormat.Number), new("tolerance", "Tolerance", ColumnFormat.Number),
        new("pass", "Pass", ColumnFormat.Flag),
    ];

    private static ReportCell[] Cells(ReplicationRow row) =>
        [row.Table, row.Item, row.Published, row.Computed, row.Difference, row.Tolerance, row.Pass];

    // numbers as text, since each row has the digits of its publication; a failure must catch the eye
    private static ReportTable ForReading(string title, ImmutableArray<ReplicationRow> rows) => new()
    {
        Name = "rows",
        Title = title,
        Columns =
        [
            new("item", "Item", ColumnFormat.Text), Right("published", "Published"), Right("computed", "Computed"),
            Right("difference", "Difference"), Right("tolerance", "Tolerance"),
            new("pass", "Result", ColumnFormat.Text),
        ],
        Rows = rows.Select(row => (ImmutableArray<ReportCell>)
        [
            row.Item, NumberText.Level(row.Published, row.Digits), NumberText.Level(row.Computed, row.Digits),
            NumberText.General(row.Difference, 3), NumberText.General(row.Tolerance, 3), row.Pass ? "pass" : "FAIL",
        ]),
    };

    private static ReportColumn Right(string name, string heading) => new(name, heading, ColumnFormat.Number);
}
