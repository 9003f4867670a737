using Caravan.Cooperation;
using Caravan.Scenarios;
using Caravan.Scenarios.Sharing;
using Caravan.Trade;
using static Caravan.Tests.Scenarios.Sharing.TinyPackage;

namespace Caravan.Tests.Scenarios.Sharing;

public class ShareRunnerTests
{
    // of the solver's 1e-10 on incomes of up to 700
    private const double Tolerance = 1e-6;

    [Fact]
    public void Run_values_each_coalition_by_the_actions_that_need_nobody_else()
    {
        var result = Share();
        Assert.Equal(7, result.Values.Length);
        foreach (var (codes, happening) in new (string[], string[])[]
        {
            (["AAA"], [Actions[0]]), (["BBB"], [Actions[1]]), (["CCC"], []), (["AAA", "BBB"], Actions[..3]),
            (["AAA", "CCC"], [Actions[0]]), (["BBB", "CCC"], [Actions[1], Actions[3]]), (["AAA", "BBB", "CCC"], Actions),
        })
        {
            var (value, gains) = (Value(result, codes), Gains(happening));
            Assert.Equal(codes.Sum(gains), value.Musd, Tolerance);
            Assert.Equal(happening.Length, value.Actions.Count);
            Assert.All(result.Members.Zip(value.GainsMusd),
                pair => Assert.Equal(gains(pair.First.Code), pair.Second, Tolerance));
        }
        Assert.Equal(SolveStatus.Converged, result.Status);
        Assert.InRange(result.Residual, 0, 1e-10);
        Assert.Equal(Value(result, "AAA", "BBB", "CCC").Musd, result.TotalMusd);
    }

    [Fact]
    public void Run_outsiders_who_respond_take_the_actions_that_need_only_them()
    {
        var result = Share(new ShareOptions { Outsiders = OutsiderResponse.Respond });
        foreach (var (codes, happening) in new (string[], string[])[]
        {
            (["AAA"], [Actions[0], Actions[1], Actions[3]]), (["CCC"], Actions[..3]), (["AAA", "BBB"], Actions[..3]),
            (["AAA", "CCC"], Actions[..2]),
        })
        {
            Assert.Equal(codes.Sum(Gains(happening)), Value(result, codes).Musd, Tolerance);
        }
        Assert.Contains(result.Notes, note => note.StartsWith("Outsiders respond"));
    }

    [Fact]
    public void Run_members_stand_inside_alone_and_outside()
    {
        var result = Share();
        var (inside, alone) = (Gains(Actions), Gains([Actions[1]]));
        var member = result.Members.Single(one => one.Code == "BBB");
        Assert.Equal(inside("BBB"), member.GainMusd, Tolerance);
        Assert.Equal(alone("BBB"), member.AloneMusd, Tolerance);
        Assert.Equal(Gains([Actions[0]])("BBB"), member.OutsideMusd, Tolerance);
        Assert.Equal(member.OutsideMusd > member.GainMusd + result.ToleranceMusd, member.GainsByLeaving);
        Assert.Equal((4, 1), (member.Actions, member.OwnActions));
        Assert.Equal("Borland", member.Name);
    }

    [LinearFact]
    public void Run_every_rule_shares_the_total_and_its_payments_lead_there()
    {
        var result = Share();
        foreach (var rule in result.Rules.Where(rule => rule.Rule != SharingRule.CostProportional))
        {
            Assert.Equal(FindingStatus.Found, rule.Status);
            Assert.Equal(result.TotalMusd, rule.PayoffsMusd.Sum(), Tolerance);
            Assert.Equal(0, rule.TransfersMusd.Sum(), Tolerance);
            var ends = result.Members.Select(member => member.GainMusd).ToArray();
            foreach (var payment in rule.Payments)
            {
                ends[result.Scenario.Members.IndexOf(payment.From)] -= payment.Musd;
                ends[result.Scenario.Members.IndexOf(payment.To)] += payment.Musd;
            }
            Assert.All(ends.Zip(rule.PayoffsMusd), pair => Assert.Equal(pair.Second, pair.First, 10 * result.ToleranceMusd));
            Assert.Equal(rule.ObjectionMusd <= result.ToleranceMusd, rule.InCore);
        }
        Assert.Equal(FindingStatus.Undefined, Rule(result, SharingRule.CostProportional).Status);
        Assert.True(result.Core!.NucleolusVerified);
        Assert.Equal(Rule(result, SharingRule.Nucleolus).InCore, !result.Core.IsEmpty);
    }

