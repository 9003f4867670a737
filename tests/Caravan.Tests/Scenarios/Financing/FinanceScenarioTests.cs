using Caravan.Cooperation;
using Caravan.Scenarios;
using Caravan.Scenarios.Financing;

namespace Caravan.Tests.Scenarios.Financing;

/// <summary>Money in scenarios: read, checked, written back, put into the equilibrium.</summary>
public class FinanceScenarioTests
{
    private const double Tolerance = 1e-8;

    private const string Road = """
          - id: road
            lever: ntb
            points: -1pp
            cost_musd: 10
            years: [2024, 2027]
            finance:
              life: 20
              maintenance: 3%
              owners: {AAA: 60%, BBB: 40%}
              mix:
                - {lender: budgets, share: 40%}
                - {lender: adb, share: 40%}
                - {lender: china-development-bank, share: 20%, debt: company}

        """;

    private const string Port = """
          - id: port
            lever: tariff
            change: -10%
            cost_musd: 6
            years: [2025, 2026]
            finance:
              revenue_musd: 0.2
              mix:
                - {lender: fund, share: 50%}
                - {lender: private, instrument: commercial-loan, share: 50%, rate: 8%, grace: 1, maturity: 12}

        """;

    [Fact]
    public void Resolved_text_gives_the_same_scenario_again()
    {
        using var text = new ScenarioText(File(Road + Port, """
            finance:
              discount_rate: 4%
              social_discount_rate: 0.08
              budget_musd: 20
              fund: {key: stated, shares: {AAA: 25%, BBB: 75%}, rate: 1%, grace: 2, maturity: 9}
              debt: {AAA: {public_debt_pct: 55%, capacity: weak}, BBB: {in_distress: yes}}
              risk: {AAA: {legal: 0.7}}
            """));
        var scenario = text.Resolve();
        using var again = new ScenarioText(scenario.ToYaml());
        Assert.Equal(scenario.ToYaml(), again.Resolve().ToYaml());
        Assert.Contains("{instrument: commercial-loan, lender: china-development-bank, share: 0.2, grace: 5, maturity: 17, "
            + "currency: USD, debt: company}", scenario.ToYaml());
        Assert.Contains("AAA: {public_debt_pct: 55, capacity: weak}", scenario.ToYaml());
    }

    [Fact]
    public void Cost_enters_household_income_and_not_gdp()
    {
        using var paid = new ScenarioText(File(Road, ""));
        var net = Run(paid);
        var gross = Run(paid, options => options with { WithoutCosts = true });
        // the annuity at 5 % of three payments of 10/3, in the year before opening, plus 3 % upkeep; the loans of ADB are
        // softer and those at 4.2 % on average are shared by the same owners
        var a = net.Economies[0];
        Assert.True(a.RealIncomePct < gross.Economies[0].RealIncomePct);
        Assert.Equal(gross.Economies[0].GdpRealPct, a.GdpRealPct, 0.02);
        Assert.Equal(gross.Economies[2].RealIncomePct, net.Economies[2].RealIncomePct, 0.02);
        var cost = (gross.Economies[0].RealIncomePct - a.RealIncomePct) / 100 * a.IncomeBaseMusd;
        var annuity = 0.05 / (1 - Math.Pow(1.05, -20));
        var spent = 10.0 / 3 * (1 + 1.05 + 1.05 * 1.05);
        Assert.InRange(cost, 0.7 * 0.6 * (annuity * spent + 0.3), 0.6 * (annuity * spent + 0.3));
    }

    [Fact]
    public void Any_part_of_a_package_has_its_own_cost_wherever_it_is_solved()
    {
        using var text = new ScenarioText(File(Road + Port, "finance: {fund: {key: gains}}\n"));
        var baseline = TinyWorld.Create();
        var options = new RunOptions { Transport = TinyNetwork.Model };
        var solver = PackageSolver.Prepare(text.Load(), baseline, options);
        var run = ScenarioRunner.Run(text.Load(), baseline, options)[0];
        var whole = solver.Solve(Coalition.Grand(2));
        Assert.Equal(run.Economies.Select(row => row.RealIncomePct), whole.RealIncomePct,
            (a, b) => Math.Abs(a - b) <= Tolerance);
        using var alone = new ScenarioText(File(Road, ""));
        Assert.Equal(Run(alone).Economies.Select(row => row.RealIncomePct),
            solver.Solve(Coalition.Of(0)).RealIncomePct, (a, b) => Math.Abs(a - b) <= Tolerance);
    }

