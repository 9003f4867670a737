using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Caravan.Data;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>
/// What <see cref="ReportPage"/> shows, as one JSON object with <c>"schema": "caravan-report/1"</c>: the head of
/// <c>run.json</c>, every table by columns, flows summed over sectors, and the names that the tables leave out. Signs
/// that mean something in HTML are escaped, so it may stand inside a page.
/// </summary>
internal static class ReportData
{
    private static readonly JsonWriterOptions s_safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(RunResult result, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, s_safe);
        writer.WriteStartObject();
        writer.WriteString("schema", "caravan-report/1");
        writer.WriteStartObject("run");
        RunDocument.WriteMembers(writer, result, withTimings: false, []);
        writer.WriteEndObject();
        writer.WriteStartObject("tables");
        foreach (var table in Tables(result))
        {
            writer.WriteColumns(table.Name, table);
        }
        writer.WriteEndObject();
        WriteNames(writer, result.Baseline);
        writer.WritePropertyName("scenario");
        var yaml = result.Scenario.ToYaml();
        ScenarioJson.Write(yaml, "scenario", writer);
        writer.WriteString("yaml", yaml);
        WriteLevers(writer, result.Scenario);
        writer.WritePropertyName("projects");
        using var projects = JsonDocument.Parse(NetworkMap.Shipped.Projects());
        projects.RootElement.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static ImmutableArray<ReportTable> Tables(RunResult result) =>
    [
        RunTables.Economies(result), RunTables.Groups(result), RunTables.Inequality(result), RunTables.Sectors(result),
        .. new[] { RunTables.Transport(result), RunTables.Links(result), RunTables.Decomposition(result) }
            .OfType<ReportTable>(),
        TotalFlows(result),
    ];

    // between economies; a quarter of a million cells by sector would be too much for a page
    private static ReportTable TotalFlows(RunResult result)
    {
        var totals = new Dictionary<(string, string), (double Base, double New)>();
        foreach (var flow in result.Flows.Where(flow => flow.Origin != flow.Destination))
        {
            var sum = totals.GetValueOrDefault((flow.Origin, flow.Destination));
            totals[(flow.Origin, flow.Destination)] = (sum.Base + flow.BaseMusd, sum.New + flow.NewMusd);
        }
        return new ReportTable
        {
            Name = "flows",
            Columns =
            [
                new("origin", "Origin", ColumnFormat.Text), new("destination", "Destination", ColumnFormat.Text),
                new("base_musd", "Before", ColumnFormat.Money), new("new_musd", "After", ColumnFormat.Money),
            ],
            Rows = totals.Select(pair => (ImmutableArray<ReportCell>)
                [pair.Key.Item1, pair.Key.Item2, pair.Value.Base, pair.Value.New]),
        };
    }

    private static void WriteNames(Utf8JsonWriter writer, Baseline? baseline)
    {
        writer.WriteStartObject("parts");
        foreach (var economy in (baseline?.Economies ?? []).Where(economy => !economy.Contains.IsEmpty))
        {
            writer.WriteStartArray(economy.Code);
            foreach (var code in economy.Contains)
            {
                writer.WriteStringValue(code);
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.WriteStartArray("sectors");
        foreach (var sector in baseline?.Sectors ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("sector", sector.Code);
            writer.WriteString("name", sector.Name);
            writer.WriteBoolean("is_service", sector.IsService);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteLevers(Utf8JsonWriter writer, Scenario scenario)
    {
        writer.WriteStartArray("levers");
        foreach (var lever in scenario.Actions.Select(action => action.Lever).DistinctBy(lever => lever.Name))
        {
            writer.WriteStartObject();
            writer.WriteString("lever", lever.Name);
            writer.WriteString("title", lever.Title);
            writer.WriteString("mechanism", lever.Mechanism);
            writer.WriteString("equation", lever.Equation);
            writer.WriteStartArray("fields");
            foreach (var field in lever.Fields)
            {
                writer.WriteStartObject();
                writer.WriteString("name", field.Name);
                writer.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(field.Kind.ToString()));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
