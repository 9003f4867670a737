using Caravan.Scenarios;
using Caravan.Scenarios.Financing;

namespace Caravan.Tests.Scenarios.Financing;

public class BuildRunnerTests
{
    [Fact]
    public void Run_adds_up()
    {
        using var text = Package();
        var result = Build(text);
        Assert.True(result.Converged);
        Assert.InRange(result.Residual, 0, 1e-10);
        Assert.Equal(["line", "park"], result.Projects.Select(project => project.Id));
        foreach (var row in result.Fiscal)
        {
            Assert.Equal(row.NetMusd, row.ContributionsMusd + row.DebtServiceMusd + row.MaintenanceMusd + row.LendingMusd
                - row.RevenueMusd, 1e-9);
            Assert.Equal(Math.Max(0, row.NetMusd), row.FiscalCostMusd);
        }
        foreach (var project in result.Projects)
        {
            var flows = result.CashFlows.Where(flow => flow.Project == project.Id).ToList();
            Assert.Equal(project.LifeYears * (project.RevenueMusd - project.MaintenanceMusd) - project.CostMusd,
                flows.Sum(flow => flow.Musd), 1e-9);
            Assert.Equal(project.GainMusd,
                result.Gains.Where(gain => gain.Project == project.Id).Sum(gain => gain.GainMusd), 1e-9);
        }
    }

    [Fact]
    public void Gain_of_a_project_is_what_the_package_loses_without_it()
    {
        using var text = Package();
        var result = Build(text);
        using var rest = ScenarioText.WithActions(
            "{id: tariffs, lever: tariff, change: -50%}", "{id: line, lever: link, project: new-line}");
        using var all = ScenarioText.WithActions("{id: tariffs, lever: tariff, change: -50%}",
            "{id: line, lever: link, project: new-line}", "{id: park, lever: productivity, economies: AAA, change: 1%}");
        var (without, with) = (Run(rest), Run(all));
        var expected = with.Economies.Zip(without.Economies, (a, b) => a.RealIncomeMusd - b.RealIncomeMusd).Sum();
        Assert.Equal(expected, result.Projects[1].GainMusd, 1e-6);
    }

    [Fact]
    public void Toll_earns_from_the_goods_whose_best_route_leads_over_the_line()
    {
        using var text = Package();
        var line = Build(text).Projects[0];
        var use = Run(text).Transport!.Links.First(link => link.Id == "new-line").TradePct;
        var goods = 0.0;
        var trade = TinyWorld.Create().Trade;
        for (var i = 0; i < 3; i++)
        {
            for (var n = 0; n < 3; n++)
            {
                goods += i == n ? 0 : trade[0, i, n];
            }
        }
        Assert.True(use > 0);
        Assert.Equal(use / 100 * goods * 1e6 / 15_000, line.TrafficTeu, 1e-6);
        Assert.Equal(line.TrafficTeu * 100 / 1e6, line.RevenueMusd, 1e-9);
    }

    [Fact]
    public void Debt_has_a_verdict_where_the_inputs_are_known_and_says_so_where_not()
    {
        using var text = Package();
        var result = Build(text, "tariffs.change=0%", "park.change=0%");
        Assert.Equal(["AAA", "BBB"], result.Debt.Select(row => row.Economy));
        Assert.Equal("no data", result.Debt[1].Rating);
        Assert.Equal("medium", result.Debt[0].Capacity);
        Assert.Equal(5, result.Debt[0].Ratios.Length);
        Assert.Equal(2 * 7 * 20, result.Debt[0].Years.Length);
        Assert.True(result.Debt[0].Ratios[0].WithPct > result.Debt[0].Ratios[0].BeforePct);
        Assert.True(result.Debt[0].Ratios[4].WithPct > result.Debt[0].Ratios[4].BeforePct);
        Assert.True(result.Debt[0].SpaceMusd < result.Debt[0].SpaceBeforeMusd);
    }

    [Fact]
    public void Company_debt_is_paid_by_owners_and_counts_as_no_public_debt()
    {
        using var text = Package();
        var pub = Build(text);
        using var company = new ScenarioText(PackageText.Replace("share: 70%", "share: 70%, debt: company", StringComparison.Ordinal));
        var own = Build(company);
        Assert.Equal(pub.Fiscal[0].NetMusd, own.Fiscal[0].NetMusd, 1e-12);
        Assert.True(own.Debt[0].Ratios[0].WithPct < pub.Debt[0].Ratios[0].WithPct);
    }

    [Fact]
    public void Run_without_any_cost_says_what_is_missing()
    {
        using var text = ScenarioText.WithActions("{id: line, lever: link, project: new-line}");
        var problem = Assert.Throws<Caravan.Data.InputException>(() => Build(text));
        Assert.Contains("no action has a cost", problem.Issues[0].ToString());
        Assert.Contains("such as line", problem.Issues[0].ToString());
    }

    [Fact]
    public void Run_of_projects_that_cost_more_than_an_economy_earns_says_whose_and_what_would_help()
    {
        using var text = Package();
        var problem = Assert.Throws<Caravan.Data.InputException>(() => Build(text, "park.cost_musd=9000"));
        Assert.Contains(problem.Issues, issue => issue.ToString().Contains("the projects cost AAA", StringComparison.Ordinal));
        Assert.All(problem.Issues, issue => Assert.Contains("the largest is park", issue.ToString()));
    }

    [Fact]
    public void Lenders_have_names_instruments_sound_terms_and_sources()
    {
        Assert.Equal(Lenders.All.Length, Lenders.All.Select(lender => lender.Id).Distinct().Count());
        Assert.All(Lenders.All, lender => Assert.NotEmpty(lender.Source));
        Assert.All(Lenders.All.Where(lender => lender.Terms is not null), lender => Assert.True(lender.Terms!.Value.IsSound));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "build.md"));
        Assert.All(Lenders.All, lender => Assert.Contains($"`{lender.Id}`", page));
        Assert.All(OverrideField.Debt.Concat(OverrideField.Risk), field => Assert.Contains($"`{field.Name}`", page));
    }

    internal const string PackageText = """
        caravan: 1
        name: Line and park
        baseline: tiny
        members: [AAA, BBB]
        actions:
          - {id: tariffs, lever: tariff, change: -50%}
          - id: line
            lever: link
            project: new-line
            cost_musd: 8
            years: [2024, 2027]
            finance: {toll_usd_per_teu: 100, owners: {AAA: 50%, BBB: 50%}, mix: [{lender: adb, share: 70%}, {lender: budgets, share: 30%}]}
          - id: park
            lever: productivity
            economies: AAA
            change: 1%
            cost_musd: 5
            years: [2025, 2026]
            finance: {mix: [{lender: fund, instrument: concessional-loan, share: 100%}]}
        finance:
          fund: {key: gdp, rate: 1%, grace: 3, maturity: 15}
          debt: {AAA: {public_debt_pct: 30, revenue_pct: 25, growth_pct: 4}}
        """;

    private static ScenarioText Package() => new(PackageText);

    private static BuildResult Build(ScenarioText text, params string[] overrides) =>
        BuildRunner.Run(text.Load(overrides), TinyWorld.Create(), new RunOptions { Transport = TinyNetwork.Model });

    private static RunResult Run(ScenarioText text) =>
        ScenarioRunner.Run(text.Load(), TinyWorld.Create(), new RunOptions { Transport = TinyNetwork.Model })[0];
}
