using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>What a check of the transport network found, for people and files.</summary>
public static class NetworkCheckReport
{
    /// <summary>The check of the network of this name.</summary>
    public static Report Of(string name, NetworkReport check)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(check);
        return new Report
        {
            Title = $"{name}: {Number(check.Errors.Length, "error")}, {Number(check.Warnings.Length, "warning")}",
            Lines =
            [
                "Every city can be reached from every other unless an error below says otherwise.",
                .. check.DividedRoads.IsEmpty
                    ? []
                    : new[]
                    {
                        "Economies whose roads fall into parts, each with a port, ferry or border: "
                            + string.Join(", ", check.DividedRoads) + ".",
                    },
                .. check.BeyondBaseline.IsEmpty
                    ? []
                    : new[]
                    {
                        "Ways lead through economies that the baseline does not hold: "
                            + string.Join(", ", check.BeyondBaseline) + ".",
                    },
                .. check.BuiltIn.IsEmpty
                    ? []
                    : new[]
                    {
                        $"Completed projects that are part of the base figures and cannot be taken away: "
                            + $"{check.BuiltIn.Length}.",
                    },
            ],
            Tables = [Sizes(check)],
            Closing =
            [
                .. check.Errors.Select(issue => "Error: " + issue),
                .. check.Warnings.Select(issue => "Warning: " + issue),
            ],
        };
    }

    /// <summary>One row a table, then one row an issue.</summary>
    public static ImmutableArray<ReportTable> Tables(NetworkReport check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return [Sizes(check), Issues(check)];
    }

    private static ReportTable Sizes(NetworkReport check) => new()
    {
        Name = "tables",
        Title = "Tables and how far their facts were checked",
        Note = "Shares of rows: from the publication named, by a written rule, from general knowledge. "
            + "Tables without shares hold names, places and sources.",
        Columns =
        [
            new("table", "Table", Text, "File without .csv."),
            new("rows", "Rows", Count, "Number of rows."),
            new("verified_pct", "Verified", PercentShare, "Share of rows with figures of the publication named.")
            {
                Decimals = 0,
            },
            new("rule_pct", "By rule", PercentShare, "Share of rows computed by a written rule.") { Decimals = 0 },
            new("unverified_pct", "Unverified", PercentShare, "Share of rows from general knowledge, not checked.")
            {
                Decimals = 0,
            },
        ],
        Rows = check.Tables.Select(table => (ImmutableArray<ReportCell>)
            [table.Table, table.Rows, Share(table.Yes, table), Share(table.Rule, table), Share(table.No, table)]),
    };

    private static ReportTable Issues(NetworkReport check) => new()
    {
        Name = "issues",
        Title = "Errors and warnings",
        Columns =
        [
            new("severity", "Severity", Text, "error or warning."),
            new("file", "File", Text, "The file."),
            new("line", "Line", Count, "Line of the file; zero for the whole file."),
            new("problem", "Problem", Text, "What was found."),
            new("repair", "Repair", Text, "How to mend it."),
        ],
        Rows = check.Errors.Select(issue => Row("error", issue))
            .Concat(check.Warnings.Select(issue => Row("warning", issue))),
    };

    private static ImmutableArray<ReportCell> Row(string severity, InputIssue issue) =>
        [severity, issue.File, issue.Line, issue.Problem, issue.Repair];

    private static ReportCell Share(int rows, NetworkTableReport table) =>
        table.Yes + table.Rule + table.No is var all and > 0 ? 100.0 * rows / all : "";

    private static string Number(int count, string word) =>
        count == 1 ? $"1 {word}" : $"{(count == 0 ? "no" : count)} {word}s";
}