    [Fact]
    public void Run_shapley_value_is_that_of_the_six_orders()
    {
        var result = Share();
        double[] worth = [0, .. result.Values.Select(value => value.Musd)];
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        var sums = new double[3];
        foreach (var order in orders)
        {
            var team = Coalition.Empty;
            foreach (var player in order)
            {
                sums[player] += (worth[team.With(player).Index] - worth[team.Index]) / 6;
                team = team.With(player);
            }
        }
        Assert.All(sums.Zip(Rule(result, SharingRule.Shapley).PayoffsMusd),
            pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Fact]
    public void Run_actions_of_all_members_leave_smaller_coalitions_nothing_and_it_says_so()
    {
        var result = Share(null, "", "{id: t, lever: tariff, between: members, change: -50%}");
        Assert.All(result.Values.SkipLast(1), value => Assert.Equal(0, value.Musd));
        Assert.All(Rule(result, SharingRule.Shapley).PayoffsMusd,
            payoff => Assert.Equal(result.TotalMusd / 3, payoff, Tolerance));
        Assert.Contains(result.Notes, note => note.StartsWith("Every action needs all members"));
        Assert.Equal(2, result.Equilibria);
    }

    [Fact]
    public void Run_says_who_has_no_action()
    {
        var result = Share(null, "", Actions[0], Actions[2]);
        Assert.Contains(result.Notes, note => note.StartsWith("CCC has no action"));
        Assert.Equal(0, result.Members.Single(member => member.Code == "CCC").Actions);
    }

    [Fact]
    public void Run_terms_of_the_scenario_and_of_the_call()
    {
        const string Terms = """
            sharing:
              outsiders: respond
              disagreement: status-quo
              weights: {Aland: 50%, BBB: 0.3, CCC: 20%}

            """;
        var result = Share(null, Terms);
        Assert.Equal((OutsiderResponse.Respond, Disagreement.StatusQuo), (result.Terms.Outsiders, result.Terms.Disagreement));
        var nash = Rule(result, SharingRule.Nash);
        if (result.TotalMusd >= 0)
        {
            Assert.Equal(0.5 * result.TotalMusd, nash.PayoffsMusd[0], Tolerance);
            Assert.Equal(0.2 * result.TotalMusd, nash.PayoffsMusd[2], Tolerance);
        }
        var other = Share(new ShareOptions { Outsiders = OutsiderResponse.StatusQuo, Disagreement = Disagreement.Alone }, Terms);
        Assert.Equal((OutsiderResponse.StatusQuo, Disagreement.Alone), (other.Terms.Outsiders, other.Terms.Disagreement));
        var surplus = other.TotalMusd - other.Members.Sum(member => member.AloneMusd);
        Assert.Equal(
            other.Members[0].AloneMusd + 0.5 * surplus, Rule(other, SharingRule.Nash).PayoffsMusd[0], Tolerance);
    }

    [Fact]
    public void Run_resolved_scenario_says_the_same_again()
    {
        using var text = Text(Actions, "sharing: {outsiders: respond, weights: {AAA: 50%, BBB: 0.3, CCC: 20%}}\n");
        var scenario = text.Resolve();
        using var again = new ScenarioText(scenario.ToYaml());
        Assert.Equal(scenario.ToYaml(), again.Resolve().ToYaml());
        Assert.Contains("weights: {AAA: 0.5, BBB: 0.3, CCC: 0.2}", scenario.ToYaml());
        Assert.Equal(OutsiderResponse.StatusQuo, again.Resolve("sharing.outsiders=status-quo").Sharing!.Outsiders);
    }

    [Fact]
    public void Run_gives_the_same_on_two_threads()
    {
        var one = Share();
        var two = Share(new ShareOptions { Run = new RunOptions { Solve = new SolveOptions { Threads = 2 } } });
        Assert.Equal(one.Values.Select(value => value.Musd), two.Values.Select(value => value.Musd));
    }

    [Fact]
    public void Run_best_without_transfers_harms_nobody()
    {
        var result = Share();
        var floors = result.Members.Select(member => member.AloneMusd).ToArray();
        if (result.NashWithoutTransfers is { } best)
        {
            Assert.All(best.GainsMusd.Zip(floors), pair => Assert.True(pair.First >= pair.Second - result.ToleranceMusd));
        }
        else
        {
            Assert.All(result.Values, value => Assert.Contains(
                value.GainsMusd.Zip(floors), pair => pair.First < pair.Second - result.ToleranceMusd));
        }
    }

    [LinearFact]
    public void Run_least_payments_do_what_they_are_for()
    {
        var result = Share();
        var gains = result.Members.Select(member => member.GainMusd).ToArray();
        foreach (var (aim, floors) in new[]
        {
            (PaymentAim.NobodyLoses, new double[3]),
            (PaymentAim.NobodyBetterAlone, [.. result.Members.Select(member => member.AloneMusd)]),
            (PaymentAim.NobodyGainsByLeaving, [.. result.Members.Select(member => member.OutsideMusd)]),
        })
        {
            var plan = result.Payments.Single(one => one.Aim == aim);
            Assert.Equal(floors.Sum() <= gains.Sum(), plan.Status == FindingStatus.Found);
            if (plan.Status == FindingStatus.Found)
            {
                Assert.All(gains.Zip(plan.TransfersMusd, floors), at => Assert.True(at.First + at.Second >= at.Third - Tolerance));
            }
        }
        var whole = result.Payments.Single(one => one.Aim == PaymentAim.NoCoalitionObjects);
        Assert.Equal(result.Core!.IsEmpty ? FindingStatus.Infeasible : FindingStatus.Found, whole.Status);
        var last = result.Payments[^1];
        var allowed = Math.Max(0, result.Core.LeastExcessMusd) + 10 * result.ToleranceMusd;
        foreach (var value in result.Values.SkipLast(1))
        {
            var has = value.Coalition.Players.Sum(m => gains[m] + last.TransfersMusd[m]);
            Assert.True(has >= value.Musd - allowed);
        }
    }

    [LinearFact]
    public void Run_projects_are_paid_by_those_who_gain()
    {
        var result = ShareOnNetwork(
            "{id: rail, lever: link, by: [AAA, BBB], project: new-line}", "{id: t, lever: tariff, by: CCC, change: -10%}");
        var project = Assert.Single(result.Projects);
        Assert.Equal("rail", project.Action);
        foreach (var share in project.Shares.Where(share => share.Status == FindingStatus.Found))
        {
            Assert.Equal(100, share.Pct.Sum(), Tolerance);
            Assert.All(share.Pct, pct => Assert.True(pct >= 0));
        }
        var byCost = project.Shares.Single(share => share.Rule == SharingRule.CostProportional);
        Assert.Equal([50, 50, 0], byCost.Pct.ToArray());
        // the gain of each is what the whole package loses without the project
        var without = result.Values.Single(value => result.CodesOf(value.Coalition).SequenceEqual(["CCC"]));
        Assert.All(Enumerable.Range(0, 3), m => Assert.Equal(
            result.Values[^1].GainsMusd[m] - without.GainsMusd[m], project.GainsMusd[m], Tolerance));
    }

    [Fact]
    public void Run_gains_are_net_of_cost_and_gains_by_a_project_are_not()
    {
        string[] free = [Actions[0], Paid[..Paid.IndexOf(", cost_musd", StringComparison.Ordinal)] + "}"];
        var (net, gross) = (Share(null, "", Actions[0], Paid), Share(null, "", free));
        var (paid, unpaid) = (Gains([Actions[0], Paid]), Gains(free));
        Assert.Equal(paid("AAA"), net.Members[0].GainMusd, Tolerance);
        Assert.Equal(unpaid("AAA"), gross.Members[0].GainMusd, Tolerance);
        Assert.True(unpaid("AAA") - paid("AAA") > 0.1);
        var project = Assert.Single(net.Projects);
        Assert.Equal((10, "the scenario"), (project.CostMusd, project.CostSource));
        var without = Gains([Actions[0]]);
        Assert.All(net.Members.Zip(project.GainsMusd), pair => Assert.Equal(
            unpaid(pair.First.Code) - without(pair.First.Code), pair.Second, Tolerance));
        Assert.Equal(net.TotalMusd, Rule(net, SharingRule.CostProportional).PayoffsMusd[0], Tolerance);
        Assert.Contains(net.Notes, note => note.StartsWith("Gains are net of the yearly cost"));
    }

    [Fact]
    public void Run_that_does_not_converge_has_a_status_and_no_tables()
    {
        var options = new ShareOptions { Run = new RunOptions { Solve = new SolveOptions { MaxIterations = 2 } } };
        var result = Share(options);
        Assert.Equal(SolveStatus.IterationLimit, result.Status);
        Assert.Empty(result.Rules);
        Assert.NotEmpty(result.FailedActions);
    }

    [Fact]
    public void Run_stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var text = Text(Actions);
        Assert.ThrowsAny<OperationCanceledException>(
            () => ShareRunner.Run(text.Load(), TinyWorld.Create(), null, cancelled.Token));
    }
}
