using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class LognormalShrinkageTests
{
    [Fact]
    public void A_precise_estimate_stays_where_it_is()
    {
        var (_, mean, deviation) = LognormalShrinkage.Posterior(8, 0.05, 4, 0.5);
        Assert.Equal(8, mean, 1);
        Assert.Equal(0.05, deviation, 2);
    }

    [Fact]
    public void An_estimate_without_information_becomes_the_centre()
    {
        var (_, mean, _) = LognormalShrinkage.Posterior(20, 1e6, 4, 0.5);
        Assert.Equal(4, mean, 6);
    }

    [Fact]
    public void Both_outliers_move_towards_the_centre_and_stay_positive()
    {
        var shrunk = LognormalShrinkage.Fit([51, 0.4, -3, 5, 4, 6], [18, 1.1, 2, 0.5, 0.5, 0.5], 4.55);
        Assert.InRange(shrunk.Values[0], 4.55, 30);
        Assert.InRange(shrunk.Values[1], 0.4, 4.55);
        Assert.InRange(shrunk.Values[2], 0.1, 4.55);
        Assert.All(shrunk.StandardErrors, error => Assert.True(error > 0));
    }

    [Fact]
    public void The_spread_is_small_where_estimates_agree_and_large_where_they_do_not()
    {
        var alike = LognormalShrinkage.Fit([4, 4.1, 3.9, 4], [0.5, 0.5, 0.5, 0.5], 4);
        var unlike = LognormalShrinkage.Fit([1, 16, 2, 8], [0.2, 0.2, 0.2, 0.2], 4);
        Assert.Equal(0.05, alike.Tau, 12);
        // the logarithms over the centre are -2, 2, -1 and 1 times log 2: their root mean square
        Assert.Equal(Math.Sqrt(2.5) * Math.Log(2), unlike.Tau, 1);
    }
}
