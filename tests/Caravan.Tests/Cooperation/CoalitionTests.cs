using Caravan.Cooperation;

namespace Caravan.Tests.Cooperation;

public class CoalitionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Grand_holds_every_player_once(int players)
    {
        var all = Coalition.Grand(players);
        Assert.Equal(players, all.Count);
        Assert.Equal(Enumerable.Range(0, players), all.Players);
        Assert.True(all.Contains(players - 1));
        Assert.Equal(players - 1, all.Without(players - 1).Count);
        Assert.Equal(all, all.Without(players - 1).With(players - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Coalition.Grand(129));
    }

    [Fact]
    public void Coalition_holds_who_belongs()
    {
        var team = Coalition.Empty.With(3).With(0).With(3);
        Assert.Equal((2, true, false), (team.Count, team.Contains(3), team.Contains(1)));
        Assert.Equal(Coalition.Of(3), team.Without(0).Without(1));
        Assert.Equal(0, Coalition.Grand(0).Count);
    }

    [Fact]
    public void Sets_are_compared_beyond_the_sixty_fourth_player()
    {
        var (low, high) = (Coalition.Of(3).With(70), Coalition.Of(67));
        Assert.True(low.IsApartFrom(high));
        Assert.False(low.IsApartFrom(Coalition.Of(70)));
        Assert.True(low.With(67).Includes(high));
        Assert.False(low.Includes(high));
        Assert.True(low.Includes(Coalition.Empty));
    }

    [Fact]
    public void Index_is_the_place_in_the_order_of_bits()
    {
        Assert.Equal(5, Coalition.Of(0).With(2).Index);
        Assert.Throws<OverflowException>(() => Coalition.Of(31).Index);
    }
}
