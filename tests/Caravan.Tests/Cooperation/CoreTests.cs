using Caravan.Cooperation;
using Caravan.Numerics;
using static Caravan.Tests.Cooperation.TextbookGames;

namespace Caravan.Tests.Cooperation;

public class CoreTests
{
    private const double Tolerance = 1e-8;

    [LinearFact]
    public void Test_glove_game_has_one_point()
    {
        var core = Core.Test(Glove(), Tolerance);
        Assert.Equal((LinearStatus.Optimal, false), (core.Status, core.IsEmpty));
        Assert.Equal(0, core.LeastExcess, Tolerance);
        AssertClose([1, 0, 0], core.Payoffs, Tolerance);
    }

    [LinearTheory]
    [InlineData(3, 1.0 / 3)]
    [InlineData(5, 2.0 / 5)]
    public void Test_majority_game_is_empty_and_its_witness_proves_it(int players, double least)
    {
        var core = Core.Test(Majority(players), Tolerance);
        Assert.True(core.IsEmpty);
        Assert.Equal(least, core.LeastExcess, Tolerance);
        AssertProof(Majority(players), core);
    }

    [LinearFact]
    public void Test_security_council_leaves_the_core_to_those_with_a_veto()
    {
        var core = Core.Test(SecurityCouncil(), Tolerance);
        Assert.False(core.IsEmpty);
        Assert.Equal(1, core.Payoffs.Take(5).Sum(), Tolerance);
    }

    [LinearFact]
    public void Test_random_games_prove_what_they_say()
    {
        var (empty, full) = (0, 0);
        for (var seed = 1; seed <= 30; seed++)
        {
            var game = Random(3 + seed % 6, seed, slope: seed % 4 * 0.3);
            var core = Core.Test(game, Tolerance);
            Assert.Equal(LinearStatus.Optimal, core.Status);
            Assert.Equal(game.Total, core.Payoffs.Sum(), Tolerance * game.Scale);
            Assert.Equal(core.LeastExcess, game.LargestExcess(core.Payoffs.AsSpan()).Excess, Tolerance * game.Scale);
            if (core.IsEmpty)
            {
                AssertProof(game, core);
            }
            (empty, full) = core.IsEmpty ? (empty + 1, full) : (empty, full + 1);
        }
        Assert.True(empty > 5 && full > 5);
    }

    [LinearFact]
    public void Test_convex_game_holds_the_shapley_value()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var game = Convex(8, seed);
            Assert.False(Core.Test(game, Tolerance).IsEmpty);
            var shares = Shapley.Values(game.Players, team => game[team]);
            Assert.InRange(game.LargestExcess(shares).Excess, double.NegativeInfinity, Tolerance);
        }
    }

    [LinearFact]
    public void Shortfall_is_what_makes_the_core_of_a_game_not_empty()
    {
        Assert.Equal(0.5, Core.Shortfall(Majority(3)), Tolerance);
        Assert.Equal(5.0 / 3 - 1, Core.Shortfall(Majority(5)), Tolerance);
        Assert.Equal(0, Core.Shortfall(Glove()), Tolerance);
        var game = Random(6, 4, slope: 0.1);
        var missing = Core.Shortfall(game);
        Assert.True(missing > 0.01);
        Assert.False(Core.Test(With(missing + 1e-6), Tolerance).IsEmpty);
        Assert.True(Core.Test(With(missing - 1e-6), Tolerance).IsEmpty);

        CoalitionGame With(double more) => CoalitionGame.Of(6, team => game[team] + (team.Count == 6 ? more : 0));
    }

    // a collection in which each player's weights sum to one and whose worth is above that of all (Bondareva, Shapley)
    private static void AssertProof(CoalitionGame game, CoreResult core)
    {
        Assert.All(core.Witness, one => Assert.True(one.Weight > 0));
        for (var player = 0; player < game.Players; player++)
        {
            var weight = core.Witness.Where(one => one.Coalition.Contains(player)).Sum(one => one.Weight);
            Assert.Equal(1, weight, 1e-6);
        }
        Assert.All(core.Witness, one => Assert.Equal(game[one.Coalition], one.Worth));
        Assert.True(core.Witness.Sum(one => one.Weight * one.Worth) > game.Total + Tolerance);
    }
}
