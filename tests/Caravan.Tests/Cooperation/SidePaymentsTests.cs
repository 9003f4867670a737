using Caravan.Cooperation;
using Caravan.Numerics;
using static Caravan.Tests.Cooperation.TextbookGames;

namespace Caravan.Tests.Cooperation;

public class SidePaymentsTests
{
    private const double Tolerance = 1e-8;

    [Fact]
    public void KeepPlayers_pays_the_shortfalls_in_proportion_to_what_is_spare()
    {
        var least = SidePayments.KeepPlayers([6, 3, -1], [0, 1, 1]);
        Assert.Equal(LinearStatus.Optimal, least.Status);
        Assert.Equal(2, least.Volume, Tolerance);
        AssertClose([-1.5, -0.5, 2], least.Transfers, Tolerance);
        Assert.Equal(0, SidePayments.KeepPlayers([1, 1], [1, 0]).Volume);
        AssertClose([0, 0], SidePayments.KeepPlayers([1, 1], [1, 0]).Transfers, 0);
    }

    [Fact]
    public void KeepPlayers_says_how_much_is_missing()
    {
        var none = SidePayments.KeepPlayers([1, 1], [3, 0.5]);
        Assert.Equal(LinearStatus.Infeasible, none.Status);
        Assert.Equal(1.5, none.Shortfall, Tolerance);
        Assert.Empty(none.Transfers);
        Assert.True(double.IsNaN(none.Volume));
    }

    [LinearFact]
    public void KeepCoalitions_of_players_alone_is_the_closed_form()
    {
        var random = new Random(4);
        for (var trial = 0; trial < 10; trial++)
        {
            var gains = Enumerable.Range(0, 5).Select(_ => 4 * random.NextDouble() - 1).ToArray();
            var floors = Enumerable.Range(0, 5).Select(_ => 2 * random.NextDouble() - 1).ToArray();
            // nothing between one and all is worth anything that binds
            var game = CoalitionGame.Of(5, team => team.Count == 1 ? floors[team.Players.First()]
                : team.Count == 5 ? gains.Sum() : team.Players.Sum(player => floors[player]) - 1);
            var (closed, program) = (SidePayments.KeepPlayers(gains, floors), SidePayments.KeepCoalitions(game, gains));
            Assert.Equal(closed.Status, program.Status);
            if (closed.Status == LinearStatus.Optimal)
            {
                Assert.Equal(closed.Volume, program.Volume, Tolerance * 10);
            }
        }
    }

    [LinearFact]
    public void KeepCoalitions_gives_every_coalition_its_worth()
    {
        var game = Convex(6, 2);
        double[] gains = [game.Total, 0, 0, 0, 0, 0];
        var least = SidePayments.KeepCoalitions(game, gains);
        Assert.Equal(LinearStatus.Optimal, least.Status);
        var payoffs = gains.Zip(least.Transfers, (gain, transfer) => gain + transfer).ToArray();
        Assert.InRange(game.LargestExcess(payoffs).Excess, double.NegativeInfinity, Tolerance * 10);
        Assert.Equal(0, least.Transfers.Sum(), Tolerance);
        Assert.Equal(Transfers.Volume(least.Transfers.AsSpan()), least.Volume, Tolerance);
        // the others can bring about what they are worth without player 0, and no less is enough
        Assert.Equal(game[game.Grand.Without(0)], least.Volume, Tolerance * 10);
    }

    [LinearFact]
    public void KeepCoalitions_of_an_empty_core_is_infeasible_and_of_the_least_core_is_not()
    {
        var game = Majority(3);
        Assert.Equal(LinearStatus.Infeasible, SidePayments.KeepCoalitions(game, [1, 0, 0]).Status);
        var least = SidePayments.KeepCoalitions(game, [1, 0, 0], Core.Test(game, Tolerance).LeastExcess + Tolerance / 10);
        Assert.Equal(LinearStatus.Optimal, least.Status);
        Assert.Equal(2.0 / 3, least.Volume, Tolerance);
    }
}
