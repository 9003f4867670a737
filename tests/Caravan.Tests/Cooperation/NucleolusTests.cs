using Caravan.Cooperation;
using Caravan.Numerics;
using static Caravan.Tests.Cooperation.TextbookGames;

namespace Caravan.Tests.Cooperation;

public class NucleolusTests
{
    [Fact]
    public void LargestExcess_of_ties_is_the_first_whatever_the_last_digits()
    {
        var glove = CoalitionGame.Of(3, team => team.Count == 2 ? 1 : team.Count == 3 ? 1.5 : 0);
        Assert.Equal(Coalition.Of(0).With(1), glove.LargestExcess([0.5, 0.5, 0.5]).Coalition);
        Assert.Equal(Coalition.Of(0).With(1), glove.LargestExcess([0.5 + 1e-12, 0.5, 0.5 - 1e-12]).Coalition);
        Assert.Equal(Coalition.Of(1).With(2), glove.LargestExcess([0.5 + 1e-5, 0.5, 0.5 - 1e-5]).Coalition);
    }

    // of the solver's tolerance of 1e-9 on games scaled to one
    private const double Tolerance = 1e-7;

    [LinearFact]
    public void Solve_glove_game_gives_all_to_the_scarce_glove() => AssertNucleolus([1, 0, 0], Glove());

    [LinearFact]
    public void Solve_majority_game_shares_equally() => AssertNucleolus([0.2, 0.2, 0.2, 0.2, 0.2], Majority(5));

    // Aumann and Maschler (1985): the three estates of the Talmud are the nucleoli of their games
    [LinearTheory]
    [InlineData(100, 100.0 / 3, 100.0 / 3, 100.0 / 3)]
    [InlineData(200, 50, 75, 75)]
    [InlineData(300, 50, 100, 150)]
    public void Solve_bankruptcy_game_is_the_division_of_the_talmud(double estate, double a, double b, double c) =>
        AssertNucleolus([a, b, c], Bankruptcy(estate, 100, 200, 300), 600 * Tolerance);

