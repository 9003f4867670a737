using System.Collections.Immutable;
using Caravan.Cooperation;
using static Caravan.Tests.Cooperation.TextbookGames;

namespace Caravan.Tests.Cooperation;

public class ValueSamplingTests
{
    private const double Tolerance = 1e-10;

    // four standard errors: one player in 16,000 lies outside
    private const double Errors = 4;

    [Fact]
    public void Shapley_estimates_lie_within_their_standard_errors()
    {
        var game = Random(10, 4);
        var sample = ValueSampling.Shapley(10, new SamplingOptions { Pairs = 200, Seed = 3 }, Worths(game));
        AssertNear(Shapley.Values(10, team => game[team]), sample);
        Assert.Equal(game.Total, sample.Values.Sum(), Tolerance);
    }

    [Fact]
    public void Banzhaf_estimates_lie_within_their_standard_errors()
    {
        var game = Random(10, 4);
        AssertNear(
            Banzhaf.Values(game), ValueSampling.Banzhaf(10, new SamplingOptions { Pairs = 200, Seed = 3 }, Worths(game)));
    }

    [Fact]
    public void Shapley_estimates_for_sixty_players_are_near_the_value_of_a_weighted_vote()
    {
        // an additive game is exact, and in a symmetric one all are alike
        var additive = ValueSampling.Shapley(60, new SamplingOptions { Pairs = 2 },
            teams => [.. teams.Select(team => (double)team.Players.Sum())]);
        AssertClose(Enumerable.Range(0, 60).Select(player => (double)player), additive.Values, Tolerance);
        Assert.All(additive.StandardErrors, error => Assert.Equal(0, error, Tolerance));
        var vote = ValueSampling.Shapley(60, new SamplingOptions { Pairs = 600, Seed = 5 },
            teams => [.. teams.Select(team => team.Count > 40 ? 1.0 : 0)]);
        AssertNear([.. Enumerable.Repeat(1 / 60.0, 60)], vote);
    }

    [Fact]
    public void Players_beyond_the_sixty_fourth_are_drawn_like_the_others()
    {
        // player p and player p + 50 are worth one together: each has a half
        double Pairs(Coalition team) => Enumerable.Range(0, 50).Count(p => team.Contains(p) && team.Contains(p + 50));
        var options = new SamplingOptions { Pairs = 60, Seed = 5 };
        AssertNear([.. Enumerable.Repeat(0.5, 100)], ValueSampling.Shapley(100, options, teams => [.. teams.Select(Pairs)]));
        AssertNear([.. Enumerable.Repeat(0.5, 100)], ValueSampling.Banzhaf(100, options, teams => [.. teams.Select(Pairs)]));
    }

    [Fact]
    public void Standard_errors_are_as_large_as_the_spread_over_seeds_and_fall_with_the_root_of_draws()
    {
        var game = Random(8, 9);
        var samples = Enumerable.Range(1, 60)
            .Select(seed => ValueSampling.Shapley(8, new SamplingOptions { Pairs = 40, Seed = seed }, Worths(game))).ToArray();
        for (var player = 0; player < 8; player++)
        {
            var values = samples.Select(sample => sample.Values[player]).ToArray();
            var spread = Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1));
            var told = samples.Average(sample => sample.StandardErrors[player]);
            Assert.InRange(told / spread, 0.7, 1.4);
        }
        var more = ValueSampling.Shapley(8, new SamplingOptions { Pairs = 1000 }, Worths(game));
        var ratio = more.StandardErrors.Average() / samples.Average(sample => sample.StandardErrors.Average());
        Assert.InRange(ratio / Math.Sqrt(40.0 / 1000), 0.8, 1.25);
    }

    [Fact]
    public void Same_seed_gives_the_same_bits_and_opposite_orders_cut_the_error_of_a_size_game()
    {
        var options = new SamplingOptions { Pairs = 20, Seed = 8 };
        var rough = Worths(Random(8, 2));
        var first = ValueSampling.Shapley(8, options, rough).Values.ToArray();
        Assert.Equal(first, ValueSampling.Shapley(8, options, rough).Values.ToArray());
        Assert.NotEqual(first, ValueSampling.Shapley(8, options with { Seed = 9 }, rough).Values.ToArray());
        // what a player adds grows linearly with its place in the order, so that an order and its reverse average to it
        var squares = ValueSampling.Shapley(8, options, teams => [.. teams.Select(team => Math.Pow(team.Count, 2))]);
        AssertClose(Enumerable.Repeat(8.0, 8), squares.Values, Tolerance);
    }

    [Fact]
    public void Coalitions_are_asked_for_once()
    {
        var asked = new List<Coalition>();
        ValueSampling.Shapley(5, new SamplingOptions { Pairs = 50 }, teams =>
        {
            asked.AddRange(teams);
            return [.. teams.Select(_ => 0.0)];
        });
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.DoesNotContain(Coalition.Empty, asked);
        Assert.True(asked.Count <= 31);
    }

    [Fact]
    public void Options_and_players_have_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SamplingOptions { Pairs = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueSampling.Shapley(129, new(), teams => []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueSampling.Banzhaf(1, new(), teams => []));
    }

    private static Func<ImmutableArray<Coalition>, ImmutableArray<double>> Worths(CoalitionGame game) =>
        teams => [.. teams.Select(team => game[team])];

    private static void AssertNear(double[] exact, SampledValues sample)
    {
        for (var player = 0; player < exact.Length; player++)
        {
            var gap = Math.Abs(exact[player] - sample.Values[player]);
            Assert.True(gap <= Errors * sample.StandardErrors[player], $"player {player}: {gap}");
        }
    }
}
