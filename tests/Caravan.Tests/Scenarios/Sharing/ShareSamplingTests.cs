using Caravan.Scenarios.Sharing;
using static Caravan.Tests.Scenarios.Sharing.TinyPackage;

namespace Caravan.Tests.Scenarios.Sharing;

public class ShareSamplingTests
{
    private const int Members = 17;

    [Fact]
    public void Run_of_seventeen_members_estimates_with_standard_errors()
    {
        var result = ShareMany(new ShareOptions { SamplePairs = 4, Seed = 2 });
        Assert.Equal((4, 2), (result.SamplePairs, result.Seed));
        var shapley = Rule(result, SharingRule.Shapley);
        Assert.Equal(Members, shapley.StandardErrorsMusd.Length);
        Assert.Equal(result.TotalMusd, shapley.PayoffsMusd.Sum(), 1e-6);
        Assert.Equal(result.TotalMusd, Rule(result, SharingRule.Banzhaf).PayoffsMusd.Sum(), 1e-6);
        Assert.Null(shapley.InCore);
        Assert.Equal(FindingStatus.NotComputed, Rule(result, SharingRule.Nucleolus).Status);
        Assert.Equal(FindingStatus.NotComputed, result.Core!.Status);
        Assert.Equal(FindingStatus.Found, Rule(result, SharingRule.Nash).Status);
        Assert.Contains(result.Notes, note => note.Contains("4 pairs of draws (seed 2)"));
        Assert.Contains(result.Values, value => value.Coalition.Count == 9);
        var again = ShareMany(new ShareOptions { SamplePairs = 4, Seed = 2 });
        Assert.Equal(shapley.PayoffsMusd.ToArray(), Rule(again, SharingRule.Shapley).PayoffsMusd.ToArray());
    }

    [Fact]
    public void Run_of_sixteen_members_is_exact()
    {
        // every action needs all, so that 65,535 coalitions have two equilibria
        using var text = Many(16, [
            "{id: t, lever: tariff, between: members, change: -50%}"]);
        var result = ShareRunner.Run(text.Load(), RandomWorld.Create(3, 18, 2));
        Assert.Equal((65535, 2, 0), (result.Values.Length, result.Equilibria, result.SamplePairs));
        Assert.All(Rule(result, SharingRule.Shapley).PayoffsMusd,
            payoff => Assert.Equal(result.TotalMusd / 16, payoff, 1e-6));
    }

    private static ShareResult ShareMany(ShareOptions options)
    {
        using var text = Many(Members, [.. Enumerable.Range(0, Members).Select(n => FormattableString.Invariant(
            $"{{id: t{n}, lever: tariff, by: {Code(n)}, importers: {Code(n)}, exporters: members, change: -50%}}"))]);
        return ShareRunner.Run(text.Load(), RandomWorld.Create(3, 18, 2), options);
    }

    private static ScenarioText Many(int members, string[] actions) =>
        Text(actions, members: string.Join(", ", Enumerable.Range(0, members).Select(Code)));

    private static string Code(int economy) => RandomWorld.Create(3, 18, 2).Economies[economy].Code;
}
