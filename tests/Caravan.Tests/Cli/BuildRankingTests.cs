using System.Text.Json;
using Caravan.Tests.Reporting;

namespace Caravan.Tests.Cli;

public sealed class BuildRankingTests : IDisposable
{
    private readonly TinyScenario _files = new();
    private readonly string _package;

    // two halves of one way that pay together, a wall by which Borland takes from Aland, a park
    public BuildRankingTests() => _package = _files.Write("projects.yaml", $$"""
        caravan: 1
        name: Two ports, a wall and a park
        sources: ["invented"]
        baseline: {{_files.Baseline}}
        members: [AAA, BBB]
        actions:
          - {id: tariffs, lever: tariff, importers: AAA, exporters: BBB, change: -10%, source: invented}
          - {id: port-a, title: Port of Aland, lever: ntb, importers: AAA, points: -4pp, cost_musd: 9, years: [2024, 2028], source: invented}
          - {id: port-b, title: Port of Borland, lever: ntb, importers: BBB, points: -4pp, cost_musd: 12, years: [2024, 2028], source: invented}
          - {id: wall, title: A wall, lever: tariff, importers: BBB, exporters: AAA, sectors: GDS, to: 12%, cost_musd: 0.01, years: [2025, 2026], source: invented}
          - {id: park, title: A park, lever: productivity, economies: AAA, change: 0.5%, cost_musd: 5, years: [2025, 2026], source: invented}
        """);

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("build-ranking", "")]
    [InlineData("build-ranking-limits", "--budget 15 --yearly-budget 3 --rate 5 --horizon 20 --losers none")]
    [InlineData("build-ranking-search", "--exact 2 --objective world --others out")]
    [InlineData("build-ranking-nothing", "--budget 0.5 --objective AAA")]
    [InlineData("build-ranking-wrong", "--objective Alend --set park.cost_musd=-4")]
    [InlineData("build-ranking-wrong-option", "--budget much")]
    public void Call_reads_as_approved(string name, string args) => ApprovedText.Check(name, CommandCall.Run(
        ["build", _package, "--only", "ranking", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        .Transcript((_files.Folder + Path.DirectorySeparatorChar, "")));

    [Fact]
    public void Unknown_objective_is_told_before_anything_is_solved()
    {
        var call = CommandCall.Run("build", _package, "--objective", "Alend");
        Assert.Equal((2, ""), (call.ExitCode, call.Out));
        Assert.Equal("--objective Alend: neither members, world nor an economy of the baseline; did you mean Aland?\n",
            call.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--budget 15 --yearly-budget 3 --losers never")]
    [InlineData("--exact 2 --debt-limits")]
    [InlineData("--budget 0")]
    public void Drawing_fits_a_hundred_columns(string args)
    {
        var call = CommandCall.Run(["build", _package, .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(0, call.ExitCode);
        Assert.All(call.Out.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Contains("The best order", call.Out);
    }

    [Fact]
    public void Json_has_the_documented_shape_beside_money_and_debt()
    {
        using var json = JsonDocument.Parse(CommandCall.Run("build", _package, "--json").Out);
        var root = json.RootElement;
        Assert.Equal(4, root.GetProperty("projects").GetArrayLength());
        Assert.Equal(4, root.GetProperty("ranking").GetArrayLength());
        Assert.Equal(6, root.GetProperty("interactions").GetArrayLength());
        var (subset, sequence) = (root.GetProperty("subset"), root.GetProperty("sequence"));
        Assert.True(subset.GetProperty("exact").GetBoolean());
        Assert.Equal(0, subset.GetProperty("gap_musd").GetDouble());
        Assert.Equal(
            subset.GetProperty("projects").EnumerateArray().Select(id => id.GetString()).Order(),
            sequence.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("project").GetString()).Order());
        Assert.InRange(root.GetProperty("ranking_setting").GetProperty("residual").GetDouble(), 0, 1e-10);
        using var alone = JsonDocument.Parse(CommandCall.Run("build", _package, "--only", "ranking", "--json").Out);
        Assert.Equal("caravan-build/1", alone.RootElement.GetProperty("schema").GetString());
        Assert.Equal(
            root.GetProperty("ranking").GetRawText(), alone.RootElement.GetProperty("ranking").GetRawText());
    }

    [Fact]
    public void Csv_of_the_ranking_alone_is_its_first_table()
    {
        var rows = WriterTests.ReadCsv(CommandCall.Run("build", _package, "--only", "ranking", "--format", "csv").Out);
        Assert.Equal(["project", "title", "alone_musd", "average_musd", "last_musd"], rows[0][..5]);
        Assert.Equal(["port-a", "port-b", "wall", "park"], rows.Skip(1).Select(row => row[0]));
    }

    [Fact]
    public void Package_without_equilibrium_exits_1_and_shows_nothing()
    {
        var impossible = _files.Write("impossible.yaml", $$"""
            caravan: 1
            name: Impossible
            baseline: {{_files.Baseline}}
            members: [AAA, BBB]
            actions:
              - {id: debts, lever: deficit, economies: [AAA], to: -100%, cost_musd: 1, years: [2024, 2025], source: invented}
            """);
        var call = CommandCall.Run("build", impossible, "--only", "ranking");
        Assert.Equal((1, "", "caravan: the package of debts did not converge; no result is shown\n"),
            (call.ExitCode, call.Out, call.Error));
    }

    [Fact]
    public void Scenario_without_cost_is_ranked_before_cost()
    {
        var lines = _files.Write("lines.yaml", """
            caravan: 1
            name: Lines without a price
            baseline: world-2023
            members: [CHN, KGZ, UZB]
            actions:
              - {id: cku, lever: link, project: china-kyrgyzstan-uzbekistan, source: catalogue}
            """);
        var call = CommandCall.Run("build", lines);
        Assert.Equal(0, call.ExitCode);
        Assert.Contains("Before cost, because nothing is known of the cost of cku", call.Out);
        Assert.DoesNotContain("Debt", call.Out);
    }
}
