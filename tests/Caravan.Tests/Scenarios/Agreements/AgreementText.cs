using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios.Agreements;

/// <summary>Scenarios of the tiny world with terms of agreement, and talks about them.</summary>
internal static class AgreementText
{
    // Aland loses from opening, Borland gains; better yields in Aland help it
    public const string Actions =
        """
          - {id: open, lever: tariff, importers: AAA, exporters: BBB, to: 0%}
          - {id: rules, lever: standards, between: members, change: -20%}
          - {id: yields, lever: productivity, economies: AAA, change: 0.1%}
          - {id: aid, lever: productivity, standby: true, economies: AAA, change: 5%}
        """;

    public static ScenarioText Of(string more = "", string actions = Actions, string members = "[AAA, BBB]") => new(
        $"caravan: 1\nname: Test\nbaseline: tiny\nmembers: {members}\nactions:\n{actions}\n{more}\n");

    public static DiscussResult Discuss(string more = "", DiscussOptions? asked = null, string actions = Actions)
    {
        using var text = Of(more, actions);
        return Discuss(text, asked);
    }

    public static DiscussResult Discuss(ScenarioText text, DiscussOptions? asked = null, CancellationToken cancellation = default) =>
        DiscussRunner.Run(text.Load(), TinyWorld.Create(), new RunOptions { Transport = TinyNetwork.Model }, asked, cancellation);

    /// <summary>Real income of every economy by an ordinary run of these actions alone, per cent.</summary>
    public static double[] Run(params string[] actions)
    {
        using var text = ScenarioText.WithActions(actions);
        var run = ScenarioRunner.Run(text.Load(), TinyWorld.Create(), new RunOptions
        {
            Transport = TinyNetwork.Model,
            Solve = new SolveOptions { Tolerance = 1e-12 },
        })[0];
        return [.. run.Economies.Select(economy => economy.RealIncomePct)];
    }
}
