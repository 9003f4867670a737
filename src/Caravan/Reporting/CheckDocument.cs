using System.Collections.Immutable;

namespace Caravan.Reporting;

/// <summary>Writes checks as JSON: <c>{"schema": "caravan-check/1", "ok", "scenarios": [{"scenario", "baseline", "ok",
/// "issues": [{"file", "line", "problem", "repair"}]}]}</c>.</summary>
public static class CheckDocument
{
    /// <summary>Writes one object and a line feed; <paramref name="output"/> stays open.</summary>
    public static void Write(ImmutableArray<CheckedScenario> scenarios, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        JsonTables.WriteDocument(output, writer =>
        {
            writer.WriteString("schema", "caravan-check/1");
            writer.WriteBoolean("ok", scenarios.All(one => one.Issues.IsEmpty));
            writer.WriteStartArray("scenarios");
            foreach (var one in scenarios)
            {
                writer.WriteStartObject();
                writer.WriteString("scenario", one.Scenario);
                writer.WriteString("baseline", one.Baseline);
                writer.WriteBoolean("ok", one.Issues.IsEmpty);
                writer.WriteTable("issues", Table(one));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        });
    }

    private static ReportTable Table(CheckedScenario one) => new()
    {
        Name = "issues",
        Columns =
        [
            new("file", "File", ColumnFormat.Text), new("line", "Line", ColumnFormat.Count),
            new("problem", "Problem", ColumnFormat.Text), new("repair", "Repair", ColumnFormat.Text),
        ],
        Rows = one.Issues.Select(issue => (ImmutableArray<ReportCell>)
            [issue.File, (double)issue.Line, issue.Problem, issue.Repair]),
    };
}
