using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Tests.Cooperation;

public class FiniteGameTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void PureEquilibria_of_the_textbook_games()
    {
        Assert.Equal<int>([3], PureEquilibria.Find(GameSamples.PrisonersDilemma));
        Assert.Equal<int>([0, 3], PureEquilibria.Find(GameSamples.BattleOfTheSexes));
        Assert.Empty(PureEquilibria.Find(GameSamples.MatchingPennies));
        Assert.Equal<int>([1, 2], PureEquilibria.Find(GameSamples.Chicken));
        Assert.Equal<int>([0, 3], PureEquilibria.Find(GameSamples.StagHunt));
        Assert.Empty(PureEquilibria.Find(GameSamples.RockPaperScissors));
    }

    [Fact]
    public void PureEquilibria_of_three_players_keep_the_public_good_to_themselves()
    {
        var game = GameSamples.PublicGood;
        Assert.Equal<int>([game.ProfileOf(1, 1, 1)], PureEquilibria.Find(game));
        Assert.Equal(game.ProfileOf(0, 0, 0), CooperativeOutcomes.LargestTotal(game));
        Assert.Equal(0.8, game.Payoff(0, 1), Tolerance);
        // one who gives alone gets 0.6 - 1, and would get nothing by keeping
        Assert.Equal(0.4, game.Regret(game.ProfileOf(0, 1, 1)), Tolerance);
    }

    [Fact]
    public void PureEquilibria_agree_with_a_check_of_every_single_deviation()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 50; trial++)
        {
            var game = GameSamples.Random(random, 3, 2, 4);
            var expected = new List<int>();
            for (var a = 0; a < 3; a++)
            {
                for (var b = 0; b < 2; b++)
                {
                    for (var c = 0; c < 4; c++)
                    {
                        var own = game.ProfileOf(a, b, c);
                        var stays = Enumerable.Range(0, 3).All(x => game.Payoff(game.ProfileOf(x, b, c), 0) <= game.Payoff(own, 0))
                            && Enumerable.Range(0, 2).All(x => game.Payoff(game.ProfileOf(a, x, c), 1) <= game.Payoff(own, 1))
                            && Enumerable.Range(0, 4).All(x => game.Payoff(game.ProfileOf(a, b, x), 2) <= game.Payoff(own, 2));
                        if (stays)
                        {
                            expected.Add(own);
                        }
                    }
                }
            }
            Assert.Equal(expected, PureEquilibria.Find(game));
        }
    }

    [Fact]
    public void ProfileOf_and_StrategyOf_undo_each_other()
    {
        var game = GameSamples.Random(new Random(1), 3, 2, 4);
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            Assert.Equal(profile, game.ProfileOf(
                game.StrategyOf(profile, 0), game.StrategyOf(profile, 1), game.StrategyOf(profile, 2)));
        }
        Assert.Equal(game.ProfileOf(2, 1, 0), game.Deviate(game.ProfileOf(2, 1, 3), 2, 0));
    }

    [Fact]
    public void BestResponses_name_every_equally_good_strategy()
    {
        var game = FiniteGame.OfTables(new double[,] { { 1, 0 }, { 1, 0 }, { 0.5, 2 } }, new double[3, 2]);
        Assert.Equal<int>([0, 1], game.BestResponses(game.ProfileOf(2, 0), 0));
        Assert.Equal<int>([2], game.BestResponses(game.ProfileOf(0, 1), 0));
        Assert.Equal<int>([0, 1], game.BestResponses(game.ProfileOf(0, 1), 1));
        Assert.Equal<int>([0, 1, 2], game.BestResponses(game.ProfileOf(0, 0), 0, tolerance: 0.5));
    }

    [Fact]
    public void BestResponsePath_ends_in_the_dilemma_and_goes_round_in_pennies()
    {
        var dilemma = BestResponsePath.From(GameSamples.PrisonersDilemma, 0);
        Assert.True(dilemma.EndsInEquilibrium);
        Assert.Equal<int>([0, 2, 3], dilemma.Profiles);

        var pennies = BestResponsePath.From(GameSamples.MatchingPennies, 0, firstMover: 1);
        Assert.False(pennies.EndsInEquilibrium);
        Assert.Equal(4, pennies.Profiles.Length - pennies.CycleStart);
        Assert.Equal<int>([0, 1, 2, 3], pennies.Profiles.Skip(pennies.CycleStart).Order());
    }

    [Fact]
    public void BestResponsePath_ends_where_nobody_regrets_or_repeats()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 100; trial++)
        {
            var game = GameSamples.Random(random, 3, 3, 2);
            var path = BestResponsePath.From(game, random.Next(game.Profiles), random.Next(3));
            Assert.Equal(path.EndsInEquilibrium, game.Regret(path.Profiles[^1]) == 0);
            foreach (var (one, next) in path.Profiles.Zip(path.Profiles.Skip(1)))
            {
                var movers = Enumerable.Range(0, 3).Where(p => game.StrategyOf(one, p) != game.StrategyOf(next, p)).ToArray();
                Assert.Single(movers);
                Assert.True(game.Payoff(next, movers[0]) > game.Payoff(one, movers[0]));
            }
        }
    }

    [Fact]
    public void CooperativeOutcomes_of_the_dilemma_are_silence()
    {
        var game = GameSamples.PrisonersDilemma;
        Assert.Equal(0, CooperativeOutcomes.LargestTotal(game));
        Assert.Equal<int>([2, 0, 1], CooperativeOutcomes.ParetoSet(game));
        Assert.Equal(0, CooperativeOutcomes.LargestTotalWithoutLosers(game, [-8, -8]));
        Assert.Equal(-1, CooperativeOutcomes.LargestTotalWithoutLosers(game, [0, 0]));
        var values = new Matrix<double>(4, 3, [-1, -1, 5, -10, 0, 0, 0, -10, 0, -8, -8, 1]);
        Assert.Equal<double>([7, 7, 4], CooperativeOutcomes.ValueOfDialogue(values, [0, 0, 0, 1], 0));
        Assert.Equal<double>([8, 3, 4.5], CooperativeOutcomes.ValueOfDialogue(values, [0, 0.5, 0, 0.5], 0));
    }

    [Fact]
    public void A_game_of_the_wrong_shape_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new FiniteGame([2, 2], new double[7]));
        Assert.Throws<ArgumentException>(() => new FiniteGame([2, 2], [0, 0, 0, 0, 0, 0, 0, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiniteGame([4], new double[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiniteGame([2, 0], []));
        Assert.Throws<ArgumentException>(() => FiniteGame.OfTables(new double[2, 2], new double[2, 3]));
    }
}
