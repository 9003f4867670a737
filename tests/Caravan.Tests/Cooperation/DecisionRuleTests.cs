using Caravan.Cooperation;

namespace Caravan.Tests.Cooperation;

public class DecisionRuleTests
{
    [Fact]
    public void Passes_by_consensus_only_with_everybody()
    {
        var rule = DecisionRule.Consensus(5);
        Assert.True(rule.IsConsensus);
        Assert.True(rule.Passes(Coalition.Grand(5)));
        Assert.False(rule.Passes(Coalition.Grand(5).Without(2)));
        Assert.Equal<Coalition>([Coalition.Grand(5)], rule.MinimalWinning());
    }

    [Theory]
    [InlineData(6, 2.0 / 3, 4)]
    [InlineData(3, 0.6666666666666667, 2)]
    [InlineData(3, 2.0 / 3, 2)]
    [InlineData(27, 0.55, 15)]
    [InlineData(4, 0.5, 2)]
    [InlineData(5, 0.51, 3)]
    [InlineData(7, 1e-6, 1)]
    public void Quota_of_a_majority(int players, double threshold, int quota)
    {
        var rule = DecisionRule.Majority(players, threshold);
        Assert.Equal(quota, rule.Quota);
        Assert.True(rule.Passes(Coalition.Grand(quota)));
        Assert.False(rule.Passes(Coalition.Grand(quota - 1)));
    }

    [Fact]
    public void Passes_by_weight_as_in_the_Security_Council()
    {
        // five with a veto, ten others of whom four are needed: 7 votes each and 1 vote each, 39 of 45
        var rule = DecisionRule.Weighted(
            [.. Enumerable.Repeat(7.0, 5), .. Enumerable.Repeat(1.0, 10)], 39.0 / 45);
        Assert.True(Enumerable.Range(0, 5).All(rule.IsVeto));
        Assert.DoesNotContain(Enumerable.Range(5, 10), rule.IsVeto);
        Assert.Equal(210, rule.MinimalWinning().Length);
        Assert.All(rule.MinimalWinning(), group => Assert.Equal(9, group.Count));
    }

    [Fact]
    public void Weighted_uses_proportions_only()
    {
        var (small, large) = (DecisionRule.Weighted([0.5, 0.3, 0.2], 0.7), DecisionRule.Weighted([50, 30, 20], 0.7));
        for (var members = 0UL; members < 8; members++)
        {
            Assert.Equal(small.Passes(new Coalition(members)), large.Passes(new Coalition(members)));
        }
        Assert.True(small.Passes(Coalition.Of(0).With(2)));
        Assert.False(small.Passes(Coalition.Of(1).With(2)));
    }

    [Fact]
    public void Rules_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionRule.Majority(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionRule.Majority(129, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionRule.Majority(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionRule.Majority(3, 1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionRule.Weighted([1, -1], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionRule.Weighted([0, 0], 0.5));
    }
}
