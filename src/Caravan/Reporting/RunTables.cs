using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>Every row and column of a result, as files carry them.</summary>
public static class RunTables
{
    /// <summary>One row an economy, in the baseline's order.</summary>
    public static ReportTable Economies(RunResult result) => Table(
        result, EconomyColumns.Fields.ToTable("economies", "Economies", result.Economies));

    /// <summary>One row an economy and sector.</summary>
    public static ReportTable Sectors(RunResult result) => Table(
        result, SectorColumns.Fields.ToTable("sectors", "Sectors", result.Sectors));

    /// <summary>One row a flow with a value before or after.</summary>
    public static ReportTable Flows(RunResult result) => Table(
        result, FlowColumns.Fields.ToTable("flows", "Flows", result.Flows));

    /// <summary>One row a group.</summary>
    public static ReportTable Groups(RunResult result) => Table(
        result, GroupColumns.Fields.ToTable("groups", "Groups", result.Groups));

    /// <summary>One row a way of grouping economies.</summary>
    public static ReportTable Inequality(RunResult result) => Table(
        result, InequalityColumns.Fields.ToTable("inequality", "Inequality between economies", result.Inequality));

    /// <summary>One row a pair of economies; null where no action is about the transport network.</summary>
    public static ReportTable? Transport(RunResult result) => result.Transport is not { } transport ? null : Table(
        result, TransportColumns.FieldsOf(transport.UsdPerDay).ToTable("transport", "Journeys", transport.Pairs));

    /// <summary>One row a project or line that is built; null where none is.</summary>
    public static ReportTable? Links(RunResult result) => result.Transport is not { Links.IsEmpty: false } transport
        ? null
        : Table(result, LinkColumns.Fields.ToTable("links", "Links", transport.Links));

    /// <summary>One row an economy and action; null unless it was asked for.</summary>
    public static ReportTable? Decomposition(RunResult result) => result.Decomposition is not { } parts ? null : Table(
        result, DecompositionColumns.Fields.ToTable("decomposition", "Real income by action", parts.Rows));

    /// <summary>What was computed, on which data and how well, as names and values.</summary>
    public static ReportTable Run(RunResult result)
    {
        RunReport.RequireConverged(result);
        (string Name, string Value)[] facts =
        [
            ("scenario", result.Scenario.Name),
            ("scenario_hash", result.ScenarioHash),
            ("baseline", result.BaselineName),
            ("baseline_hash", result.BaselineHash),
            ("model", result.ModelName),
            ("closure", result.ClosureName),
            ("elasticities", result.Elasticities),
            ("status", result.StatusName),
            ("iterations", NumberText.General(result.Iterations)),
            ("residual", NumberText.General(result.Residual)),
            ("estimated_trade_pct", NumberText.Level(result.EstimatedTradePct, 1)),
            ("caravan", ProductVersion.Text),
        ];
        return new ReportTable
        {
            Name = "run",
            Title = result.Scenario.Name,
            Columns = [new("name", "Name", ColumnFormat.Text), new("value", "Value", ColumnFormat.Text)],
            Rows = [.. facts.Select(fact => (ImmutableArray<ReportCell>)
                [fact.Name, fact.Value])],
        };
    }

    /// <summary>The meaning of every column of the other tables.</summary>
    /// <param name="result">Leaves out tables that this result does not have; null for all.</param>
    public static ReportTable Columns(RunResult? result = null)
    {
        var all = EconomyColumns.All.Select(column => (File: "economies", Column: column))
            .Concat(SectorColumns.All.Select(column => (File: "sectors", Column: column)))
            .Concat(FlowColumns.All.Select(column => (File: "flows", Column: column)))
            .Concat(GroupColumns.All.Select(column => (File: "groups", Column: column)))
            .Concat(InequalityColumns.All.Select(column => (File: "inequality", Column: column)))
            .Concat(Optional("transport", TransportColumns.All, Transport))
            .Concat(Optional("links", LinkColumns.All, Links))
            .Concat(Optional("decomposition", DecompositionColumns.All, Decomposition));
        return new ReportTable
        {
            Name = "columns",
            Title = "Columns",
            Columns =
            [
                new("table", "Table", ColumnFormat.Text), new("column", "Column", ColumnFormat.Text),
                new("unit", "Unit", ColumnFormat.Text), new("meaning", "Meaning", ColumnFormat.Text),
            ],
            Rows = [.. all.Select(one => (ImmutableArray<ReportCell>)
                [one.File, one.Column.Name, one.Column.Unit, one.Column.Meaning])],
        };

        IEnumerable<(string File, ReportColumn Column)> Optional(
            string file, ImmutableArray<ReportColumn> columns, Func<RunResult, ReportTable?> table) =>
            result is null || table(result) is not null ? columns.Select(column => (file, column)) : [];
    }

    /// <summary>
    /// The tables of several results: economies, groups and sectors; the first is what a single file holds: economies, or
    /// the result by action where that was asked for. More than one result puts the columns <c>scenario</c> and <c>model</c> in front.
    /// </summary>
    public static ImmutableArray<ReportTable> Together(ImmutableArray<ComparisonItem> items)
    {
        if (items.Length == 1)
        {
            var result = items[0].Result;
            return
            [
                .. Some(Decomposition(result)), Economies(result), Groups(result), Inequality(result), Sectors(result),
                .. Some(Transport(result)), .. Some(Links(result)), Run(result), Columns(result),
            ];
        }
        return
        [
            .. Some(StackSome(items, Decomposition)), Stack(items, Economies), Stack(items, Groups), Stack(items, Inequality),
            Stack(items, Sectors), .. Some(StackSome(items, Transport)), .. Some(StackSome(items, Links)), Stack(items, Run), Columns(),
        ];
    }

    private static ReportTable[] Some(ReportTable? table) => table is null ? [] : [table];

    // of the results that have the table
    private static ReportTable? StackSome(ImmutableArray<ComparisonItem> items, Func<RunResult, ReportTable?> table)
    {
        ImmutableArray<ComparisonItem> having = [.. items.Where(item => table(item.Result) is not null)];
        return having.IsEmpty ? null : Stack(having, result => table(result)!);
    }

    private static ReportTable Stack(ImmutableArray<ComparisonItem> items, Func<RunResult, ReportTable> table)
    {
        var tables = items.Select(item => (item.Result, Table: table(item.Result))).ToImmutableArray();
        return new ReportTable
        {
            Name = tables[0].Table.Name,
            Title = tables[0].Table.Title,
            Columns =
            [
                new("scenario", "Scenario", ColumnFormat.Text, "Name of the scenario."),
                new("model", "Model", ColumnFormat.Text, "Model variant."),
                .. tables[0].Table.Columns,
            ],
            Rows = tables.SelectMany(one => one.Table.Rows.Select(row => (ImmutableArray<ReportCell>)
                [one.Result.Scenario.Name, one.Result.ModelName, .. row])),
        };
    }

    private static ReportTable Table(RunResult result, ReportTable table)
    {
        RunReport.RequireConverged(result);
        return table;
    }
}
