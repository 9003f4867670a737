using System.Text.Json;

namespace Caravan.Tests.Cli;

public sealed class BuildCommandTests : IDisposable
{
    private readonly TinyScenario _files = new();
    private readonly string _package;

    public BuildCommandTests() => _package = _files.Write("projects.yaml", $$"""
        caravan: 1
        name: Parks and a port
        sources: ["invented"]
        baseline: {{_files.Baseline}}
        members: [AAA, BBB]
        actions:
          - {id: tariffs, title: Tariffs, lever: tariff, change: -50%, source: invented}
          - id: port
            title: A port
            lever: ntb
            points: -2pp
            cost_musd: 20
            years: [2024, 2028]
            finance:
              life: 25
              revenue_musd: 1.5
              owners: {AAA: 60%, BBB: 30%, private: 10%}
              mix:
                - {lender: budgets, share: 30%}
                - {lender: world-bank-ida, share: 30%}
                - {lender: china-development-bank, share: 30%}
                - {instrument: grant, lender: budgets, from: {BBB: 100%}, share: 10%}
            source: invented
          - id: park
            title: A park
            lever: productivity
            economies: AAA
            change: 0.5%
            cost_musd: 10
            years: [2025, 2026]
            finance: {mix: [{lender: fund, instrument: concessional-loan, share: 100%}]}
            source: invented
          - {id: courts, title: Courts, lever: risk, dispute_settlement: 50%, source: invented}
        finance:
          budget_musd: 25
          fund: {key: gdp, rate: 1%, grace: 3, maturity: 15}
          debt:
            AAA: {public_debt_pct: 45, revenue_pct: 25, growth_pct: 4, growth_deviation_pct: 2, balance_deviation_pct: 1}
            BBB: {public_debt_pct: 60, revenue_pct: 40, growth_pct: 1.5}
        """);

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("build", "")]
    [InlineData("build-markdown", "--format markdown")]
    [InlineData("build-wrong", "--set port.cost_musd=-1 --set port.finance.life=0 --set finance.fund.key=gpd")]
    public void Call_reads_as_approved(string name, string args) => ApprovedText.Check(name, CommandCall.Run(
        ["build", _package, .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        .Transcript((_files.Folder + Path.DirectorySeparatorChar, "")));

    [Fact]
    public void Csv_reads_as_approved() => ApprovedText.CheckFigures("build-csv",
        CommandCall.Run("build", _package, "--format", "csv").Transcript((_files.Folder + Path.DirectorySeparatorChar, "")));

    [Fact]
    public void Help_reads_as_approved() => ApprovedText.Check("help-build", CommandCall.Run("help", "build").Transcript());

    [Fact]
    public void Drawing_fits_a_hundred_columns() => Assert.All(
        CommandCall.Run("build", _package).Out.Split('\n'), line => Assert.True(line.Length <= 100, line));

    [Fact]
    public void Json_has_the_documented_shape()
    {
        using var json = JsonDocument.Parse(CommandCall.Run("build", _package, "--json").Out);
        var root = json.RootElement;
        var port = root.GetProperty("projects")[0];
        Assert.Equal("port", port.GetProperty("id").GetString());
        foreach (var name in new[] { "npv_musd", "economic_npv_musd", "irr", "benefit_cost_ratio", "grant_element_pct" })
        {
            Assert.True(port.TryGetProperty(name, out _), name);
        }
        Assert.Equal("AAA", root.GetProperty("debt")[0].GetProperty("economy").GetString());
        Assert.Equal(JsonValueKind.String, root.GetProperty("debt")[0].GetProperty("rating").ValueKind);
        Assert.Equal(10, root.GetProperty("debt_ratios").GetArrayLength());
        Assert.True(root.GetProperty("cash_flows").GetArrayLength() > 50);
        Assert.InRange(root.GetProperty("residual").GetDouble(), 0, 1e-10);
    }

    [Fact]
    public void Out_writes_the_same_bytes_each_time_and_leaves_other_folders_alone()
    {
        var folder = Path.Combine(_files.Folder, "tables");
        Assert.Equal(0, CommandCall.Run("build", _package, "--out", folder).ExitCode);
        var first = Directory.GetFiles(folder).Order().ToDictionary(file => file, File.ReadAllText);
        Assert.Equal(["budgets.csv", "cash_flows.csv", "columns.csv", "debt.csv", "debt_limits.csv", "debt_paths.csv",
            "debt_ratios.csv", "fiscal.csv", "interactions.csv", "limits.csv", "project_gains.csv", "projects.csv", "ranking.csv",
            "ranking_gains.csv", "sequence.csv"], first.Keys.Select(file => Path.GetFileName(file)));
        CommandCall.Run("build", _package, "--out", folder);
        Assert.All(first, file => Assert.Equal(file.Value, File.ReadAllText(file.Key)));
        Assert.Equal(3, CommandCall.Run("build", _package, "--out", _files.Folder).ExitCode);
    }

    [Fact]
    public void Scenario_without_cost_is_bad_input_that_says_how_to_give_one()
    {
        var call = CommandCall.Run("build", _files.FreerTrade);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("no action has a cost", call.Error);
        Assert.Equal("", call.Out);
    }
}
