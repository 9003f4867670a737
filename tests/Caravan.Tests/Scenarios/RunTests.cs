using Caravan.Data.Loading;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

public class RunTests
{
    private static readonly string[] s_mixed =
    [
        "{id: t, lever: tariff, importers: world, exporters: world, change: -50%}",
        "{id: n, lever: ntb, between: world, points: -2pp}",
        "{id: p, lever: productivity, economies: CCC, change: 1%}",
    ];

    [Fact]
    public void No_actions_change_nothing_at_all()
    {
        using var text = new ScenarioText("caravan: 1\nname: Nothing\nmembers: [AAA]\nactions: []\n");
        foreach (var result in Run(text, new RunOptions
        {
            Models = [ModelVariant.InputOutput, ModelVariant.MultiSector, ModelVariant.OneSector],
        }))
        {
            Assert.Equal(SolveStatus.Converged, result.Status);
            Assert.All(result.Economies, row => Assert.Equal(
                [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0],
                [
                    row.RealIncomePct, row.RealWagePct, row.GdpRealPct, row.TermsOfTradePct, row.VolumeOfTradePct,
                    row.TechnicalEfficiencyPct, row.ExportsPct, row.ImportsPct, row.TradeWithMembersPct,
                    row.PriceIndexPct, row.RealIncomeMusd,
                ]));
            Assert.All(result.Flows, flow => Assert.Equal(0, flow.ChangePct));
            Assert.All(result.Groups, group => Assert.Equal(0, group.Winners + group.Losers));
        }
    }

    [Fact]
    public void Order_of_actions_changes_not_a_bit()
    {
        using var forward = ScenarioText.WithActions(s_mixed);
        using var backward = ScenarioText.WithActions([.. s_mixed.Reverse()]);
        var (first, second) = (Run(forward)[0], Run(backward)[0]);
        Assert.Equal(first.Economies.ToArray(), second.Economies.ToArray());
        Assert.NotEqual(first.ScenarioHash, second.ScenarioHash);
    }

