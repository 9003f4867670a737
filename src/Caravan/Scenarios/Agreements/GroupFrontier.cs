using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Resolving;

namespace Caravan.Scenarios.Agreements;

/// <summary>The frontier of packages between two groups of economies.</summary>
internal sealed class GroupFrontier(Scenario scenario, Baseline baseline, ImmutableArray<double> income)
{
    /// <summary>The frontier; null where there is only one group.</summary>
    public PackageFrontier? Of(
        ImmutableArray<string> between, ImmutableArray<(PackageOutcome Outcome, PackageGains Gains)> packages)
    {
        var groups = Groups(scenario, baseline, income, between);
        if (groups.Length < 2 || packages.IsEmpty)
        {
            return null;
        }
        var points = packages.Select(package => new FrontierPoint(package.Gains,
            Pct(package.Outcome, groups[0].Economies), Pct(package.Outcome, groups[1].Economies),
            Sum(package.Outcome, groups[0].Economies), Sum(package.Outcome, groups[1].Economies))).ToArray();
        var frontier = ParetoFrontier.Of(new Matrix<double>(
            points.Length, 2, [.. points.SelectMany(point => new[] { point.FirstPct, point.SecondPct })]), 1e-9);
        return new PackageFrontier(groups[0].Words, groups[1].Words, [.. frontier.Select(at => points[at])]);
    }

    /// <summary>Looks the two groups up, noting every problem.</summary>
    public static void Check(Scenario scenario, Baseline baseline, ImmutableArray<string> between, IssueList issues)
    {
        if (between.IsEmpty)
        {
            return;
        }
        if (between.Length != 2)
        {
            issues.Add("--between", 0, $"{between.Length} groups are named; two are expected",
                "write --between CHN KAZ, or sets, or codes with commas between");
            return;
        }
        foreach (var group in between)
        {
            Find(scenario, baseline, group, issues);
        }
    }

    private static ImmutableArray<(string Words, int[] Economies)> Groups(
        Scenario scenario, Baseline baseline, ImmutableArray<double> income, ImmutableArray<string> between)
    {
        if (!between.IsEmpty)
        {
            return [.. between.Select(group => (Words(baseline, Find(scenario, baseline, group, new IssueList()), group),
                Find(scenario, baseline, group, new IssueList())))];
        }
        int[] members = [.. scenario.Members.Select(baseline.IndexOfEconomy)];
        if (members.Length < 2)
        {
            return [];
        }
        var largest = members.MaxBy(n => income[n]);
        var rest = members.Where(n => n != largest).ToArray();
        return
        [
            (baseline.Economies[largest].Name, [largest]),
            (rest.Length == 1 ? baseline.Economies[rest[0]].Name : "other members", rest),
        ];
    }

    private static string Words(Baseline baseline, int[] economies, string group) =>
        economies.Length == 1 ? baseline.Economies[economies[0]].Name : group;

    private static int[] Find(Scenario scenario, Baseline baseline, string group, IssueList issues)
    {
        var words = new EconomyWords(baseline, issues);
        words.SetMembers([.. scenario.Members.Select(baseline.IndexOfEconomy)]);
        foreach (var set in scenario.Sets)
        {
            words.AddSet(new FileText(set.Name, "", 0), [.. set.Economies.Select(baseline.IndexOfEconomy)]);
        }
        return words.Find(group.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new FileText(word, "--between", 0)));
    }

    private static double Sum(PackageOutcome outcome, int[] economies) =>
        FixedOrder.Sum([.. economies.Select(n => outcome.RealIncomeMusd[n])]);

    private double Pct(PackageOutcome outcome, int[] economies) =>
        100 * Sum(outcome, economies) / economies.Sum(n => income[n]);
}
