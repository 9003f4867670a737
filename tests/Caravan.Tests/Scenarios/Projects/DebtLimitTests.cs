using Caravan.Scenarios;
using Caravan.Scenarios.Projects;

namespace Caravan.Tests.Scenarios.Projects;

public class DebtLimitTests
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Run_keeps_the_debt_of_members_within_its_thresholds()
    {
        var result = Rank(34, Park);
        var debt = Assert.Single(result.Choice!.Debt);
        Assert.True(debt.BeforePct < debt.ThresholdPct && debt.AllPct > debt.ThresholdPct, $"{debt}");
        Assert.Equal(debt.BeforePct, debt.BestPct);
        Assert.Empty(result.Choice.Projects);
        Assert.Equal<string>(["park"], result.Choice.WithoutDebtLimits);
        Assert.StartsWith($"Aland: {debt.Ratio}", Assert.Single(result.Choice.DebtBreaches));
        Assert.Equal<string>(["park"], Rank(20, Park).Choice!.Projects);
    }

    [Fact]
    public void Run_asks_the_same_framework_as_the_ratings_of_the_package()
    {
        foreach (var debtPct in new[] { 24, 28, 32 })
        {
            using var text = Text(debtPct, Park, Later);
            var rated = BuildRunner.Run(text.Load(), TinyWorld.Create()).Debt.First(row => row.Economy == "AAA");
            var use = Assert.Single(Rank(debtPct, Park, Later).Choice!.Debt);
            var ratio = rated.Ratios.First(row => row.RatioName == use.Ratio);
            Assert.Equal(ratio.BeforePct, use.BeforePct, Tolerance);
            Assert.Equal(ratio.WithPct, use.AllPct, Tolerance);
        }
    }

    [Fact]
    public void Set_is_judged_by_its_own_path_and_not_by_the_sum_of_its_loans()
    {
        // the first loan is paid back by the time the second is drawn: together they never weigh what they sum to
        var both = Rank(32, Early, Late);
        var at = both.Choice!.Debt[0];
        var first = Rank(32, Early).Choice!.Debt[0].AllPct - at.BeforePct;
        var second = Rank(32, Late).Choice!.Debt[0].AllPct - at.BeforePct;
        Assert.True(at.AllPct < at.ThresholdPct && at.BeforePct + first + second > at.ThresholdPct,
            $"{at} {first} {second}");
        Assert.Equal<string>(["early", "late"], both.Choice.Projects);
    }

    [Fact]
    public void Member_above_a_threshold_may_owe_nothing_more_abroad()
    {
        var result = Rank(60, Park);
        Assert.Empty(result.Choice!.Projects);
        Assert.Contains("would owe more abroad", Assert.Single(result.Choice.DebtBreaches));
        Assert.Equal<string>(["park"], Rank(60, Park.Replace("world-bank-ibrd", "budgets")).Choice!.Projects);
    }

    private const string Park = "{id: park, lever: productivity, economies: AAA, change: 5%, cost_musd: 40, "
        + "years: [2024, 2026], finance: {owners: {AAA: 100%}, mix: [{lender: world-bank-ibrd, share: 100%}]}}";

    private const string Later = "{id: later, lever: ntb, between: members, points: -1pp, cost_musd: 10, "
        + "years: [2025, 2028], finance: {owners: {AAA: 50%, BBB: 50%}, mix: [{lender: adb, share: 60%}, "
        + "{lender: budgets, share: 40%}]}}";

    private const string Early = "{id: early, lever: productivity, economies: AAA, change: 5%, cost_musd: 7, "
        + "years: [2024, 2025], finance: {owners: {AAA: 100%}, mix: [{lender: world-bank-ibrd, share: 100%, grace: 0, maturity: 3}]}}";

    private const string Late = "{id: late, lever: ntb, between: members, points: -5pp, cost_musd: 7, "
        + "years: [2030, 2031], finance: {owners: {AAA: 100%}, mix: [{lender: world-bank-ibrd, share: 100%, grace: 0, maturity: 3}]}}";

    private static ProjectRankingResult Rank(int debtPct, params string[] actions)
    {
        using var text = Text(debtPct, actions);
        return ProjectRanking.Run(text.Load(), TinyWorld.Create(), null, new ProjectRankingOptions { DebtLimits = true });
    }

    private static ScenarioText Text(int debtPct, params string[] actions) => new($$$"""
        caravan: 1
        name: Debt
        baseline: tiny
        members: [AAA, BBB]
        actions:
        {{{string.Join('\n', actions.Select(action => $"  - {action}"))}}}
        finance:
          debt: {AAA: {public_debt_pct: {{{debtPct}}}, revenue_pct: 25, growth_pct: 4, external_share_pct: 100}}
        """);
}