    [Fact]
    public void Resolved_table_keeps_labels_that_hold_commas_and_quotes()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.File("own"));
        foreach (var file in Directory.GetFiles(folder.File("own"), "*.csv"))
        {
            folder.Rewrite(Path.Combine("own", Path.GetFileName(file)), lines => [.. lines.Select(line => line
                .Replace("GDS", "\"Food, \"\"drink\"\"\"").Replace("BBB", "\"Korea, Rep.\""))]);
        }
        File.WriteAllText(folder.File("t.csv"),
            "sector,origin,destination,tariff_rate\n\"Food, \"\"drink\"\"\",AAA,\"Korea, Rep.\",0.3\n");
        File.WriteAllText(folder.File("s.yaml"),
            "caravan: 1\nname: T\nbaseline: own\nmembers: [AAA, \"Korea, Rep.\"]\nactions:\n"
            + "  - {id: a, lever: tariff, table: t.csv}\n");
        var first = ScenarioFile.Resolve(ScenarioFile.Load(folder.File("s.yaml")), Baselines.Load(folder.File("own")));
        File.WriteAllText(folder.File("resolved.yaml"), first.ToYaml());
        var again = ScenarioFile.Resolve(
            ScenarioFile.Load(folder.File("resolved.yaml")), Baselines.Load(folder.File("own")));
        Assert.Equal(first.ToYaml(), again.ToYaml());
        Assert.Equal(("Food, \"drink\"", "Korea, Rep."), (again.Actions[0].Cells[0].Sector, again.Actions[0].Cells[0].Destination));
    }

    [Fact]
    public void Resolved_text_is_stable_and_runs_to_the_same_numbers()
    {
        using var text = ScenarioText.WithActions([.. s_mixed, "{id: s, lever: settlement, table: t.csv}",
            "{id: b, lever: ntb, importers: AAA, exporters: CCC, base: 0%, to: 9900%, by: AAA, source: \"a: #b \\\"c\\\"\"}"]);
        text.Write("t.csv", "sector,origin,destination,share\nGDS,AAA,BBB,0.123456789012345\nSRV,CCC,BBB,7%\n");
        var first = Run(text)[0];
        var resolved = first.Scenario.ToYaml();
        using var again = new ScenarioText(resolved);
        var second = Run(again)[0];
        Assert.Equal(resolved, second.Scenario.ToYaml());
        Assert.Equal(first.ScenarioHash, second.ScenarioHash);
        Assert.Equal(first.Economies.ToArray(), second.Economies.ToArray());
        Assert.Equal(first.Flows, second.Flows);
    }

    [Fact]
    public void Rows_hang_together()
    {
        using var text = ScenarioText.WithActions(s_mixed);
        var result = Run(text)[0];
        Assert.Equal(SolveStatus.Converged, result.Status);
        Assert.Equal(["AAA", "BBB", "CCC"], result.Economies.Select(row => row.Code));
        Assert.Equal([true, true, false], result.Economies.Select(row => row.Member));
        Assert.Equal(
            ["Members", "Landlocked members", "Coastal members", "Non-members", "Landlocked economies",
                "Coastal economies", "World"],
            result.Groups.Where(group => group.Split is not (GroupSplit.Income or GroupSplit.Region))
                .Select(group => group.Name));
        Assert.Equal(["Lower-middle-income economies", "Upper-middle-income economies", "High-income economies"],
            result.Groups.Where(group => group.Split == GroupSplit.Income).Select(group => group.Name));
        foreach (var row in result.Economies)
        {
            var flows = result.Flows.Where(flow => flow.Origin == row.Code && flow.Destination != row.Code).ToList();
            Assert.Equal(flows.Sum(flow => flow.NewMusd), row.ExportsNewMusd, 1e-9);
            Assert.Equal(flows.Sum(flow => flow.BaseMusd), row.ExportsBaseMusd, 1e-9);
            Assert.Equal(row.IncomeBaseMusd * row.RealIncomePct / 100, row.RealIncomeMusd, 1e-9);
            var sectors = result.Sectors.Where(sector => sector.Economy == row.Code).ToList();
            Assert.Equal(sectors.Sum(sector => sector.ImportsNewMusd), row.ImportsNewMusd, 1e-9);
        }
        var world = result.Groups[^1];
        Assert.Equal(result.Economies.Sum(row => row.RealIncomeMusd), world.RealIncomeMusd, 1e-9);
        Assert.Equal(3, world.Winners + world.Losers);
    }

    [Fact]
    public void Estimated_share_counts_trade_between_economies_only()
    {
        using var text = ScenarioText.WithActions();
        var result = Run(text)[0];
        // goods: AAA to others and BBB to others are data but for CCC's sales; all services are estimates
        var goods = new[] { 20.0, 10, 30, 40, 15, 50 };
        var estimated = 15 + 50 + 5 + 5 + 10 + 20 + 5 + 15;
        Assert.Equal(100.0 * estimated / (goods.Sum() + 60), result.EstimatedTradePct, 1e-10);
    }

    [Fact]
    public void Not_converged_has_a_status_and_no_rows()
    {
        using var text = ScenarioText.WithActions(s_mixed);
        var result = Run(text, new RunOptions { Solve = new SolveOptions { MaxIterations = 1, Tolerance = 1e-14 } })[0];
        Assert.NotEqual(SolveStatus.Converged, result.Status);
        Assert.Empty(result.Economies);
        Assert.Empty(result.Groups);
        Assert.Empty(result.Sectors);
        Assert.Empty(result.Flows);
    }

    [Fact]
    public void Options_of_the_run_go_before_those_of_the_file()
    {
        using var text = ScenarioText.WithActions("{id: t, lever: tariff, to: 0}");
        var result = ScenarioRunner.Run(text.Load("options.model=one-sector", "options.closure=fixed"),
            TinyWorld.Create(), new RunOptions { Closure = Closure.Zero, Elasticities = "uniform" })[0];
        Assert.Equal((ModelVariant.OneSector, Closure.Zero, "uniform"),
            (result.Model, result.Closure, result.Elasticities));
        Assert.Contains("closure: zero\n  elasticities: uniform\n", result.Scenario.ToYaml());
        Assert.Equal(["ALL"], result.Sectors.Select(row => row.Sector).Distinct());
    }

    [Fact]
    public void Baseline_folder_is_found_beside_the_scenario()
    {
        using var text = ScenarioText.WithActions("{id: t, lever: tariff, to: 0}");
        BaselineFolder.Write(TinyWorld.Create(), Path.Combine(text.Folder, "tiny"));
        var result = ScenarioRunner.Run(text.Path, new RunOptions { Overrides = ["t.to=1%"] })[0];
        Assert.Equal("tiny", result.BaselineName);
        Assert.Equal(TinyWorld.Create().ContentHash, result.BaselineHash);
        Assert.Contains("baseline: tiny\n", result.Scenario.ToYaml());
        Assert.Contains("to: 0.01\n", result.Scenario.ToYaml());
        Assert.Empty(ScenarioFile.Check(text.Path));
    }

    [Fact]
    public void Unknown_baseline_is_told_with_its_line()
    {
        using var text = ScenarioText.WithActions("{id: t, lever: tariff, to: 5}");
        text.Write("s.yaml", File.ReadAllText(text.Path).Replace("tiny", "world-2032"));
        Assert.Equal(
            "s.yaml:6: to: 5 is ambiguous; write 5% or 0.05, or 500% where that is meant\n"
            + "s.yaml:3: no baseline and no folder is called world-2032; did you mean world-2023?\n",
            text.Problems(baseline: null));
    }

    private static System.Collections.Immutable.ImmutableArray<RunResult> Run(
        ScenarioText text, RunOptions? options = null) =>
        ScenarioRunner.Run(text.Load(), TinyWorld.Create(), options);
}
