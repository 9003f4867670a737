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
                WriteProperties(writer, results[0], withTimings);
                return;
            }
            writer.WriteString("schema", "caravan-runs/1");
            writer.WriteStartArray("runs");
            foreach (var result in results)
            {
                writer.WriteStartObject();
                WriteProperties(writer, result, withTimings);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        });
    }

    private static void WriteProperties(Utf8JsonWriter writer, RunResult result, bool withTimings)
    {
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
        if (result.Converged)
        {
            writer.WriteFinite("estimated_trade_pct", result.EstimatedTradePct);
            writer.WriteTable("groups", RunTables.Groups(result));
            writer.WriteTable("inequality", RunTables.Inequality(result));
            writer.WriteTable("economies", RunTables.Economies(result));
            writer.WriteTable("sectors", RunTables.Sectors(result));
            foreach (var table in new[]
            {
                RunTables.Transport(result), RunTables.Links(result), RunTables.Decomposition(result),
            })
            {
                if (table is not null)
                {
                    writer.WriteTable(table.Name, table);
                }
            }
        }
    }
}
