using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Reporting;

public sealed class TransportReportTests
{
    private static readonly RunResult s_result = ResultSample.Converged with
    {
        Transport = new TransportResult
        {
            UsdPerDay = 100,
            Pairs =
            [
                new TransportPair("AAA", "AAA", 1, 1, 100, 100), new TransportPair("AAA", "BBB", 10, 8, 1000, 1000),
                new TransportPair("AAA", "CCC", 10, 12, 1000, 1000),
                new TransportPair("AAA", "DDD", 5, double.PositiveInfinity, 500, double.PositiveInfinity),
                new TransportPair("AAA", "EEE", double.PositiveInfinity, 5, double.PositiveInfinity, 500),
                new TransportPair("BBB", "AAA", 10, 8, 1000, 1000),
            ],
            Links = [new LinkUse("line", "A line", 1.25, 12.5)],
        },
        Decomposition = new Decomposition
        {
            Status = SolveStatus.Converged,
            Solves = 4,
            Rows =
            [
                new DecompositionRow("AAA", "Alphaland", true, 100, "x", "The first", 1, 2, 1.5),
                new DecompositionRow("AAA", "Alphaland", true, 100, "y", "The second", 3, 4, 3.5),
                new DecompositionRow("BBB", "Betania", true, 300, "x", "The first", -1, -1, -1),
                new DecompositionRow("BBB", "Betania", true, 300, "y", "The second", 0, 0, 0),
            ],
        },
    };

    [Fact]
    public void Table_of_journeys_leaves_cells_empty_where_there_is_no_way()
    {
        var csv = new StringWriter();
        CsvTables.Write(RunTables.Transport(s_result)!, csv);
        Assert.Equal(
            """
            origin,destination,days_before,days_after,usd_teu_before,usd_teu_after,change_pct,status
            AAA,AAA,1,1,100,100,0,connected
            AAA,BBB,10,8,1000,1000,-9.999999999999998,connected
            AAA,CCC,10,12,1000,1000,10.000000000000009,connected
            AAA,DDD,5,,500,,,cut-off
            AAA,EEE,,5,,500,,newly-connected
            BBB,AAA,10,8,1000,1000,-9.999999999999998,connected

            """, csv.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Report_names_who_gains_who_loses_and_who_is_cut_off()
    {
        var report = RunReport.Of(s_result);
        var names = report.Tables.Select(table => table.Name).ToList();
        Assert.Equal(
            ["decomposition", "decomposition_members", "between_members", "improved_pairs", "worsened_pairs", "links"],
            names[^6..]);
        var between = Assert.Single(report.Tables.Single(table => table.Name == "between_members").Rows);
        Assert.Equal(["Alphaland", "Betania"], between.Take(2).Select(cell => cell.Text));
        var worse = Assert.Single(report.Tables.Single(table => table.Name == "worsened_pairs").Rows);
        Assert.StartsWith("Gamma", worse[1].Text);
        Assert.Contains(report.Closing, line => line.Contains("1 pair is cut off, with delivery at ten times the cost: AAA-DDD"));
        Assert.Contains(report.Closing, line => line.Contains("what goes over land there is an upper bound"));
        Assert.Contains(report.Closing, line => line.Contains("1 pair has a way that had none") && line.Contains("AAA-EEE"));
    }

    [Fact]
    public void Report_sums_actions_over_members_by_income()
    {
        var sums = RunReport.Of(s_result).Tables.Single(table => table.Name == "decomposition").Rows.ToList();
        Assert.Equal([-0.375, 0.875], sums.Select(row => row[1].Number));
        Assert.Equal([-1.5, 3.5], sums.Select(row => row[^1].Number));
        var members = RunReport.Of(s_result).Tables.Single(table => table.Name == "decomposition_members").Rows.ToList();
        Assert.Equal(["Alphaland", "Betania"], members.Select(row => row[0].Text));
        Assert.Equal([5, 1.5, 3.5], members[0].Skip(1).Select(cell => cell.Number));
    }

    [Fact]
    public void Bundle_has_the_files_that_the_result_has_rows_for()
    {
        var folder = Directory.CreateTempSubdirectory("caravan-transport-").FullName;
        try
        {
            var target = Path.Combine(folder, "out");
            Bundle.Write(target, [new BundlePart("", s_result)]);
            var readme = File.ReadAllText(Path.Combine(target, "README.md"));
            foreach (var name in new[] { "transport.csv", "links.csv", "decomposition.csv" })
            {
                Assert.True(File.Exists(Path.Combine(target, name)));
                Assert.Contains($"`{name}`", readme);
                Assert.Contains($"`{name}`", File.ReadAllText(Path.Combine(Repository.Root, "docs", "results.md")));
            }
            Bundle.Write(target, [new BundlePart("", ResultSample.Converged)]);
            Assert.False(File.Exists(Path.Combine(target, "transport.csv")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Json_holds_journeys_links_and_parts()
    {
        using var json = new MemoryStream();
        RunDocument.Write([s_result], json);
        using var document = System.Text.Json.JsonDocument.Parse(json.ToArray());
        Assert.Equal(6, document.RootElement.GetProperty("transport").GetArrayLength());
        Assert.Equal("line", document.RootElement.GetProperty("links")[0].GetProperty("link").GetString());
        Assert.Equal(4, document.RootElement.GetProperty("decomposition").GetArrayLength());
        Assert.Equal(System.Text.Json.JsonValueKind.Null,
            document.RootElement.GetProperty("transport")[3].GetProperty("days_after").ValueKind);
    }
}
