using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Scenarios.Sharing;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios.Sharing;

/// <summary>Packages of the three economies of the tiny world.</summary>
internal static class TinyPackage
{
    /// <summary>One action each, one of two, one of all.</summary>
    public static readonly string[] Actions =
    [
        "{id: a, lever: tariff, by: AAA, importers: AAA, exporters: members, change: -50%}",
        "{id: b, lever: tariff, by: BBB, importers: BBB, exporters: members, change: -50%}",
        "{id: ab, lever: ntb, by: [AAA, BBB], between: [AAA, BBB], points: -2pp}",
        "{id: bc, lever: ntb, by: [BBB, CCC], between: [BBB, CCC], points: -1pp}",
        "{id: all, lever: ntb, between: members, points: -1pp}",
    ];

    /// <summary>An action of AAA that costs ten million dollars.</summary>
    public const string Paid =
        "{id: paid, lever: ntb, by: AAA, between: [AAA, BBB], points: -1pp, cost_musd: 10, years: [2025, 2027]}";

    public static ScenarioText Text(string[] actions, string more = "", string members = "AAA, BBB, CCC") => new(
        $"caravan: 1\nname: Test\nbaseline: tiny\nmembers: [{members}]\n{more}actions:\n"
        + string.Concat(actions.Select(action => $"  - {action}\n")));

    public static ShareResult Share(ShareOptions? options = null, string more = "", params string[] actions)
    {
        using var text = Text(actions.Length == 0 ? Actions : actions, more);
        return ShareRunner.Run(text.Load(), TinyWorld.Create(), options);
    }

    public static ShareResult ShareOnNetwork(params string[] actions)
    {
        using var text = Text(actions);
        return ShareRunner.Run(text.Load(), TinyWorld.Create(), new ShareOptions
        {
            Run = new RunOptions { Transport = TinyNetwork.Model },
        });
    }

    /// <summary>Gains in million dollars by code, from a run of these actions alone.</summary>
    public static Func<string, double> Gains(IEnumerable<string> actions, string members = "AAA, BBB, CCC")
    {
        using var text = Text([.. actions], members: members);
        var source = actions.Any() ? text.Load() : null;
        if (source is null)
        {
            return _ => 0;
        }
        var run = ScenarioRunner.Run(source, TinyWorld.Create())[0];
        Assert.Equal(SolveStatus.Converged, run.Status);
        return code => run.Economies.First(economy => economy.Code == code).RealIncomeMusd;
    }

    public static CoalitionValue Value(ShareResult result, params string[] codes) => result.Values.Single(
        value => result.CodesOf(value.Coalition).SequenceEqual(codes));

    public static RuleResult Rule(ShareResult result, SharingRule rule) => result.Rules.Single(one => one.Rule == rule);

    public static string Problems(string[] actions, string more, string members = "AAA, BBB, CCC", ShareOptions? options = null)
    {
        using var text = Text(actions, more, members);
        try
        {
            ShareRunner.Run(text.Load(), TinyWorld.Create(), options);
            return "";
        }
        catch (InputException problem)
        {
            return string.Concat(problem.Issues.Select(issue =>
                $"{issue}\n".Replace(text.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));
        }
    }
}