    [Fact]
    public void Scenario_without_money_has_no_cost()
    {
        using var text = ScenarioText.WithActions("{id: one, lever: tariff, change: -10%}");
        Assert.DoesNotContain("finance", text.Resolve().ToYaml());
        var (with, without) = (Run(text), Run(text, options => options with { WithoutCosts = true }));
        Assert.Equal(without.Economies.ToArray(), with.Economies.ToArray());
    }

    [Fact]
    public void Levers_finance_and_risk_lower_the_cost_of_loans_and_change_nothing_alone()
    {
        using var plain = new ScenarioText(File(Road, ""));
        using var cheap = new ScenarioText(File(Road + "  - {id: cheap, lever: finance, points: -1pp}\n", ""));
        using var safe = new ScenarioText(File(Road
            + "  - {id: safe, lever: risk, dispute_settlement: 50%, investment_protection: 50%}\n", ""));
        using var alone = ScenarioText.WithActions("{id: cheap, lever: finance, points: -1pp}");
        Assert.True(Run(cheap).Economies[0].RealIncomePct > Run(plain).Economies[0].RealIncomePct);
        Assert.True(Run(safe).Economies[0].RealIncomePct > Run(plain).Economies[0].RealIncomePct);
        Assert.All(Run(alone).Economies, row => Assert.Equal(0, row.RealIncomePct, 1e-9));
    }

    [Fact]
    public void Overrides_reach_into_money()
    {
        using var text = new ScenarioText(File(Road, ""));
        var scenario = text.Resolve("road.cost_musd=12", "road.finance.maintenance=1%", "finance.discount_rate=3%",
            "finance.debt.AAA.public_debt_pct=70", "finance.risk.BBB.legal=1");
        Assert.Equal(12, scenario.Actions[0].Finance!.CostMusd);
        Assert.Equal(0.01, scenario.Actions[0].Finance!.Maintenance);
        Assert.Equal(0.03, scenario.Finance.DiscountRate);
        Assert.Equal([new EconomyOverride("AAA", "public_debt_pct", 70)], scenario.Finance.Debt.AsEnumerable());
        Assert.Equal([new EconomyOverride("BBB", "legal", 1)], scenario.Finance.Risk.AsEnumerable());
    }

    [Fact]
    public void Cost_and_years_come_from_the_catalogue_or_are_asked_for()
    {
        using var text = ScenarioText.WithActions(
            "{id: line, lever: link, project: new-line, finance: {toll_usd_per_teu: 20}}",
            "{id: gate, lever: link, project: fast-gate, cost_musd: 3}");
        Assert.Equal(
            """
            s.yaml:6: action line has no cost: the catalogue has none for new-line; add cost_musd: and million dollars
            s.yaml:6: action line has no years, and the catalogue does not know them all; add years: [first of construction, first of service]
            s.yaml:7: action gate has no years, and the catalogue does not know them all; add years: [first of construction, first of service]

            """.ReplaceLineEndings("\n"), text.Problems());
    }

    [Fact]
    public void Everything_wrong_with_money_is_told_at_once()
    {
        using var text = new ScenarioText(File("""
              - id: one
                lever: tariff
                change: -1%
                cost_musd: -5
                years: [2030, 2025]
                finance:
                  owners: {AAA: 50%, BBB: 40%}
                  mix:
                    - {lender: abd, share: 50%}
                    - {lender: private, instrument: commercial-loan, share: 50%}
                    - {lender: adb, share: 20%, grace: 30}
                    - {lender: budgets, instrument: grant, share: 10%, rate: 2%}
              - id: two
                lever: tariff
                change: -1%
                cost_musd: 5
                years: [2025, 2030]
                finance:
                  lfe: 20
                  profile: [50%, 50%]
                  toll_usd_per_teu: 5
                  mix:
                    - {lender: fund, share: 60%}
                    - {lender: adb, share: 30%, grace: 30}

            """, """
            finance:
              discount_rate: 5
              fund: {key: gdpp, rate: 2%}
              debt: {AAA: {public_debt: 50, revenue_pct: 500}, ATLANTIS: {growth_pct: 3}}
            """));
        ApprovedText.Check("bad-finance", text.Problems());
    }

    private static RunResult Run(ScenarioText text, Func<RunOptions, RunOptions>? change = null)
    {
        var options = new RunOptions { Transport = TinyNetwork.Model };
        return ScenarioRunner.Run(text.Load(), TinyWorld.Create(), change is null ? options : change(options))[0];
    }

    private static string File(string actions, string book) =>
        $"caravan: 1\nname: Test\nbaseline: tiny\nmembers: [AAA, BBB]\nactions:\n{actions}{book}";
}
