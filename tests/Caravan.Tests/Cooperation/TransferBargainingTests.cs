using Caravan.Cooperation;

namespace Caravan.Tests.Cooperation;

public class TransferBargainingTests
{
    private const double Tolerance = 1e-11;

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public void Solve_two_players_divide_as_Rubinstein(double delta)
    {
        var result = TransferBargaining.Solve(new DivisionProblem(
            1, DecisionRule.Consensus(2), Recognition.Rotation(2, [0, 1]), [delta, delta]));
        Assert.Equal(BargainingStatus.Solved, result.Status);
        Assert.InRange(result.Residual, 0, Tolerance);
        Assert.Equal(1 / (1 + delta), result.Values[0], Tolerance);
        Assert.Equal(delta / (1 + delta), result.Values[1], Tolerance);
        Assert.Equal((1 - delta) / (1 + delta), result.ChairWorth[0], Tolerance);
        Assert.Equal((1 - delta) / (1 + delta), result.ChairWorth[1], Tolerance);
    }

    [Fact]
    public void Solve_unequal_patience_as_Rubinstein()
    {
        // (1 - d2) / (1 - d1 d2) for who speaks first
        var result = TransferBargaining.Solve(new DivisionProblem(
            100, DecisionRule.Consensus(2), Recognition.Rotation(2, [0, 1]), [0.9, 0.6]));
        Assert.Equal(100 * 0.4 / (1 - 0.54), result.Values[0], 100 * Tolerance);
    }

    [Theory]
    [InlineData(3, 0.9)]
    [InlineData(5, 0.8)]
    [InlineData(25, 0.5)]
    public void Solve_majority_by_lot_as_Baron_and_Ferejohn(int players, double delta)
    {
        var problem = new DivisionProblem(
            1, DecisionRule.Majority(players, 0.5 + 0.25 / players), Recognition.Lot([.. Enumerable.Repeat(1.0 / players, players)]),
            [.. Enumerable.Repeat(delta, players)]);
        var result = TransferBargaining.Solve(problem);
        Assert.Equal(BargainingStatus.Solved, result.Status);
        Assert.InRange(result.Residual, 0, Tolerance);
        Assert.All(result.Values, value => Assert.Equal(1.0 / players, value, Tolerance));
        var share = 1 - delta * (players - 1) / (2 * players);
        Assert.All(result.Proposals, offer => Assert.Equal(share, offer.Gains[offer.Chair], Tolerance));
        Assert.All(result.Proposals, offer => Assert.Equal((players + 1) / 2, offer.InFavour.Count));
    }

    [Fact]
    public void Solve_votes_of_equal_weight_as_one_vote_each()
    {
        var lot = Recognition.Lot([0.2, 0.2, 0.2, 0.2, 0.2]);
        double[] discount = [0.9, 0.9, 0.9, 0.9, 0.9];
        var number = TransferBargaining.Solve(new DivisionProblem(1, DecisionRule.Majority(5, 0.6), lot, [.. discount]));
        var weight = TransferBargaining.Solve(new DivisionProblem(
            1, DecisionRule.Weighted([2, 2, 2, 2, 2], 0.6), lot, [.. discount]));
        Assert.Equal(number.Proposals.Length, weight.Proposals.Length);
        foreach (var (one, other) in number.Proposals.Zip(weight.Proposals))
        {
            Assert.All(one.Gains.Zip(other.Gains), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        }
    }

    [Fact]
    public void Solve_a_veto_player_takes_more()
    {
        // everybody needs player 0, who needs one of the two others and draws it evenly:
        // v = (1 - delta v0) / 3 + delta v / 6 and v0 = 1 - 2 v
        const double Delta = 0.9;
        var third = 1.0 / 3;
        var result = TransferBargaining.Solve(new DivisionProblem(
            1, DecisionRule.Weighted([2, 1, 1], 0.75), Recognition.Lot([third, third, third]), [Delta, Delta, Delta]));
        Assert.Equal(BargainingStatus.Solved, result.Status);
        var v = (1 - Delta) / 3 / (1 - 2 * Delta / 3 - Delta / 6);
        Assert.Equal(v, result.Values[1], Tolerance);
        Assert.Equal(v, result.Values[2], Tolerance);
        Assert.Equal(1 - 2 * v, result.Values[0], Tolerance);
    }

    [Fact]
    public void Solve_rotation_under_majority_leaves_all_to_the_chair()
    {
        // the partner is who would speak last, and would then be the next partner's choice no more: it waits for nothing
        var result = TransferBargaining.Solve(new DivisionProblem(
            1, DecisionRule.Majority(3, 0.5), Recognition.Rotation(3, [0, 1, 2]), [0.9, 0.9, 0.9]));
        Assert.Equal<double>([1, 0, 0], result.Values.Select(value => Math.Round(value, 12)));
        Assert.Equal(1, result.ChairWorth[2], Tolerance);
    }

    [Fact]
    public void Solve_fixed_rounds_backward_from_the_last()
    {
        // last round: the chair takes all; before it the other is offered delta; before that 1 - delta is left to offer
        var problem = new DivisionProblem(
            1, DecisionRule.Consensus(2), Recognition.Rotation(2, [0, 1]), [0.8, 0.8]);
        Assert.Equal<double>([1, 0], TransferBargaining.Solve(problem, 1).Values);
        Assert.Equal(0.2, TransferBargaining.Solve(problem, 2).Values[0], Tolerance);
        Assert.Equal(1 - 0.8 * 0.2, TransferBargaining.Solve(problem, 3).Values[0], Tolerance);
        Assert.Equal<int>([0, 1, 0], TransferBargaining.Solve(problem, 3).Proposals.Select(offer => offer.Chair));
        Assert.Equal(1 / 1.8, TransferBargaining.Solve(problem, 301).Values[0], Tolerance);
    }

    [Fact]
    public void Solve_pays_at_least_the_floor_or_nothing_passes()
    {
        var rule = DecisionRule.Consensus(2);
        var chair = Recognition.Rotation(2, [0, 1]);
        var paid = TransferBargaining.Solve(new DivisionProblem(1, rule, chair, [0.1, 0.1]) { Floor = [0, 0.5] });
        Assert.Equal(0.5, paid.Values[1], Tolerance);
        var stuck = TransferBargaining.Solve(new DivisionProblem(1, rule, chair, [0.1, 0.1]) { Floor = [0.6, 0.6] });
        Assert.All(stuck.Proposals, offer => Assert.Equal(-1, offer.Package));
        Assert.Equal<double>([0, 0], stuck.Values);
    }

    [Fact]
    public void Solve_scales_with_the_surplus_and_follows_the_names_of_players()
    {
        var one = TransferBargaining.Solve(new DivisionProblem(
            1, DecisionRule.Majority(4, 0.75), Recognition.Rotation(4, [0, 1, 2, 3]), [0.9, 0.8, 0.7, 0.95]));
        var other = TransferBargaining.Solve(new DivisionProblem(
            5e6, DecisionRule.Majority(4, 0.75), Recognition.Rotation(4, [3, 2, 1, 0]), [0.95, 0.7, 0.8, 0.9]));
        Assert.Equal(BargainingStatus.Solved, one.Status);
        for (var player = 0; player < 4; player++)
        {
            Assert.Equal(one.Values[player], other.Values[3 - player] / 5e6, Tolerance);
            Assert.Equal(one.ChairWorth[player], other.ChairWorth[3 - player] / 5e6, Tolerance);
        }
    }
}
