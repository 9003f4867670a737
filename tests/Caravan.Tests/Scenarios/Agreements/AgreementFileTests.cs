using Caravan.Data;
using Caravan.Scenarios;

namespace Caravan.Tests.Scenarios.Agreements;

/// <summary>Terms of agreement and blocs in files: what is read, what is written, what is refused.</summary>
public class AgreementFileTests
{
    private const string Terms =
        """
        agreement:
          red_lines:
            AAA: {minimum_gain_pct: 0.5, sectors: {GDS: -5%}, source: invented}
            Borland: {minimum_gain_musd: 2}
          rule: weighted
          threshold: 2/3
          weights: {AAA: 25%, BBB: 75%}
          chair: {order: [BBB, AAA], discount: 0.8, rounds: 3}
          offer: [open, rules]
          source: invented
        blocs:
          one: {members: AAA, policies: {go: [yields], half: {yields: 50%}, wait: []}}
          two: {members: BBB, policies: {go: [open], wait: []}, tariff: {on: world, sectors: GDS, maximum: 60%}}
        """;

    private static readonly string s_twoSay = AgreementText.Actions.Replace("lever: tariff", "by: BBB, lever: tariff");

    [Fact]
    public void Resolve_reads_every_term()
    {
        using var text = AgreementText.Of(Terms, s_twoSay);
        var scenario = text.Resolve();
        var agreement = scenario.Agreement!;
        Assert.Equal(["AAA", "BBB"], agreement.RedLines.Select(line => line.Economy));
        Assert.Equal(0.5, agreement.RedLines[0].MinimumGainPct);
        Assert.Equal([new SectorLimit("GDS", -0.05)], agreement.RedLines[0].Sectors.ToArray());
        Assert.Equal(2, agreement.RedLines[1].MinimumGainMusd);
        Assert.Equal(AgreementRule.Weighted, agreement.Rule);
        Assert.Equal(2.0 / 3, agreement.Threshold);
        Assert.Equal([0.25, 0.75], agreement.Weights.ToArray());
        Assert.Equal(["BBB", "AAA"], agreement.Chair.Order.ToArray());
        Assert.Equal((0.8, 3), (agreement.Chair.Discount, agreement.Chair.Rounds));
        Assert.Equal(["open", "rules", "yields"], scenario.Actions.Select(action => action.Id));
        Assert.Equal(["aid"], scenario.Standby.Select(action => action.Id));
        Assert.Equal(["go", "half", "wait"], scenario.Blocs[0].Policies.Select(policy => policy.Name));
        Assert.Equal(new SizedAction("yields", 0.5), scenario.Blocs[0].Policies[1].Actions.Single());
        Assert.Equal(["AAA", "CCC"], scenario.Blocs[1].Tariff.On.ToArray());
        Assert.Equal(0.6, scenario.Blocs[1].Tariff.Maximum);
    }

    [Fact]
    public void ToYaml_reads_back_the_same()
    {
        using var text = AgreementText.Of(Terms, s_twoSay);
        var written = text.Resolve().ToYaml();
        using var again = new ScenarioText(written);
        Assert.Equal(written, again.Resolve().ToYaml());
        Assert.Contains("    standby: true\n", written);
    }

    [Fact]
    public void Standby_actions_are_no_part_of_a_run()
    {
        using var with = AgreementText.Of();
        using var without = AgreementText.Of(actions: string.Join('\n', AgreementText.Actions.Split('\n')[..3]));
        Assert.Equal(Incomes(without), Incomes(with));

        static IEnumerable<double> Incomes(ScenarioText text) =>
            ScenarioRunner.Run(text.Load(), TinyWorld.Create())[0].Economies.Select(economy => economy.RealIncomePct);
    }

    [Fact]
    public void Overrides_reach_the_terms()
    {
        using var text = AgreementText.Of();
        var scenario = text.Resolve("agreement.red_lines.BBB.minimum_gain_pct=1.5", "agreement.chair.discount=0.5",
            "agreement.rule=qualified-majority", "agreement.threshold=60%", "aid.standby=false");
        Assert.Equal(1.5, scenario.Agreement!.RedLines.Single().MinimumGainPct);
        Assert.Equal((0.5, 0.6), (scenario.Agreement.Chair.Discount, scenario.Agreement.Threshold));
        Assert.Equal(4, scenario.Actions.Length);
    }

