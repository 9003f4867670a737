using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Tests.Cooperation;

public class MixedEquilibriaTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void Find_battle_of_the_sexes()
    {
        var found = MixedEquilibria.Find(GameSamples.BattleOfTheSexes);
        Assert.False(found.IsDegenerate);
        Assert.Equal<bool>([true, true, false], found.Equilibria.Select(one => one.IsPure));
        AssertClose([2.0 / 3, 1.0 / 3], found.Equilibria[2].First);
        AssertClose([1.0 / 3, 2.0 / 3], found.Equilibria[2].Second);
        Assert.Equal(2.0 / 3, found.Equilibria[2].FirstPayoff, Tolerance);
        Assert.Equal(2.0 / 3, found.Equilibria[2].SecondPayoff, Tolerance);
    }

    [Fact]
    public void Find_matching_pennies_chicken_stag_hunt_and_the_dilemma()
    {
        var pennies = Assert.Single(MixedEquilibria.Find(GameSamples.MatchingPennies).Equilibria);
        AssertClose([0.5, 0.5], pennies.First);
        AssertClose([0.5, 0.5], pennies.Second);
        // who goes straight gets 1 - 11 q, who swerves -q: q = 1/10 of the others go straight
        var chicken = MixedEquilibria.Find(GameSamples.Chicken).Equilibria;
        Assert.Equal(3, chicken.Length);
        AssertClose([0.9, 0.1], chicken[2].First);
        // stag pays 4 p, hare 3
        var stag = MixedEquilibria.Find(GameSamples.StagHunt).Equilibria;
        Assert.Equal(3, stag.Length);
        AssertClose([0.75, 0.25], stag[2].Second);
        var dilemma = Assert.Single(MixedEquilibria.Find(GameSamples.PrisonersDilemma).Equilibria);
        AssertClose([0, 1], dilemma.First);
    }

    [Fact]
    public void Find_rock_paper_scissors()
    {
        var only = Assert.Single(MixedEquilibria.Find(GameSamples.RockPaperScissors).Equilibria);
        AssertClose([1.0 / 3, 1.0 / 3, 1.0 / 3], only.First);
        AssertClose([1.0 / 3, 1.0 / 3, 1.0 / 3], only.Second);
        Assert.Equal(0, only.FirstPayoff, Tolerance);
    }

    [Fact]
    public void Find_the_example_of_the_handbook()
    {
        // von Stengel (2002), Handbook of Game Theory 3, chapter 45, (2.2) and (2.3): three equilibria
        var game = FiniteGame.OfTables(
            new double[,] { { 0, 6 }, { 2, 5 }, { 3, 3 } }, new double[,] { { 1, 0 }, { 0, 2 }, { 4, 3 } });
        var found = MixedEquilibria.Find(game).Equilibria;
        Assert.Equal(3, found.Length);
        AssertClose([0, 0, 1], found[0].First);
        AssertClose([1, 0], found[0].Second);
        AssertClose([2.0 / 3, 1.0 / 3, 0], found[1].First);
        AssertClose([1.0 / 3, 2.0 / 3], found[1].Second);
        AssertClose([0, 1.0 / 3, 2.0 / 3], found[2].First);
        AssertClose([2.0 / 3, 1.0 / 3], found[2].Second);
    }

    [Fact]
    public void Find_agrees_with_a_search_over_supports()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 60; trial++)
        {
            var game = GameSamples.Random(random, 2 + trial % 3, 2 + trial / 3 % 3);
            var found = MixedEquilibria.Find(game);
            var expected = BySupports(game);
            Assert.False(found.IsDegenerate);
            // games that are not degenerate have an odd number of equilibria (Lemke and Howson 1964)
            Assert.Equal(1, found.Equilibria.Length % 2);
            Assert.Equal(expected.Count, found.Equilibria.Length);
            foreach (var (first, second) in expected)
            {
                Assert.Contains(found.Equilibria, one => IsClose(first, one.First) && IsClose(second, one.Second));
            }
            Assert.InRange(found.Residual, 0, Tolerance);
            Assert.Equal(PureEquilibria.Find(game).Length, found.Equilibria.Count(one => one.IsPure));
        }
    }

    [Fact]
    public void Find_does_not_depend_on_the_scale_of_payoffs_or_the_places_of_players()
    {
        var random = new Random(9);
        for (var trial = 0; trial < 20; trial++)
        {
            var game = GameSamples.Random(random, 3, 4);
            var plain = MixedEquilibria.Find(game).Equilibria;
            var scaled = MixedEquilibria.Find(GameSamples.Rescaled(game, [1e6, 0.01], [-3e6, 12])).Equilibria;
            var swapped = MixedEquilibria.Find(GameSamples.Swapped(game)).Equilibria;
            Assert.Equal(plain.Length, scaled.Length);
            foreach (var one in plain)
            {
                Assert.Contains(scaled, other => IsClose(one.First, other.First) && IsClose(one.Second, other.Second));
                Assert.Contains(swapped, other => IsClose(one.First, other.Second) && IsClose(one.Second, other.First));
            }
        }
    }

    [Fact]
    public void Find_says_where_a_game_is_degenerate()
    {
        // the second player does not care: every mixture of it against the first strategy is an equilibrium
        var found = MixedEquilibria.Find(FiniteGame.OfTables(new double[,] { { 1, 1 }, { 0, 2 } }, new double[2, 2]));
        Assert.True(found.IsDegenerate);
        Assert.InRange(found.Residual, 0, Tolerance);
        Assert.Contains(found.Equilibria, one => one.First[0] == 1 && one.Second[0] == 1);
        Assert.Contains(found.Equilibria, one => one.First[1] == 1 && one.Second[1] == 1);
    }

    [Fact]
    public void Find_takes_constant_payoffs_single_strategies_and_refuses_large_games()
    {
        Assert.Single(MixedEquilibria.Find(FiniteGame.OfTables(new double[1, 1], new double[1, 1])).Equilibria);
        Assert.Single(MixedEquilibria.Find(FiniteGame.OfTables(
            new double[,] { { 1, 2, 3 } }, new double[,] { { 5, 9, 7 } })).Equilibria);
        Assert.False(MixedEquilibria.CanFind(GameSamples.PublicGood));
        Assert.False(MixedEquilibria.CanFind(GameSamples.Random(new Random(1), 12, 12)));
        Assert.Throws<ArgumentException>(() => MixedEquilibria.Find(GameSamples.PublicGood));
    }

    // equal supports, each strategy of one making the other's used strategies equally good
    private static List<(double[] First, double[] Second)> BySupports(FiniteGame game)
    {
        var (rows, columns) = (game.Strategies[0], game.Strategies[1]);
        var found = new List<(double[], double[])>();
        for (var a = 1; a < 1 << rows; a++)
        {
            for (var b = 1; b < 1 << columns; b++)
            {
                int[] usedA = [.. Enumerable.Range(0, rows).Where(i => (a >> i & 1) == 1)];
                int[] usedB = [.. Enumerable.Range(0, columns).Where(j => (b >> j & 1) == 1)];
                if (usedA.Length != usedB.Length)
                {
                    continue;
                }
                var y = Indifferent(usedA, usedB, columns, (i, j) => game.Payoff(game.ProfileOf(i, j), 0));
                var x = Indifferent(usedB, usedA, rows, (j, i) => game.Payoff(game.ProfileOf(i, j), 1));
                if (x.All(p => p >= 0) && y.All(p => p >= 0) && Regret(game, x, y) < Tolerance)
                {
                    found.Add((x, y));
                }
            }
        }
        return found;
    }

    private static double[] Indifferent(int[] mine, int[] theirs, int count, Func<int, int, double> payoff)
    {
        var size = theirs.Length;
        var matrix = new double[size + 1, size + 1];
        var right = new double[size + 1];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                matrix[row, column] = payoff(mine[row], theirs[column]);
                matrix[size, column] = 1;
            }
            matrix[row, size] = -1;
        }
        right[size] = 1;
        var solved = LinearSystem.Solve(matrix, right);
        var mixture = new double[count];
        for (var at = 0; at < size; at++)
        {
            mixture[theirs[at]] = solved[at];
        }
        return mixture;
    }

    private static double Regret(FiniteGame game, double[] x, double[] y)
    {
        var ofRow = Enumerable.Range(0, x.Length)
            .Select(i => y.Select((q, j) => q * game.Payoff(game.ProfileOf(i, j), 0)).Sum()).ToArray();
        var ofColumn = Enumerable.Range(0, y.Length)
            .Select(j => x.Select((p, i) => p * game.Payoff(game.ProfileOf(i, j), 1)).Sum()).ToArray();
        return Math.Max(ofRow.Max() - x.Zip(ofRow, (p, v) => p * v).Sum(), ofColumn.Max() - y.Zip(ofColumn, (p, v) => p * v).Sum());
    }

    private static bool IsClose(IEnumerable<double> a, IEnumerable<double> b) =>
        a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) < 1e-7);

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], Tolerance);
        }
    }
}
