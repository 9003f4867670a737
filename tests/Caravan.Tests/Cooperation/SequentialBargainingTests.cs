using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Tests.Cooperation;

public class SequentialBargainingTests
{
    private const double Tolerance = 1e-10;

    private static readonly DecisionRule s_both = DecisionRule.Consensus(2);
    private static readonly Recognition s_turns = Recognition.Rotation(2, [0, 1]);

    [Fact]
    public void Solve_takes_the_chairs_favourite_of_what_the_other_accepts()
    {
        // the other prefers waiting for (0, 10) to (10, 1), but not to (6, 5) or better: 0.5 x 10 = 5
        var problem = Problem([10, 1, 6, 5, 0, 10], s_both, s_turns, 0.5);
        var last = SequentialBargaining.Solve(problem, 1);
        Assert.Equal<double>([10, 1], last.Values);
        var two = SequentialBargaining.Solve(problem, 2);
        Assert.Equal<double>([6, 5], two.Values);
        Assert.Equal<double>([0, 5], two.Proposals[0].Thresholds);
        Assert.Equal<int>([1, 2], two.Proposals.Select(proposal => proposal.Package));
        Assert.Equal(0, two.Residual);
    }

    [Fact]
    public void Solve_comes_near_Rubinstein_on_a_fine_grid_of_shares()
    {
        const int Steps = 1000;
        var gains = Enumerable.Range(0, Steps + 1).SelectMany(k => new[] { k / (double)Steps, 1 - k / (double)Steps });
        var result = SequentialBargaining.Solve(Problem([.. gains], s_both, s_turns, 0.9));
        Assert.Equal(BargainingStatus.Solved, result.Status);
        Assert.InRange(result.Values[0], 1 / 1.9 - 0.01, 1 / 1.9 + 0.01);
    }

    [Fact]
    public void Solve_without_a_package_for_all_lets_every_round_pass()
    {
        var result = SequentialBargaining.Solve(Problem([5, -1, -2, 7], s_both, s_turns, 0.9));
        Assert.Equal(BargainingStatus.Solved, result.Status);
        Assert.All(result.Proposals, proposal => Assert.Equal(-1, proposal.Package));
        Assert.Equal<double>([0, 0], result.Values);
    }

    [Fact]
    public void Solve_keeps_to_red_lines_whatever_the_gain()
    {
        var problem = Problem([10, 1, 6, 5], s_both, s_turns, 0.5) with { IsAllowed = [true, false, true, true] };
        Assert.All(SequentialBargaining.Solve(problem).Proposals, proposal => Assert.Equal(1, proposal.Package));
    }

    [Fact]
    public void Solve_majority_passes_without_the_loser()
    {
        var result = SequentialBargaining.Solve(Problem(
            [3, 3, -9, 1, 1, 1], DecisionRule.Majority(3, 0.5), Recognition.Rotation(3, [0, 1, 2]), 0.9));
        Assert.Equal(0, result.Proposals[0].Package);
        Assert.Equal(Coalition.Of(0).With(1), result.Proposals[0].InFavour);
        Assert.Equal(-9, result.Values[2]);
    }