    [LinearTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Solve_bankruptcy_game_is_the_contested_garment_rule(int seed)
    {
        var random = new Random(seed);
        var claims = Enumerable.Range(0, 6).Select(_ => 1 + 9 * random.NextDouble()).ToArray();
        var estate = random.NextDouble() * claims.Sum();
        AssertNucleolus(Talmud(estate, claims), Bankruptcy(estate, claims), 100 * Tolerance);
    }

    [LinearTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Solve_airport_game_is_littlechilds_formula(int seed)
    {
        var random = new Random(seed);
        double[] need = [.. Enumerable.Range(0, 7).Select(_ => 1 + 5 * random.NextDouble()).Order()];
        AssertNucleolus(Littlechild(need).Select(share => -share), Airport(need), 10 * Tolerance);
    }

    [LinearFact]
    public void Solve_airport_game_of_three() => AssertNucleolus([-0.5, -0.75, -2.75], Airport(1, 2, 4));

    [LinearFact]
    public void Solve_ring_of_maschler_peleg_and_shapley() => AssertNucleolus([0.5, 0.5, 0.5, 0.5], Ring());

    [LinearFact]
    public void Solve_security_council_gives_all_to_those_with_a_veto() =>
        AssertNucleolus([.. Enumerable.Repeat(0.2, 5), .. Enumerable.Repeat(0.0, 10)], SecurityCouncil());

    [LinearTheory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Solve_agrees_with_a_sequence_over_all_coalitions_without_prices(int players)
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var game = Random(players, seed, slope: seed % 3 - 0.5);
            var nucleolus = Nucleolus.Solve(game, individuallyRational: false);
            AssertClose(SecondNucleolus.Solve(game), nucleolus.Payoffs, 10 * Tolerance);
        }
    }

    [LinearTheory]
    [InlineData(4, 1.5)]
    [InlineData(6, 0.5)]
    [InlineData(8, 0.1)]
    [InlineData(10, 1)]
    public void Solve_stands_up_to_kohlbergs_criterion_and_what_is_moved_does_not(int players, double slope)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var game = Random(players, seed, slope);
            foreach (var rational in new[] { true, false })
            {
                var nucleolus = Nucleolus.Solve(game, rational);
                if (nucleolus.Status == NucleolusStatus.NoImputation)
                {
                    Assert.True(game.Alone().Sum() > game.Total && rational);
                    continue;
                }
                Assert.Equal(NucleolusStatus.Found, nucleolus.Status);
                Assert.Equal(game.Total, nucleolus.Payoffs.Sum(), Tolerance * game.Scale);
                Assert.InRange(nucleolus.Residual, 0, Tolerance);
                Assert.True(KohlbergCheck.Verify(game, nucleolus.Payoffs.AsSpan(), rational).Holds);
                Assert.True(nucleolus.Levels.Zip(nucleolus.Levels.Skip(1)).All(pair => pair.First > pair.Second - Tolerance));
                var moved = nucleolus.Payoffs.ToArray();
                (moved[0], moved[1]) = (moved[0] + 0.001, moved[1] - 0.001);
                Assert.False(KohlbergCheck.Verify(game, moved, rational).Holds);
            }
        }
    }

    [LinearFact]
    public void Solve_is_in_the_core_where_there_is_one_and_falls_back_on_its_coalitions()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var game = Convex(7, seed);
            var nucleolus = Nucleolus.Solve(game).Payoffs.AsSpan();
            var core = Core.Test(game, Tolerance);
            Assert.False(core.IsEmpty);
            Assert.InRange(game.LargestExcess(nucleolus).Excess, double.NegativeInfinity, Tolerance);
            Assert.Equal(core.LeastExcess, game.LargestExcess(nucleolus).Excess, Tolerance * game.Scale);
        }
    }

    [LinearFact]
    public void Solve_follows_players_who_change_places_units_and_what_they_have_already()
    {
        var game = Random(6, 11, slope: 1);
        int[] order = [3, 0, 5, 1, 4, 2];
        double[] had = [1, -2, 0, 3, 0.5, 0];
        var plain = Nucleolus.Solve(game).Payoffs;
        var other = CoalitionGame.Of(6, team => 1000 * game[team] + team.Players.Sum(player => had[player]));
        AssertClose(order.Select(p => plain[p]), Nucleolus.Solve(Reordered(game, order)).Payoffs, Tolerance * game.Scale);
        AssertClose(plain.Select((x, p) => 1000 * x + had[p]), Nucleolus.Solve(other).Payoffs, Tolerance * other.Scale);
    }

    [LinearFact]
    public void Solve_without_anything_to_share_and_without_an_imputation()
    {
        AssertNucleolus([0, 0, 0], CoalitionGame.Of(3, _ => 0));
        var worse = CoalitionGame.Of(3, team => team.Count == 1 ? 1 : 0);
        Assert.Equal(NucleolusStatus.NoImputation, Nucleolus.Solve(worse).Status);
        Assert.Empty(Nucleolus.Solve(worse).Payoffs);
        AssertClose([0, 0, 0], Nucleolus.Solve(worse, individuallyRational: false).Payoffs, Tolerance);
    }

    [LinearFact]
    public void Solve_of_two_is_the_standard_solution() =>
        AssertNucleolus([1 + 2.5, 4 + 2.5], CoalitionGame.Of(2, team => team.Index switch { 1 => 1, 2 => 4, _ => 10 }));

    [Fact]
    public void Span_tells_which_payoffs_follow()
    {
        var span = new CoalitionSpan(4);
        Assert.True(span.Add(new Coalition(0b0011)));
        Assert.True(span.Contains(new Coalition(0b1100)));
        Assert.False(span.Add(new Coalition(0b1100)));
        Assert.False(span.Contains(new Coalition(0b0001)));
        Assert.True(span.Add(new Coalition(0b0110)));
        Assert.True(span.Contains(new Coalition(0b1001)));
        Assert.False(span.Contains(new Coalition(0b0101)));
        var marks = span.Mark();
        for (var members = 0UL; members < 16; members++)
        {
            Assert.Equal(span.Contains(new Coalition(members)), marks[members]);
        }
    }

    private static void AssertNucleolus(IEnumerable<double> expected, CoalitionGame game, double tolerance = Tolerance)
    {
        var nucleolus = Nucleolus.Solve(game);
        Assert.Equal(NucleolusStatus.Found, nucleolus.Status);
        AssertClose(expected, nucleolus.Payoffs, tolerance);
        var check = KohlbergCheck.Verify(game, nucleolus.Payoffs.AsSpan());
        Assert.Equal(LinearStatus.Optimal, check.Status);
        Assert.True(check.Holds);
    }

    // equal gains to a half of each claim, then equal losses
    private static double[] Talmud(double estate, double[] claims)
    {
        var half = claims.Sum() / 2;
        return estate <= half
            ? EqualGains(estate, claims)
            : [.. claims.Zip(EqualGains(2 * half - estate, claims), (claim, loss) => claim - loss)];

        static double[] EqualGains(double amount, double[] claims)
        {
            var (low, high) = (0.0, claims.Max());
            for (var step = 0; step < 200; step++)
            {
                var middle = (low + high) / 2;
                (low, high) = claims.Sum(claim => Math.Min(claim / 2, middle)) < amount ? (middle, high) : (low, middle);
            }
            return [.. claims.Select(claim => Math.Min(claim / 2, low))];
        }
    }

    // Littlechild (1974): groups of users pay alike, from the shortest runway upwards
    private static double[] Littlechild(double[] need)
    {
        var shares = new double[need.Length];
        var (paid, from) = (0.0, 0);
        while (from < need.Length)
        {
            var (least, to) = (double.PositiveInfinity, from);
            for (var last = from; last < need.Length; last++)
            {
                var users = last - from + (last < need.Length - 1 ? 2 : 1);
                if ((need[last] - paid) / users <= least)
                {
                    (least, to) = ((need[last] - paid) / users, last);
                }
            }
            for (; from <= to; from++)
            {
                (shares[from], paid) = (least, paid + least);
            }
        }
        return shares;
    }
}
