using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Tests.Scenarios.Financing;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios.Agreements;

public class DebtLineTests
{
    [Fact]
    public void Run_compares_debt_with_what_build_says_about_the_same_package()
    {
        var built = Built();
        var ratio = built.Debt[0].Ratios[4];
        Assert.True(ratio.WithPct > ratio.BeforePct + 0.1);
        var result = Discuss(ratio.BeforePct + 0.9 * (ratio.WithPct - ratio.BeforePct));
        var check = Assert.Single(result.Verdicts[0].Checks, check => check.Kind == RedLineKind.DebtPct);
        // the run of build and the solver of packages agree to their tolerance
        Assert.Equal(ratio.WithPct, check.Value, 1e-6);
        Assert.Equal(("public_pv_to_gdp", false, true), (check.Sector, check.Holds, check.CanHold));
        Assert.True(check.Best < check.Value);
        Assert.False(result.Verdicts[0].Accepts);
        Assert.Equal(double.PositiveInfinity, result.Verdicts[0].TransferMusd);
        // one project less and the line holds
        Assert.Contains(result.Verdicts[0].Changes, change => change is { Kind: TurningKind.Drop, Action: "park" or "line" });
    }

    [Fact]
    public void Run_accepts_debt_below_the_line_and_takes_projects_whole()
    {
        var result = Discuss(Built().Debt[0].Ratios[4].WithPct + 1);
        Assert.True(result.Verdicts[0].Checks.Single(check => check.Kind == RedLineKind.DebtPct).Holds);
        // tariffs can be halved; the line and the park have a cost
        Assert.Equal(3 * 2 * 2, result.Search.Possible);
    }

    [Fact]
    public void Run_gains_are_net_of_what_projects_cost()
    {
        using var text = new ScenarioText(BuildRunnerTests.PackageText);
        var run = ScenarioRunner.Run(text.Load(), TinyWorld.Create(), Options)[0];
        var offer = Discuss(1000).Offer!;
        Assert.Equal(run.Economies[0].RealIncomePct, offer.GainPct[0], 1e-7);
        Assert.Equal(run.Economies[1].RealIncomePct, offer.GainPct[1], 1e-7);
    }

    [Fact]
    public void Limits_on_debt_that_nobody_knows_and_unknown_ratios_are_refused()
    {
        using var unknown = new ScenarioText(
            BuildRunnerTests.PackageText + "\nagreement: {red_lines: {BBB: {maximum_debt_pct: {public_pv_to_gdp: 60}}}}\n");
        var problem = Assert.Throws<InputException>(() => AgreementText.Discuss(unknown));
        Assert.Contains("the red line of BBB is about debt, of which nothing is known", problem.Issues.Single().ToString());
        using var wrong = new ScenarioText(
            BuildRunnerTests.PackageText + "\nagreement: {red_lines: {AAA: {maximum_debt_pct: {public_pv_gdp: 60}}}}\n");
        Assert.Contains("unknown key public_pv_gdp in maximum_debt_pct; did you mean public_pv_to_gdp?", wrong.Problems());
    }

    private static RunOptions Options => new()
    {
        Transport = TinyNetwork.Model,
        Solve = new SolveOptions { Tolerance = 1e-12 },
    };

    private static BuildResult Built()
    {
        using var text = new ScenarioText(BuildRunnerTests.PackageText);
        return BuildRunner.Run(text.Load(), TinyWorld.Create(), Options);
    }

    private static DiscussResult Discuss(double limitPct)
    {
        var line = FormattableString.Invariant(
            $"agreement: {{red_lines: {{AAA: {{minimum_gain_pct: -50, maximum_debt_pct: {{public_pv_to_gdp: {limitPct:R}}}}}}}}}");
        using var text = new ScenarioText($"{BuildRunnerTests.PackageText}\n{line}\n");
        return DiscussRunner.Run(text.Load(), TinyWorld.Create(), Options);
    }
}
