using System.Collections.Immutable;
using System.Text.Json;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>
/// Writes results as one JSON object. A single result has <c>"schema": "caravan-run/1"</c>; several stand in
/// <c>runs</c> of <c>"schema": "caravan-runs/1"</c>. A result that did not converge has its status and no rows.
/// </summary>
public static class RunDocument
{
    private const string Flows = "flows";

    // in the order in which they are written
    private static readonly ImmutableArray<(string Name, Func<RunResult, ReportTable?> Table)> s_tables =
    [
        ("groups", RunTables.Groups), ("inequality", RunTables.Inequality), ("economies", RunTables.Economies),
        ("sectors", RunTables.Sectors), ("transport", RunTables.Transport), ("links", RunTables.Links),
        ("decomposition", RunTables.Decomposition), (Flows, RunTables.Flows),
    ];

    /// <summary>Names of the arrays of rows that a result may have.</summary>
    public static ImmutableArray<string> Fields { get; } = [.. s_tables.Select(table => table.Name)];

    /// <summary>Writes one object and a line feed.</summary>
    /// <param name="results">At least one result.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="withTimings">Whether milliseconds are told; leave them out of files, which must repeat.</param>
    public static void Write(ImmutableArray<RunResult> results, Stream output, bool withTimings = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(results.Length, nameof(results));
        ArgumentNullException.ThrowIfNull(output);
        JsonTables.WriteDocument(output, writer =>
        {
            if (results.Length == 1)
            {
                WriteMembers(writer, results[0], withTimings);
                return;
            }
            writer.WriteString("schema", "caravan-runs/1");
            writer.WriteStartArray("runs");
            foreach (var result in results)
            {
                writer.WriteStartObject();
                WriteMembers(writer, result, withTimings);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        });
    }

    /// <summary>Writes the members of a result's object into an object that is open.</summary>
    /// <param name="writer">Stands inside an object.</param>
    /// <param name="result">A result, converged or not.</param>
    /// <param name="withTimings">Whether milliseconds are told.</param>
    /// <param name="fields">Those of <see cref="Fields"/> that are wanted; default for all but flows.</param>
    /// <param name="asArrays">
    /// Whether a field is <c>{columns, rows}</c>, names once and an array a row, which is half as long, and not an array of
    /// objects.
    /// </param>
    public static void WriteMembers(
        Utf8JsonWriter writer, RunResult result, bool withTimings, ImmutableArray<string> fields = default,
        bool asArrays = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        writer.WriteString("schema", "caravan-run/1");
        writer.WriteString("caravan", ProductVersion.Text);
        writer.WriteString("status", result.StatusName);
        writer.WriteNumber("iterations", result.Iterations);
        writer.WriteFinite("residual", result.Residual);
        writer.WriteStartObject("scenario");
        writer.WriteString("name", result.Scenario.Name);
        writer.WriteString("hash", result.ScenarioHash);
        writer.WriteEndObject();
        writer.WriteStartObject("baseline");
        writer.WriteString("name", result.BaselineName);
        writer.WriteString("hash", result.BaselineHash);
        writer.WriteEndObject();
        writer.WriteStartObject("options");
        writer.WriteString("model", result.ModelName);
        writer.WriteString("closure", result.ClosureName);
        writer.WriteString("elasticities", result.Elasticities);
        writer.WriteEndObject();
        if (withTimings)
        {
            writer.WriteStartObject("timings");
            writer.WriteNumber("load_ms", Math.Round(result.Timings.LoadMs, 3));
            writer.WriteNumber("compile_ms", Math.Round(result.Timings.CompileMs, 3));
            writer.WriteNumber("solve_ms", Math.Round(result.Timings.SolveMs, 3));
            writer.WriteEndObject();
        }
        if (!result.Converged)
        {
            return;
        }
        writer.WriteFinite("estimated_trade_pct", result.EstimatedTradePct);
        foreach (var (name, table) in s_tables)
        {
            if (!(fields.IsDefault ? name != Flows : fields.Contains(name)) || table(result) is not { } rows)
            {
                continue;
            }
            if (asArrays)
            {
                writer.WriteColumns(name, rows);
            }
            else
            {
                writer.WriteTable(name, rows);
            }
        }
    }
}
