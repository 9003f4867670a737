using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class LineMaximumTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(0.98765)]
    public void Find_the_top_of_a_smooth_hill(double top)
    {
        var found = LineMaximum.Find(x => -Math.Cosh(3 * (x - top)), 0, 1, 1e-7);
        Assert.True(found.Converged);
        Assert.Equal(top, found.Point, 1e-6);
        Assert.InRange(found.Evaluations, 8, 60);
    }

    [Fact]
    public void Find_the_higher_of_two_hills_and_the_ends()
    {
        Assert.Equal(0.8, LineMaximum.Find(
            x => Math.Exp(-100 * (x - 0.2) * (x - 0.2)) + 2 * Math.Exp(-100 * (x - 0.8) * (x - 0.8)), 0, 1).Point, 1e-4);
        Assert.Equal(1, LineMaximum.Find(x => x, 0, 1).Point);
        Assert.Equal(-2, LineMaximum.Find(x => -x, -2, 1).Point);
        Assert.Equal(0.5, LineMaximum.Find(_ => 7, 0.5, 0.5).Point);
    }

    [Fact]
    public void Find_a_kink()
    {
        Assert.Equal(0.4321, LineMaximum.Find(x => -Math.Abs(x - 0.4321), 0, 1, 1e-8).Point, 1e-7);
    }

    [Fact]
    public void Find_tells_when_it_had_to_stop()
    {
        Assert.False(LineMaximum.Find(x => -(x - 0.3) * (x - 0.3), 0, 1, 1e-9, 7, 9).Converged);
        Assert.Throws<ArgumentOutOfRangeException>(() => LineMaximum.Find(x => x, 1, 0));
    }
}
