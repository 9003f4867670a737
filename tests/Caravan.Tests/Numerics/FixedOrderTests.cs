using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class FixedOrderTests
{
    [Fact]
    public void Sum_keeps_what_plain_addition_loses() => Assert.Equal(2, FixedOrder.Sum([1, 1e100, 1, -1e100]));

    [Fact]
    public void Sum_of_nothing_is_zero() => Assert.Equal(0, FixedOrder.Sum([]));
}
