using Caravan.Cooperation;

namespace Caravan.Tests.Cooperation;

public class ShapleyTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Values_of_the_glove_game()
    {
        // player 0 has the left glove, 1 and 2 a right one each; a pair is worth one
        var shares = Shapley.Values(3, team => team.Contains(0) && team.Count > 1 ? 1 : 0);
        AssertClose([2.0 / 3, 1.0 / 6, 1.0 / 6], shares);
    }

    [Fact]
    public void Values_of_the_airport_game()
    {
        // runways of length 1, 2 and 4: each stretch is shared by those who need it (Littlechild and Owen 1973)
        double[] need = [1, 2, 4];
        var shares = Shapley.Values(3, team => need.Where((_, player) => team.Contains(player)).DefaultIfEmpty(0).Max());
        AssertClose([1.0 / 3, 1.0 / 3 + 1.0 / 2, 1.0 / 3 + 1.0 / 2 + 2], shares);
    }

    [Fact]
    public void Values_of_the_security_council()
    {
        // Shapley and Shubik (1954): 421/2145 = 0.1963 for a permanent member, 4/2145 = 0.001865 for another one
        var game = TextbookGames.SecurityCouncil();
        var shares = Shapley.Values(game);
        AssertClose([.. Enumerable.Repeat(421 / 2145.0, 5), .. Enumerable.Repeat(4 / 2145.0, 10)], shares);
    }

    [Fact]
    public void Values_add_up_over_games_and_follow_players_who_change_places()
    {
        var (a, b) = (TextbookGames.Random(6, 1), TextbookGames.Random(6, 2));
        int[] order = [2, 0, 1, 5, 3, 4];
        var sum = CoalitionGame.Of(6, team => 2 * a[team] + b[team]);
        AssertClose([.. Shapley.Values(a).Zip(Shapley.Values(b), (x, y) => 2 * x + y)], Shapley.Values(sum));
        AssertClose(
            [.. order.Select(player => Shapley.Values(a)[player])], Shapley.Values(TextbookGames.Reordered(a, order)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    public void Values_sum_to_what_all_are_worth_more_than_nobody(int players)
    {
        var worth = Worth(players);
        var shares = Shapley.Values(players, team => worth[team.Index]);
        Assert.Equal(worth[^1] - worth[0], shares.Sum(), Tolerance);
    }

    [Fact]
    public void Values_agree_with_every_order_of_joining()
    {
        var worth = Worth(5);
        var sums = new double[5];
        var orders = Orders([0, 1, 2, 3, 4]).ToList();
        foreach (var order in orders)
        {
            var team = Coalition.Empty;
            foreach (var player in order)
            {
                sums[player] += worth[team.With(player).Index] - worth[team.Index];
                team = team.With(player);
            }
        }
        AssertClose([.. sums.Select(sum => sum / orders.Count)], Shapley.Values(5, team => worth[team.Index]));
    }

    [Fact]
    public void Values_of_alike_players_are_equal_and_a_null_player_gets_nothing()
    {
        // players 0 and 1 matter by their number alone, player 2 adds nothing
        var shares = Shapley.Values(3, team => Math.Pow(team.Without(2).Count, 1.7));
        Assert.Equal(shares[0], shares[1], Tolerance);
        Assert.Equal(0, shares[2]);
    }

    [Fact]
    public void Values_ask_for_each_coalition_once()
    {
        var asked = new List<int>();
        Shapley.Values(3, team =>
        {
            asked.Add(team.Index);
            return team.Count;
        });
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], asked);
    }

    [Fact]
    public void Values_of_nobody_are_none_and_too_many_players_are_refused()
    {
        Assert.Empty(Shapley.Values(0, _ => 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapley.Values(21, _ => 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shapley.Values(-1, _ => 0));
    }

    private static double[] Worth(int players)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 1 << players).Select(_ => random.NextDouble())];
    }

    private static IEnumerable<int[]> Orders(int[] players) => players.Length <= 1
        ? [players]
        : players.SelectMany(first => Orders([.. players.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var player = 0; player < expected.Length; player++)
        {
            Assert.Equal(expected[player], actual[player], Tolerance);
        }
    }
}