    [Fact]
    public void Solve_agrees_with_a_search_of_the_whole_tree()
    {
        var random = new Random(21);
        for (var trial = 0; trial < 200; trial++)
        {
            var (players, packages, rounds) = (2 + trial % 3, 1 + random.Next(5), 1 + random.Next(4));
            double[] gains = [.. Enumerable.Range(0, players * packages).Select(_ => random.NextDouble() * 3 - 1)];
            var rule = trial % 2 == 0 ? DecisionRule.Consensus(players) : DecisionRule.Majority(players, 0.6);
            var chair = trial % 5 == 0
                ? Recognition.Lot([.. Enumerable.Repeat(1.0 / players, players)])
                : Recognition.Rotation(players, [.. Enumerable.Range(0, players).Reverse()]);
            var problem = Problem(gains, rule, chair, 0.5 + random.NextDouble() / 2);
            var result = SequentialBargaining.Solve(problem, rounds);
            var expected = Tree(problem, 0, rounds);
            Assert.All(result.Values.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, Tolerance));
            Assert.InRange(result.Residual, 0, Tolerance);
        }
    }

    [Fact]
    public void Solve_without_end_is_an_equilibrium_or_says_that_none_was_found()
    {
        var random = new Random(8);
        var found = 0;
        for (var trial = 0; trial < 60; trial++)
        {
            var players = 2 + trial % 2;
            double[] gains = [.. Enumerable.Range(0, players * 4).Select(_ => random.NextDouble() * 2 - 0.5)];
            var problem = Problem(gains, DecisionRule.Consensus(players),
                Recognition.Rotation(players, [.. Enumerable.Range(0, players)]), 0.8);
            var result = SequentialBargaining.Solve(problem);
            if (result.Status == BargainingStatus.Solved)
            {
                found++;
                Assert.InRange(result.Residual, 0, Tolerance);
                AssertNoDeviation(problem, result);
            }
        }
        Assert.InRange(found, 50, 60);
    }

    [Fact]
    public void Solve_finds_no_resting_point_where_majorities_chase_each_other()
    {
        // Condorcet's paradox with patient members: each chair's favourite is beaten by waiting for another
        var problem = Problem([9, 4, 0, 0, 9, 4, 4, 0, 9], DecisionRule.Majority(3, 0.5),
            Recognition.Rotation(3, [0, 1, 2]), 0.99);
        var result = SequentialBargaining.Solve(problem);
        Assert.Equal(BargainingStatus.NotFound, result.Status);
        Assert.Empty(result.Proposals);
        Assert.Equal(BargainingStatus.Solved, SequentialBargaining.Solve(problem, 4).Status);
    }

    [Fact]
    public void Solve_follows_the_names_of_players_and_the_scale_of_gains()
    {
        var random = new Random(4);
        double[] gains = [.. Enumerable.Range(0, 15).Select(_ => random.NextDouble())];
        double[] renamed = [.. Enumerable.Range(0, 15).Select(i => 1000 * gains[i / 3 * 3 + 2 - i % 3])];
        var one = SequentialBargaining.Solve(Problem(
            gains, DecisionRule.Consensus(3), Recognition.Rotation(3, [0, 1, 2]), 0.7), 5);
        var other = SequentialBargaining.Solve(Problem(
            renamed, DecisionRule.Consensus(3), Recognition.Rotation(3, [2, 1, 0]), 0.7), 5);
        for (var player = 0; player < 3; player++)
        {
            Assert.Equal(one.Values[player], other.Values[2 - player] / 1000, Tolerance);
            Assert.Equal(one.ChairWorth[player], other.ChairWorth[2 - player] / 1000, Tolerance);
        }
    }

    [Fact]
    public void ChairWorth_is_the_gain_of_speaking_first()
    {
        // whoever speaks last in one round takes its favourite
        var result = SequentialBargaining.Solve(Problem([10, 1, 0, 10], s_both, s_turns, 0.5), 1);
        Assert.Equal<double>([10, 9], result.ChairWorth);
        var lot = SequentialBargaining.Solve(Problem([10, 1, 0, 10], s_both, Recognition.Lot([0.25, 0.75]), 0.5), 1);
        Assert.Equal<double>([10, 9], lot.ChairWorth);
        Assert.Equal(0.25 * 10, lot.Values[0], Tolerance);
    }

    [Fact]
    public void A_problem_with_impossible_numbers_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Problem([1, 1], s_both, s_turns, 1));
        Assert.Throws<ArgumentException>(() => Problem([1, 1], s_both, s_turns, 0));
        Assert.Throws<ArgumentException>(() => Problem([1, double.NaN], s_both, s_turns, 0.5));
        Assert.Throws<ArgumentException>(() => Problem([1, 1, 1], DecisionRule.Consensus(3), s_turns, 0.5));
        Assert.Throws<ArgumentException>(() => Recognition.Rotation(2, []));
        Assert.Throws<ArgumentException>(() => Recognition.Rotation(2, [0, 2]));
        Assert.Throws<ArgumentException>(() => Recognition.Lot([0.5, 0.4]));
        Assert.Throws<ArgumentException>(() => Recognition.Lot([1.5, -0.5]));
    }

    // every chair may propose anything, everybody votes by comparing with the value of the round after
    private static double[] Tree(BargainingProblem problem, int round, int rounds)
    {
        var players = problem.Players;
        if (round == rounds)
        {
            return new double[players];
        }
        var next = Tree(problem, round + 1, rounds);
        var position = round % problem.Recognition.Positions;
        var value = new double[players];
        foreach (var chair in problem.Recognition.Chairs(position))
        {
            double[] best = [.. next.Select((v, player) => problem.Discount[player] * v)];
            var wait = (double[])best.Clone();
            for (var package = 0; package < problem.Packages; package++)
            {
                var gains = problem.Gains.Row(package).ToArray();
                var yes = Enumerable.Range(0, players).Where(player => player == chair || gains[player] >= wait[player])
                    .Aggregate(Coalition.Empty, (group, player) => group.With(player));
                if (problem.Rule.Passes(yes) && gains[chair] > best[chair])
                {
                    best = gains;
                }
            }
            for (var player = 0; player < players; player++)
            {
                value[player] += problem.Recognition.Probability(position, chair) * best[player];
            }
        }
        return value;
    }

    private static void AssertNoDeviation(BargainingProblem problem, BargainingResult result)
    {
        foreach (var own in result.Proposals)
        {
            for (var package = 0; package < problem.Packages; package++)
            {
                var yes = Enumerable.Range(0, problem.Players)
                    .Where(p => p == own.Chair || problem.Gains[package, p] >= own.Thresholds[p] - Tolerance)
                    .Aggregate(Coalition.Empty, (group, player) => group.With(player));
                if (problem.Rule.Passes(yes))
                {
                    Assert.True(problem.Gains[package, own.Chair] <= own.Gains[own.Chair] + Tolerance);
                }
            }
        }
    }

    private static BargainingProblem Problem(double[] gains, DecisionRule rule, Recognition chair, double discount) =>
        new(new Matrix<double>(gains.Length / rule.Players, rule.Players, gains), rule, chair,
            [.. Enumerable.Repeat(discount, rule.Players)]);
}