    [Fact]
    public void Everything_wrong_with_the_terms_is_told_at_once()
    {
        using var text = AgreementText.Of(
            """
            agreement:
              red_line: {}
              red_lines:
                CCC: {minimum_gain_pct: 1}
                Alnd: {minimum_gain_pct: 1}
                AAA: {minimum_gain_pct: much, sectors: {GDX: -5%, SRV: 5%}}
                members: {minimum_gain_musd: 3}
                BBB: {}
              rule: weigted
              threshold: 120%
              weights: {AAA: 30%, BBB: 50%}
              chair: {order: [AAA, CCC], probabilities: {AAA: 1}, discount: 1, rounds: 0, turns: 3}
              offer: [open, rule]
            blocs:
              one: {members: [AAA, BBB], policies: {go: [yeilds], none: {open: 200%}}}
              two: {members: BBB, tariff: {on: BBB, minimum: 50%, maximum: 20%}}
              three: {polices: {}}
            """);
        Assert.Equal(
            """
            s.yaml:11: unknown key red_line in agreement; did you mean red_lines?
            s.yaml:13: red_lines names CCC, which is no member; only members agree; add them to members or leave them out
            s.yaml:14: unknown economy or set 'Alnd'; did you mean Aland (AAA)?
            s.yaml:15: minimum_gain_pct is 'much'; a percentage such as 0.5 is expected
            s.yaml:15: SRV is 5%; allowed is -100% to 0%
            s.yaml:15: unknown sector 'GDX'; did you mean GDS?
            s.yaml:16: AAA has two red lines; the first is on line 15; keep one for each member
            s.yaml:17: the red line of BBB says nothing; add one of minimum_gain_pct, minimum_gain_musd, sectors, maximum_debt_pct
            s.yaml:17: BBB has two red lines; the first is on line 16; keep one for each member
            s.yaml:18: rule is weigted; allowed: consensus, qualified-majority, weighted; did you mean weighted?
            s.yaml:19: threshold is 120%; allowed is 0% to 100%
            s.yaml:19: threshold has no meaning with rule consensus; remove it, or choose another rule
            s.yaml:20: weights has no meaning with rule consensus; remove it, or choose another rule
            s.yaml:20: weights sum to 80% instead of 100%; give each member its share of the whole
            s.yaml:21: unknown key turns in chair; keys: order, probabilities, discount, rounds
            s.yaml:21: order and probabilities exclude each other; keep order for a chair that goes round, probabilities for a lot
            s.yaml:21: discount is 1; it lies between 0 and 1, both excluded; write what a gain one round later is worth now, such as 0.9
            s.yaml:21: rounds is 0; a whole number from 1 to 1000 is expected
            s.yaml:21: order names CCC, which is no member; only members agree; add them to members or leave them out
            s.yaml:22: offer names rule, which is no action of the file; did you mean rules?
            s.yaml:24: size of open is 200%; allowed is 1% to 100%
            s.yaml:24: policy go of bloc one names yeilds, which is no action of the file; did you mean yields?
            s.yaml:25: bloc two has no policies; add policies: with a name and actions each
            s.yaml:25: the tariff of bloc two goes from 50% to 20%; give a maximum above the minimum
            s.yaml:25: blocs one and two overlap: BBB is in both; let each economy belong to one bloc
            s.yaml:25: the tariff of bloc two is on its own members only; name others under on
            s.yaml:26: unknown key polices in bloc three; did you mean policies?
            s.yaml:26: bloc three has no members; add members: and economies or sets
            s.yaml:26: bloc three has no policies; add policies: with a name and actions each

            """, text.Problems());
    }

    [Theory]
    [InlineData("rule: qualified-majority", "s.yaml:10: rule qualified-majority needs threshold; add threshold: and a share of the votes such as 2/3")]
    [InlineData("rule: weighted, threshold: 50%", "s.yaml:10: rule weighted needs weights; add weights: with a share of the votes each")]
    [InlineData("chair: {discount: 0}", "s.yaml:10: discount is 0; it lies between 0 and 1, both excluded; write what a gain one round later is worth now, such as 0.9")]
    public void Terms_that_lack_something_are_refused(string terms, string expected)
    {
        using var text = AgreementText.Of($"agreement: {{{terms}}}");
        Assert.Equal(expected, text.Problems().TrimEnd('\n'));
    }

    [Fact]
    public void Policies_of_others_actions_and_parts_of_projects_are_refused()
    {
        using var text = AgreementText.Of(
            """
            blocs:
              one: {members: CCC, policies: {go: [open]}}
              two: {members: BBB, policies: {go: [yields]}}
            """);
        Assert.Contains("policy go names open, which bloc one has no say in; it is up to AAA, BBB", text.Problems());
        using var part = AgreementText.Of(
            """
            blocs:
              one: {members: AAA, policies: {go: {line: 50%}}}
              two: {members: BBB, policies: {go: []}}
            """, "  - {id: line, lever: link, project: new-line}");
        var problem = Assert.Throws<InputException>(() => AgreementText.Discuss(part));
        Assert.Contains("policy go of bloc one takes up 50% of line, which is done or not", problem.Issues.Single().ToString());
    }

    [Fact]
    public void Talks_of_nobody_unknown_offers_and_groups_are_refused()
    {
        using var nobody = AgreementText.Of(members: "[]", actions: "  - {id: it, lever: tariff, between: world, to: 0%}");
        Assert.Contains("neither members nor blocs", Problem(nobody, new DiscussOptions()));
        using var text = AgreementText.Of();
        Assert.Contains("no action is called opn; did you mean open?", Problem(text, new DiscussOptions { Offer = ["opn"] }));
        Assert.Contains("unknown economy or set 'AAB'; did you mean AAA?",
            Problem(text, new DiscussOptions { Between = ["AAB", "BBB"] }));
        Assert.Contains("1 groups are named", Problem(text, new DiscussOptions { Between = ["AAA"] }));
        Assert.Contains("no blocs", Problem(text, new DiscussOptions { Tariffs = TariffSearch.Uniform }));
    }

    private static string Problem(ScenarioText text, DiscussOptions asked) => string.Join('\n',
        Assert.Throws<InputException>(() => AgreementText.Discuss(text, asked)).Issues);
}
