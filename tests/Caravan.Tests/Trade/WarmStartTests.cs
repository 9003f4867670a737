using Caravan.Trade;

namespace Caravan.Tests.Trade;

public class WarmStartTests
{
    private static readonly TradeOutcome s_base =
        new TradeModel(RandomWorld.Create(5, 4, 3)).Solve(RandomShock.Tariffs(RandomWorld.Create(5, 4, 3), 0.1));

    // logs of wages, prices and spending that are cubic in the size
    private static WarmStart At(double size)
    {
        var state = s_base.ToWarmStart();
        var length = state.Solution.LogWage.Length + 2 * state.Solution.LogPrice.Length;
        var shift = new double[length];
        for (var i = 0; i < length; i++)
        {
            shift[i] = 0.01 * i - 0.02 * size + 0.003 * (i % 7) * size * size - 0.001 * size * size * size;
        }
        return new WarmStart(state.Accounts, state.Solution.MovedBy(shift));
    }

    private static double Distance(WarmStart one, WarmStart other) =>
        one.Solution.ShiftFrom(other.Solution).Max(Math.Abs);

    [Fact]
    public void Between_four_states_of_a_cubic_lies_the_cubic()
    {
        var known = new[] { 1, -2, 3, 0.5 }.Select(size => (size, At(size))).ToArray();
        foreach (var size in new[] { -2, -1.3, 0, 0.77, 2.9, 3.5 })
        {
            Assert.True(Distance(WarmStart.Between(known, size), At(size)) < 1e-13, $"at {size}");
        }
    }

    [Fact]
    public void Between_fewer_states_comes_nearer_with_each()
    {
        var errors = Enumerable.Range(1, 4).Select(count => Distance(
            WarmStart.Between(new[] { 0.5, 1, 3, -2 }.Take(count).Select(size => (size, At(size))).ToArray(), 0.77),
            At(0.77))).ToArray();
        Assert.Equal(errors.OrderDescending(), errors);
        Assert.True(errors[3] < 1e-6 * errors[0]);
    }

    [Fact]
    public void Between_states_that_lie_far_from_the_size_asked_for_keeps_to_the_nearest()
    {
        var known = new[] { 1.003, 1.002, 1.001, 1 }.Select(size => (size, At(size))).ToArray();
        Assert.Equal(0, Distance(WarmStart.Between(known, 2), known[0].Item2));
        // one step ahead is near enough for all of them
        Assert.True(Distance(WarmStart.Between(known, 1.004), At(1.004)) < 1e-11);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    [InlineData(double.MaxValue)]
    public void Between_states_keeps_to_the_nearest_where_the_size_is_no_number(double at)
    {
        var known = new[] { 1, -2, 3, 0.5 }.Select(size => (size, At(size))).ToArray();
        Assert.Equal(0, Distance(WarmStart.Between(known, at), known[0].Item2));
    }

    [Fact]
    public void Bare_keeps_the_state_and_forgets_the_way_to_it()
    {
        var state = s_base.ToWarmStart();
        Assert.NotNull(state.Solution.Memory);
        Assert.Null(state.Bare().Solution.Memory);
        Assert.Equal(0, Distance(state, state.Bare()));
        Assert.Same(state.Solution.Memory, state.Bare().Knowing(state).Solution.Memory);
    }
}
