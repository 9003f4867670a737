using System.Collections.Immutable;
using Caravan.Cooperation;
using static Caravan.Tests.Cooperation.TextbookGames;

namespace Caravan.Tests.Cooperation;

public class ConsentGameTests
{
    private const double Tolerance = 1e-10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Values_are_those_over_every_coalition(int seed)
    {
        const int Players = 8;
        var random = new Random(seed);
        var consents = Enumerable.Range(0, 5).Select(_ => new Coalition((ulong)random.Next(1, 1 << Players))).ToArray();
        var game = ConsentGame.Of(Players, consents, 64)!;
        var known = game.Unions.ToDictionary(union => union, union => union == Coalition.Empty
            ? [.. new double[Players]]
            : Enumerable.Range(0, Players).Select(_ => random.NextDouble() - 0.4).ToImmutableArray());
        // straight from the definition: what needs nobody outside, and who gains inside
        var whole = CoalitionGame.Of(Players, team =>
        {
            var union = consents.Where(team.Includes)
                .Aggregate(Coalition.Empty, (so, group) => new Coalition(so.Members | group.Members));
            return team.Players.Sum(player => known[union][player]);
        });
        AssertClose(Shapley.Values(whole), game.Shapley(union => known[union]), Tolerance);
        AssertClose(Banzhaf.Values(whole), game.Banzhaf(union => known[union]), Tolerance);
    }

    [Fact]
    public void A_hundred_players_in_pairs_share_what_each_pair_gains()
    {
        // an action of players 0 and 99 that brings both 1 and player 50 another 3: it takes all three to earn the 3
        var game = ConsentGame.Of(100, [Coalition.Of(0).With(99)], 2)!;
        var values = game.Shapley(union => [.. Enumerable.Range(0, 100)
            .Select(player => union.Count == 0 ? 0.0 : player is 0 or 99 ? 1 : player == 50 ? 3 : 0)]);
        Assert.Equal(2, values[0], Tolerance);
        Assert.Equal(1, values[50], Tolerance);
        Assert.Equal(2, values[99], Tolerance);
        Assert.Equal(5, values.Sum(), Tolerance);
    }

    [Fact]
    public void Unions_are_the_smallest_coalitions_that_bring_each_set_about()
    {
        Coalition[] consents = [Coalition.Of(0), Coalition.Of(1).With(2), Coalition.Of(0), Coalition.Grand(4)];
        Coalition[] expected =
            [Coalition.Empty, Coalition.Of(0), Coalition.Of(1).With(2), Coalition.Grand(3), Coalition.Grand(4)];
        Assert.Equal(expected, ConsentGame.Of(4, consents, 5)!.Unions);
        Assert.Null(ConsentGame.Of(4, consents, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConsentGame.Of(2, [Coalition.Of(2)], 5));
    }
}
