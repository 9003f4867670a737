using Caravan.Finance;

namespace Caravan.Tests.Finance;

public class ProjectAccountsTests
{
    private static readonly ProjectPlan s_plan = new()
    {
        CostMusd = 1000,
        StartYear = 2024,
        OpenYear = 2028,
        LifeYears = 20,
        Profile = [0.1, 0.4, 0.3, 0.2],
        MaintenanceMusd = 20,
        RevenueMusd = 90,
        Owners = [new("AAA", 0.6), new("BBB", 0.3), new("private", 0.1)],
        Financing =
        [
            new() { Instrument = Instrument.Grant, Share = 0.1, From = [new("CCC", 1)] },
            new() { Instrument = Instrument.Equity, Share = 0.3, From = [new("AAA", 0.5), new("private", 0.5)] },
            new() { Instrument = Instrument.ConcessionalLoan, Share = 0.6, From = [new("bank", 1)], Terms = new(0.02, 5, 30) },
        ],
    };

    [Fact]
    public void Of_gives_every_dollar_a_party()
    {
        var accounts = ProjectAccounts.Of(s_plan);
        Assert.Equal(31, accounts.Years);
        var sums = accounts.Flows.Select(flow => flow.Party).Distinct().Select(accounts.Of).ToList();
        for (var year = 0; year < accounts.Years; year++)
        {
            Assert.Equal(accounts.Project[year], sums.Sum(party => party[year]), 1e-9);
        }
    }

    [Fact]
    public void Of_has_each_partys_flows_by_hand()
    {
        var accounts = ProjectAccounts.Of(s_plan);
        Assert.Equal(-100 * 0.1, accounts.Of("CCC")[0]);
        // equity 0.3 x 400 x 0.5, interest at 2 % on the first year's 60 by its share
        Assert.Equal(-60 - 0.6 * 0.02 * 60, accounts.Of("AAA")[1], 1e-12);
        Assert.Equal(-240 + 0.02 * 60, accounts.Of("bank")[1], 1e-12);
        Assert.Equal(0.3 * (90 - 20 - 0.02 * 600), accounts.Of("BBB")[5], 1e-12);
        Assert.Equal([-100, -400, -300, -200, 70], accounts.Project[..5]);
        Assert.All(accounts.Of("nobody"), flow => Assert.Equal(0, flow));
    }

    [Fact]
    public void Yearly_burden_spends_in_the_years_of_service_what_the_flows_are_worth()
    {
        var accounts = ProjectAccounts.Of(s_plan);
        foreach (var party in new[] { "AAA", "BBB", "CCC", "bank" })
        {
            var flows = accounts.Of(party);
            var burden = FiscalBurden.Yearly(flows, s_plan, 0.05);
            for (var year = s_plan.BuildYears; year < s_plan.BuildYears + s_plan.LifeYears; year++)
            {
                flows[year] += burden;
            }
            Assert.Equal(0, PresentValue.Of(flows, 0.05), 1e-9);
        }
    }

    [Fact]
    public void Delayed_plan_costs_more_opens_later_and_serves_as_long()
    {
        var late = s_plan.Delayed(2, 0.28);
        Assert.Equal(1280, late.Capital.Sum(), 1e-9);
        Assert.Equal(6, late.BuildYears);
        Assert.Equal(26, late.NetFlows().Length);
        Assert.Equal(0, late.NetFlows()[5]);
        Assert.Equal(20 * 70 - 1280, late.NetFlows().Sum(), 1e-9);
        ProjectAccounts.Of(late);
    }

    [Fact]
    public void Of_refuses_shares_that_do_not_sum_to_one_and_years_that_run_backwards()
    {
        Assert.ThrowsAny<ArgumentException>(() => ProjectAccounts.Of(s_plan with { Owners = [new("AAA", 0.9)] }));
        Assert.ThrowsAny<ArgumentException>(() => ProjectAccounts.Of(s_plan with { Profile = [0.5, 0.5] }));
        Assert.ThrowsAny<ArgumentException>(() => ProjectAccounts.Of(s_plan with { Financing = [s_plan.Financing[0]] }));
        Assert.ThrowsAny<ArgumentException>(() => ProjectAccounts.Of(s_plan with { OpenYear = 2024 }));
        Assert.ThrowsAny<ArgumentException>(() => ProjectAccounts.Of(s_plan with { CostMusd = -1 }));
    }

    [Fact]
    public void Economic_appraisal_counts_gains_and_cost_and_no_toll()
    {
        var plan = s_plan with { Profile = [], MaintenanceMusd = 0, RevenueMusd = 500 };
        var worth = EconomicAppraisal.Of(plan, 100, 0.09);
        var cost = 250 * (1 + 1 / 1.09 + 1 / Math.Pow(1.09, 2) + 1 / Math.Pow(1.09, 3));
        var gain = 100 / PresentValue.Annuity(0.09, 20) / Math.Pow(1.09, 3);
        Assert.Equal(gain - cost, worth.NpvMusd, 1e-9);
        Assert.Equal(gain / cost, worth.BenefitCostRatio, 1e-12);
        Assert.Equal(0, EconomicAppraisal.Of(plan, 100, worth.RateOfReturn.Rate).NpvMusd, 1e-7);
    }

    [Fact]
    public void Fund_shares_sum_to_one_and_who_loses_pays_nothing()
    {
        Assert.Equal([0.75, 0.25, 0], PooledFund.Shares([3, 1, -2]));
        Assert.Equal([0.5, 0.5], PooledFund.Shares([0, -1]));
        Assert.Equal(1, PooledFund.Shares([0.1, 0.7, 0.2, 9]).Sum(), 1e-15);
    }

    [Fact]
    public void Risk_falls_with_courts_and_protection_and_expected_values_are_means()
    {
        var scores = new RiskScores(0.4, 0.8, 0.6, 0.2);
        Assert.Equal(0.5, scores.Overall, 1e-15);
        var better = scores.With(0.5, 0.25);
        Assert.Equal(0.4, better.Legal, 1e-15);
        Assert.Equal(0.3, better.Geopolitical, 1e-15);
        var effect = RiskEffect.Of(scores);
        Assert.Equal(0.35, effect.Delay, 1e-15);
        Assert.Equal(0.02, effect.Premium, 1e-15);
        Assert.Equal(0.05, effect.Failure, 1e-15);
        Assert.Equal(0.6 * 100 + 0.35 * 40 - 0.05 * 80, effect.Expected(100, 40, -80), 1e-12);
    }
}
