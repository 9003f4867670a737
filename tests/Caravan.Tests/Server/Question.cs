namespace Caravan.Tests.Server;

/// <summary>Scenarios that a test sends.</summary>
internal static class Question
{
    /// <summary>Two members, one action, one sector: solved in a few milliseconds.</summary>
    public const string Small =
        """
        caravan: 1
        name: Lower tariffs
        baseline: world-2023
        members: [KAZ, UZB]
        actions:
          - {id: tariffs, lever: tariff, importers: members, exporters: members, change: -50%}
        options: {model: one-sector}
        """;

    /// <summary>An economy that would have to give away far more than it earns: no equilibrium.</summary>
    public const string Ruinous =
        """
        caravan: 1
        name: Ruin
        baseline: world-2023
        members: [KAZ]
        actions:
          - {id: gift, lever: deficit, economies: [KAZ], to: -100%}
          - {id: idle, lever: labour-shock, economies: [KAZ], change: -99%}
        options: {model: one-sector}
        """;

    /// <summary>The same with a cut of another size.</summary>
    public static string Cut(int percent) => Small.Replace("-50%", $"-{percent}%");

    /// <summary>So many actions, which makes 2 to that power packages.</summary>
    public static string Large(int actions) => Small[..Small.IndexOf("  - {id", StringComparison.Ordinal)]
        + string.Concat(Enumerable.Range(1, actions).Select(number =>
            $"  - {{id: a{number}, lever: ntb, importers: members, exporters: others, points: -{number}pp}}\n"))
        + "options: {model: one-sector}\n";
}
