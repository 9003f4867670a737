using System.Globalization;
using System.Text.Json;
using Caravan.Reporting;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Caravan.Tests.Reporting;

public class WriterTests
{
    [Fact]
    public void Csv_has_the_columns_of_the_interface_first()
    {
        const string Contract = "economy,name,member,landlocked,real_income_pct,real_wage_pct,gdp_real_pct,"
            + "terms_of_trade_pct,volume_of_trade_pct,technical_efficiency_pct,exports_pct,imports_pct,"
            + "trade_with_members_pct,real_income_musd,";
        Assert.StartsWith(Contract, Csv(RunTables.Economies(ResultSample.Converged)));
        Assert.StartsWith(
            "sector,origin,destination,base_musd,new_musd,change_pct,estimated\n",
            Csv(RunTables.Flows(ResultSample.Converged)));
    }

    [Fact]
    public void Csv_reads_back_the_same_numbers_and_names()
    {
        var rows = ReadCsv(Csv(RunTables.Economies(ResultSample.Converged)));
        Assert.Equal(ResultSample.Converged.Economies.Length, rows.Count - 1);
        for (var n = 0; n < ResultSample.Converged.Economies.Length; n++)
        {
            var economy = ResultSample.Converged.Economies[n];
            Assert.Equal(economy.Name, rows[n + 1][1]);
            Assert.Equal(economy.Member ? "true" : "false", rows[n + 1][2]);
            Assert.Equal(economy.RealIncomePct, double.Parse(rows[n + 1][4], CultureInfo.InvariantCulture));
            Assert.Equal(economy.ExportsNewMusd, Column(rows, n, "exports_new_musd"));
        }
    }

    [Fact]
    public void Json_has_the_same_names_and_numbers_as_csv()
    {
        using var json = new MemoryStream();
        RunDocument.Write([ResultSample.Converged], json);
        using var document = JsonDocument.Parse(json.ToArray());
        var rows = ReadCsv(Csv(RunTables.Economies(ResultSample.Converged)));
        var economies = document.RootElement.GetProperty("economies").EnumerateArray().ToArray();
        for (var n = 0; n < economies.Length; n++)
        {
            Assert.Equal(rows[0], economies[n].EnumerateObject().Select(property => property.Name));
            Assert.Equal(
                Column(rows, n, "real_income_musd"), economies[n].GetProperty("real_income_musd").GetDouble());
        }
        Assert.Equal("caravan-run/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal("converged", document.RootElement.GetProperty("status").GetString());
        Assert.False(document.RootElement.TryGetProperty("timings", out _));
    }

    [Fact]
    public void Json_of_several_results_has_one_object_each_and_no_rows_without_convergence()
    {
        using var json = new MemoryStream();
        RunDocument.Write([ResultSample.Converged, ResultSample.NotConverged], json, withTimings: true);
        using var document = JsonDocument.Parse(json.ToArray());
        Assert.Equal("caravan-runs/1", document.RootElement.GetProperty("schema").GetString());
        var runs = document.RootElement.GetProperty("runs");
        Assert.True(runs[0].TryGetProperty("economies", out _));
        Assert.Equal(17.75, runs[0].GetProperty("timings").GetProperty("solve_ms").GetDouble());
        Assert.Equal("iteration-limit", runs[1].GetProperty("status").GetString());
        Assert.False(runs[1].TryGetProperty("economies", out _));
    }

    [Fact]
    public void Workbook_holds_the_same_numbers_as_csv()
    {
        using var bytes = new MemoryStream();
        WorkbookTables.Write(Bundle.Sheets(ResultSample.Converged), bytes);
        using var document = SpreadsheetDocument.Open(bytes, isEditable: false);
        var sheets = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ToArray();
        Assert.Equal(
            ["run", "groups", "inequality", "economies", "sectors", "columns"], sheets.Select(sheet => sheet.Name!.Value));
        foreach (var (name, table) in new[]
        {
            ("economies", RunTables.Economies(ResultSample.Converged)),
            ("sectors", RunTables.Sectors(ResultSample.Converged)),
        })
        {
            var part = (WorksheetPart)document.WorkbookPart.GetPartById(sheets.First(s => s.Name == name).Id!);
            var rows = part.Worksheet.Descendants<Row>().ToArray();
            var expected = ReadCsv(Csv(table));
            Assert.Equal(expected.Count, rows.Length);
            for (var row = 0; row < rows.Length; row++)
            {
                Assert.Equal(expected[row], rows[row].Elements<Cell>().Select(CellText));
            }
            Assert.Equal(PaneStateValues.Frozen, part.Worksheet.Descendants<Pane>().Single().State!.Value);
            Assert.Equal(table.Columns.Length, part.Worksheet.Descendants<Column>().Count());
        }
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document));
    }

    [Fact]
    public void Workbook_of_the_same_tables_is_the_same_bytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        WorkbookTables.Write(Bundle.Sheets(ResultSample.Converged), first);
        WorkbookTables.Write(Bundle.Sheets(ResultSample.Converged), second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void Markdown_reads_as_approved()
    {
        var output = new StringWriter();
        MarkdownTables.Write(RunReport.Of(ResultSample.Converged), output);
        ApprovedText.Check("summary-markdown", output.ToString());
    }

    [Fact]
    public void Chart_reads_as_approved()
    {
        var output = new StringWriter();
        BarChart.Write(ResultSample.Converged, output);
        System.Xml.Linq.XDocument.Parse(output.ToString());
        ApprovedText.Check("chart-svg", output.ToString());
    }

    [Fact]
    public void Report_of_what_did_not_converge_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RunReport.Of(ResultSample.NotConverged));
        Assert.Throws<ArgumentException>(() => RunTables.Economies(ResultSample.NotConverged));
        Assert.Throws<ArgumentException>(() => BarChart.Write(ResultSample.NotConverged, TextWriter.Null));
        Assert.Throws<ArgumentException>(() =>
            new Comparison([new("a", ResultSample.Converged), new("b", ResultSample.NotConverged)], "real_income_pct"));
    }

    [Fact]
    public void Every_column_is_defined_and_named_by_its_unit()
    {
        foreach (var column in EconomyColumns.All.Concat(SectorColumns.All).Concat(FlowColumns.All)
            .Concat(GroupColumns.All).Concat(InequalityColumns.All))
        {
            Assert.EndsWith(".", column.Meaning);
            Assert.Matches("^[a-z_]+$", column.Name);
            Assert.Equal(column.Unit == "%", column.Name.EndsWith("_pct", StringComparison.Ordinal));
            Assert.Equal(column.Unit == "musd", column.Name.EndsWith("_musd", StringComparison.Ordinal));
        }
    }

    internal static string Csv(ReportTable table)
    {
        var output = new StringWriter();
        CsvTables.Write(table, output);
        return output.ToString();
    }

    internal static List<string[]> ReadCsv(string text)
    {
        using var parser = new CsvParser(
            new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }
        return rows;
    }

    private static double Column(List<string[]> rows, int row, string name) =>
        double.Parse(rows[row + 1][Array.IndexOf(rows[0], name)], CultureInfo.InvariantCulture);

    private static string CellText(Cell cell)
    {
        if (cell.DataType?.Value == CellValues.Boolean)
        {
            return cell.CellValue!.Text == "1" ? "true" : "false";
        }
        return cell.InlineString?.Text?.Text
            ?? double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)
                .ToString("R", CultureInfo.InvariantCulture);
    }
}
