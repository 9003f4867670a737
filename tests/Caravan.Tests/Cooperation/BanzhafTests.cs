using Caravan.Cooperation;
using static Caravan.Tests.Cooperation.TextbookGames;

namespace Caravan.Tests.Cooperation;

public class BanzhafTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Values_of_majority_and_glove_games()
    {
        AssertClose([0.5, 0.5, 0.5], Banzhaf.Values(Majority(3)), Tolerance);
        AssertClose([0.75, 0.25, 0.25], Banzhaf.Values(Glove()), Tolerance);
    }

    [Fact]
    public void Values_of_the_security_council_are_its_swings()
    {
        // 848 coalitions turn on a permanent member and 84 on another one, of 2^14 each (Banzhaf's counts)
        var values = Banzhaf.Values(SecurityCouncil());
        AssertClose([.. Enumerable.Repeat(848.0, 5), .. Enumerable.Repeat(84.0, 10)], values.Select(v => v * 16384), 1e-8);
    }

    [Fact]
    public void Shares_sum_to_the_total_and_have_the_least_variance_of_excesses()
    {
        var game = Random(5, 3);
        var shares = Banzhaf.Shares(game);
        Assert.Equal(game.Total, shares.Sum(), Tolerance * 10);
        var least = Variance(game, shares);
        var random = new Random(1);
        for (var trial = 0; trial < 200; trial++)
        {
            var moved = shares.ToArray();
            var (from, to, amount) = (random.Next(5), random.Next(5), random.NextDouble());
            (moved[from], moved[to]) = (moved[from] - amount, moved[to] + amount);
            Assert.True(Variance(game, moved) >= least - Tolerance);
        }
    }

    [Fact]
    public void Values_add_up_over_games_and_are_nothing_for_a_null_player()
    {
        var (a, b) = (Random(6, 1), Random(6, 2));
        var sum = CoalitionGame.Of(6, team => 2 * a[team] + b[team]);
        AssertClose(Banzhaf.Values(a).Zip(Banzhaf.Values(b), (x, y) => 2 * x + y), Banzhaf.Values(sum), 10 * Tolerance);
        var idle = CoalitionGame.Of(4, team => Math.Pow(team.Without(3).Count, 1.7));
        Assert.Equal(0, Banzhaf.Values(idle)[3]);
    }

    private static double Variance(CoalitionGame game, double[] payoffs)
    {
        var sums = game.Sums(payoffs);
        var excesses = Enumerable.Range(1, sums.Length - 2).Select(members => game.Worth[members] - sums[members]).ToArray();
        return excesses.Sum(excess => Math.Pow(excess - excesses.Average(), 2));
    }
}
