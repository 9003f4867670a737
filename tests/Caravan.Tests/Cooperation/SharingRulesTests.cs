using Caravan.Cooperation;
using static Caravan.Tests.Cooperation.TextbookGames;

namespace Caravan.Tests.Cooperation;

public class SharingRulesTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Equal_and_proportional_share_the_total()
    {
        AssertClose([4, 4, 4], SharingRules.Equal(3, 12).Payoffs, Tolerance);
        AssertClose([2, 4, 6], SharingRules.Proportional([1, 2, 3], 12).Payoffs, Tolerance);
        AssertClose([-2, -4, -6], SharingRules.Proportional([1, 2, 3], -12).Payoffs, Tolerance);
        Assert.Equal(AllocationStatus.Undefined, SharingRules.Proportional([0, 0], 5).Status);
        Assert.Equal(AllocationStatus.Undefined, SharingRules.Proportional([2, -1], 5).Status);
        Assert.NotEqual("", SharingRules.Proportional([2, -1], 5).Reason);
    }

    [Fact]
    public void Equal_sacrifice_makes_losers_whole_and_takes_the_same_part_from_winners()
    {
        var shared = SharingRules.EqualSacrifice([6, 2, -2]);
        AssertClose([4.5, 1.5, 0], shared.Payoffs, Tolerance);
        Assert.Equal(0, shared.Residual, Tolerance);
        Assert.Equal(AllocationStatus.Infeasible, SharingRules.EqualSacrifice([1, -2]).Status);
    }

    [Fact]
    public void Cost_by_gain_spares_those_who_lose_and_refuses_more_than_is_gained()
    {
        AssertClose([3, 1, 0], SharingRules.CostByGain([6, 2, -2], 4).Payoffs, Tolerance);
        Assert.Equal(AllocationStatus.Infeasible, SharingRules.CostByGain([6, 2, -2], 9).Status);
        AssertClose([3, -1], SharingRules.CostSharesOf([5, 1], [2, 2]), Tolerance);
    }

    [Fact]
    public void Nash_shares_the_surplus_by_weight()
    {
        AssertClose([1 + 2, 3 + 2], NashBargaining.WithTransfers([1, 3], 8).Payoffs, Tolerance);
        AssertClose([1 + 1, 3 + 3], NashBargaining.WithTransfers([1, 3], 8, [0.25, 0.75]).Payoffs, Tolerance);
        Assert.Equal(AllocationStatus.Infeasible, NashBargaining.WithTransfers([5, 5], 8).Status);
        Assert.Throws<ArgumentOutOfRangeException>(() => NashBargaining.WithTransfers([1, 3], 8, [1, 0]));
    }

    [Fact]
    public void Nash_shares_maximise_the_weighted_product()
    {
        double[] floors = [1, -1, 0.5];
        double[] weights = [0.5, 0.3, 0.2];
        var best = NashBargaining.WithTransfers(floors, 4, weights).Payoffs;
        var random = new Random(2);
        for (var trial = 0; trial < 500; trial++)
        {
            var cut = new[] { random.NextDouble(), random.NextDouble() }.Order().ToArray();
            double[] parts = [cut[0], cut[1] - cut[0], 1 - cut[1]];
            var other = floors.Select((floor, player) => floor + parts[player] * (4 - floors.Sum())).ToArray();
            Assert.True(Product(other) <= Product([.. best]) + Tolerance);
        }

        double Product(double[] payoffs) =>
            payoffs.Select((x, player) => weights[player] * Math.Log(x - floors[player])).Sum();
    }

    [Fact]
    public void Nash_without_transfers_takes_the_best_that_harms_nobody()
    {
        Assert.Equal(2, NashBargaining.BestOf([[0, 0], [9, -1], [2, 2], [3, 1]], [0, 0], [], Tolerance));
        Assert.Equal(3, NashBargaining.BestOf([[0, 0], [9, -1], [2, 2], [4, 1.5]], [0, 0], [0.8, 0.2], Tolerance));
        Assert.Equal(-1, NashBargaining.BestOf([[9, -1]], [0, 0], [], Tolerance));
        Assert.Equal(1, NashBargaining.BestOf([[0, 0], [0, 3], [0, 2]], [0, 0], [], Tolerance));
    }

    [Fact]
    public void Settle_pays_what_is_owed_with_fewer_payments_than_players()
    {
        double[] transfers = [-5, 3, -1, 2, 1];
        var payments = Transfers.Settle(transfers, 0);
        var balance = new double[5];
        foreach (var payment in payments)
        {
            Assert.True(payment.Amount > 0);
            (balance[payment.From], balance[payment.To]) =
                (balance[payment.From] - payment.Amount, balance[payment.To] + payment.Amount);
        }
        AssertClose(transfers, balance, Tolerance);
        Assert.True(payments.Length < 5);
        Assert.Equal(6, Transfers.Volume(transfers), Tolerance);
        Assert.Empty(Transfers.Settle([0, 0], 0));
        AssertClose([2, -2], Transfers.Of([1, 5], [3, 3]), Tolerance);
    }

    [Fact]
    public void Game_keeps_its_values_and_refuses_what_is_none()
    {
        var game = Glove();
        Assert.Equal((3, 1.0, 1.0), (game.Players, game.Total, game.Scale));
        AssertClose([0, 0, 0], game.Alone(), 0);
        Assert.Equal(new CoalitionExcess(new Coalition(0b011), 0.5), game.LargestExcess([0.25, 0.25, 0.5]));
        Assert.True(game.IsSuperadditive(0));
        Assert.False(CoalitionGame.Of(2, team => team.Count == 1 ? 1 : 0).IsSuperadditive(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoalitionGame(1, [1, 2]));
        Assert.Throws<ArgumentException>(() => new CoalitionGame(1, [0, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoalitionGame.Of(21, _ => 0));
    }
}
