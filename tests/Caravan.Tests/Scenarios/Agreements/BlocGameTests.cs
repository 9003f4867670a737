using Caravan.Scenarios;

namespace Caravan.Tests.Scenarios.Agreements;

public class BlocGameTests
{
    private const double Tolerance = 1e-7;

    // a tariff war that pays whoever starts it, and hurts both
    private const string Actions =
        """
          - {id: a-taxes, lever: tariff, standby: true, by: AAA, importers: AAA, exporters: BBB, to: 12%}
          - {id: b-taxes, lever: tariff, standby: true, by: BBB, importers: BBB, exporters: AAA, to: 40%}
          - {id: deal, lever: standards, between: members, change: -50%}
          - {id: always, lever: productivity, economies: CCC, change: 1%}
        """;

    private const string Blocs =
        """
        blocs:
          a: {members: AAA, policies: {deal: [deal], wait: [], tax: [a-taxes], half: {a-taxes: 50%}}}
          b: {members: BBB, policies: {deal: [deal], wait: [], tax: [b-taxes]}}
        """;

    private static readonly DiscussResult s_result = AgreementText.Discuss(Blocs, actions: Actions);

    [Fact]
    public void Solve_payoffs_are_those_of_ordinary_runs()
    {
        var game = s_result.Blocs!;
        Assert.Equal(12, game.Profiles.Length);
        foreach (var profile in game.Profiles)
        {
            var actions = new List<string> { "{id: always, lever: productivity, economies: CCC, change: 1%}" };
            if (profile.Policies.All(policy => policy == "deal"))
            {
                actions.Add("{id: deal, lever: standards, between: members, change: -50%}");
            }
            if (profile.Policies[0] is "tax" or "half")
            {
                // half of the way from 10 % to 12 % on goods; services bear none
                var to = profile.Policies[0] == "tax" ? "12%" : "11%";
                actions.Add($"{{id: a-taxes, lever: tariff, importers: AAA, exporters: BBB, to: {to}}}");
            }
            if (profile.Policies[1] == "tax")
            {
                actions.Add("{id: b-taxes, lever: tariff, importers: BBB, exporters: AAA, to: 40%}");
            }
            var run = AgreementText.Run([.. actions]);
            Assert.Equal(run[0], profile.PayoffPct[0], Tolerance);
            Assert.Equal(run[1], profile.PayoffPct[1], Tolerance);
        }
    }

    [Fact]
    public void Solve_marks_best_answers_equilibria_and_the_largest_sum()
    {
        var game = s_result.Blocs!;
        foreach (var profile in game.Profiles)
        {
            for (var bloc = 0; bloc < 2; bloc++)
            {
                var best = game.Profiles.Where(other => other.Policies[1 - bloc] == profile.Policies[1 - bloc])
                    .Max(other => other.PayoffMusd[bloc]);
                Assert.Equal(profile.PayoffMusd[bloc] >= best - 1e-6, profile.IsBestResponse[bloc]);
            }
        }
        Assert.Equal(game.Profiles.Max(profile => profile.TotalMusd), game.Profiles[game.Cooperative].TotalMusd);
        Assert.InRange(game.Regret, 0, 1e-6);
        Assert.NotEmpty(game.Mixtures);
        Assert.All(game.Mixtures, one => Assert.InRange(one.RegretMusd, 0, 1e-6));
        Assert.Equal(game.PathCycle < 0, game.Profiles[game.Path[^1]].IsEquilibrium);
    }

    [Fact]
    public void Solve_dialogue_is_together_less_alone_for_everybody()
    {
        var game = s_result.Blocs!;
        Assert.Equal(["a", "b", "Others together", "Cesia, rest of"], game.Dialogue.Select(row => row.Party));
        var together = game.Profiles[game.Cooperative];
        Assert.Equal(together.PayoffMusd[0], game.Dialogue[0].TogetherMusd, Tolerance);
        Assert.Equal(together.OthersMusd, game.Dialogue[2].TogetherMusd, Tolerance);
        var worst = game.Mixtures.MinBy(one => one.PayoffMusd.Sum())!;
        Assert.Equal(worst.PayoffMusd[0], game.Dialogue[0].AloneMusd, Tolerance);
        Assert.Equal(worst.PayoffMusd[1], game.Dialogue[1].AloneMusd, Tolerance);
        Assert.True(game.Dialogue[0].ValueMusd + game.Dialogue[1].ValueMusd >= -Tolerance);
    }

    [Fact]
    public void Solve_three_blocs_have_pure_equilibria_only()
    {
        using var text = AgreementText.Of(
            """
            blocs:
              a: {members: AAA, policies: {wait: [], tax: [a-taxes]}}
              b: {members: BBB, policies: {wait: [], tax: [b-taxes]}}
              c: {members: CCC, policies: {wait: [], grow: [grows]}}
            """,
            Actions + "\n  - {id: grows, lever: productivity, standby: true, by: CCC, economies: CCC, change: 1%}",
            "[AAA, BBB, CCC]");
        var game = AgreementText.Discuss(text).Blocs!;
        Assert.Equal(8, game.Profiles.Length);
        Assert.Empty(game.Mixtures);
        Assert.Contains(game.Profiles, profile => profile.IsEquilibrium);
        Assert.Equal(["a", "b", "c", "Others together"], game.Dialogue.Select(row => row.Party));
    }
}
