using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>Every row and column of projects, money and debt, as files carry them.</summary>
public static class BuildTables
{
    private const string Paths = "debt_paths";

    /// <summary>The tables in the order of files: projects first.</summary>
    /// <exception cref="ArgumentException">A solve did not converge.</exception>
    public static ImmutableArray<ReportTable> Of(BuildResult result)
    {
        Require(result);
        return
        [
            BuildColumns.Projects.ToTable("projects", "Projects", result.Projects),
            BuildColumns.Gains.ToTable("project_gains", "Gains by project and economy", result.Gains),
            BuildColumns.CashFlows.ToTable("cash_flows", "Cash flows", result.CashFlows),
            BuildColumns.Fiscal.ToTable("fiscal", "Fiscal cost", result.Fiscal),
            BuildColumns.Debt.ToTable("debt", "Debt sustainability", result.Debt),
            BuildColumns.Ratios.ToTable("debt_ratios", "Debt ratios", result.Debt.SelectMany(one => one.Ratios)),
            BuildColumns.Years.ToTable(Paths, "Debt ratios by year", result.Debt.SelectMany(one => one.Years)),
        ];
    }

    /// <summary>The meaning of every column.</summary>
    public static ReportTable Columns(ImmutableArray<ReportTable> tables) => new()
    {
        Name = "columns",
        Title = "Columns",
        Columns =
        [
            new("table", "Table", ColumnFormat.Text), new("column", "Column", ColumnFormat.Text),
            new("unit", "Unit", ColumnFormat.Text), new("meaning", "Meaning", ColumnFormat.Text),
        ],
        Rows = [.. tables.SelectMany(table => table.Columns.Select(column => (ImmutableArray<ReportCell>)
            [table.Name, column.Name, column.Unit, column.Meaning]))],
    };

    /// <summary>
    /// Writes one object: <c>{projects, sequence, debt, fiscal, gains, cash_flows, debt_ratios, ...}</c>, with the setting
    /// in front.
    /// </summary>
    /// <param name="result">A result that converged.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="ranking">Adds what to build, and in which order; null for money and debt alone.</param>
    public static void WriteJson(BuildResult result, Stream output, ProjectRankingReport? ranking = null)
    {
        var tables = Of(result);
        JsonTables.WriteDocument(output, writer =>
        {
            var run = result.Run;
            writer.WriteString("schema", "caravan-build/1");
            writer.WriteString("caravan", ProductVersion.Text);
            writer.WriteString("scenario", run.Scenario.Name);
            writer.WriteString("scenario_hash", run.ScenarioHash);
            writer.WriteString("baseline", run.BaselineName);
            writer.WriteString("baseline_hash", run.BaselineHash);
            writer.WriteString("model", run.ModelName);
            writer.WriteString("status", run.StatusName);
            writer.WriteNumber("iterations", result.Iterations);
            writer.WriteNumber("residual", result.Residual);
            writer.WriteNumber("solves", result.Solves);
            writer.WriteNumber("discount_rate", run.Scenario.Finance.DiscountRate);
            writer.WriteNumber("social_discount_rate", run.Scenario.Finance.SocialDiscountRate);
            writer.WriteFinite("budget_musd", run.Scenario.Finance.BudgetMusd ?? double.NaN);
            foreach (var table in tables)
            {
                writer.WriteTable(table.Name, table.Name == Paths ? Calm(result) : table);
            }
            ranking?.WriteParts(writer);
        });
    }

    // paths under every stress test are for files
    private static ReportTable Calm(BuildResult result) => BuildColumns.Years.ToTable(
        Paths, "Debt ratios by year", result.Debt.SelectMany(one => one.Years).Where(year => year.Test == "none"));

    internal static void Require(BuildResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Converged)
        {
            throw new ArgumentException("a result that did not converge has no table", nameof(result));
        }
    }
}
