using Caravan.Finance;

namespace Caravan.Tests.Finance;

public class RateOfReturnTests
{
    [Theory]
    [InlineData(new double[] { -100, 110 }, 0.1)]
    [InlineData(new double[] { -100, 0, 121 }, 0.1)]
    [InlineData(new double[] { -100, 50 }, -0.5)]
    [InlineData(new double[] { 0, 0, -1, 3 }, 2)]
    [InlineData(new double[] { 100, -105 }, 0.05)]
    public void Of_flows_that_change_sign_once_is_one_rate(double[] flows, double rate)
    {
        var found = RateOfReturn.Of(flows);
        Assert.Equal("one", found.Word);
        Assert.Equal(rate, found.Rate, 1e-10);
    }

    [Fact]
    public void Of_an_annuity_is_its_rate()
    {
        var payment = PresentValue.Annuity(0.07, 30);
        Assert.Equal(0.07, RateOfReturn.Of([-1, .. Enumerable.Repeat(payment, 30)]).Rate, 1e-10);
    }

    [Fact]
    public void Of_flows_that_change_sign_twice_names_both_rates_and_answers_with_none_of_them()
    {
        // (x - 1.1)(x - 1.2) = x^2 - 2.3 x + 1.32
        var found = RateOfReturn.Of([-1, 2.3, -1.32]);
        Assert.Equal("multiple", found.Word);
        Assert.Equal([0.1, 0.2], found.All.Select(rate => Math.Round(rate, 9)));
        Assert.True(double.IsNaN(found.Rate));
    }

    [Fact]
    public void Of_flows_whose_rates_lie_closer_than_the_grid_finds_both()
    {
        var found = RateOfReturn.Of([-1, 2.2001, -1.21010999]);
        Assert.Equal(2, found.All.Length);
        Assert.All(found.All, rate => Assert.Equal(0, PresentValue.Of([-1, 2.2001, -1.21010999], rate), 1e-9));
    }

    [Theory]
    [InlineData(new double[] { -1, -1, -1 })]
    [InlineData(new double[] { 1, 1 })]
    [InlineData(new double[] { })]
    [InlineData(new double[] { -1, 2, -1.5 })]
    public void Of_flows_that_no_rate_brings_to_zero_is_none(double[] flows)
    {
        var found = RateOfReturn.Of(flows);
        Assert.Equal("none", found.Word);
        Assert.True(double.IsNaN(found.Rate));
    }

    [Fact]
    public void Of_random_projects_is_where_the_present_value_is_zero()
    {
        var random = new Random(41);
        for (var trial = 0; trial < 200; trial++)
        {
            double[] flows = [.. Enumerable.Range(0, random.Next(2, 60)).Select(_ => random.NextDouble() * 2 - 0.7)];
            flows[0] = -random.Next(1, 30);
            foreach (var rate in RateOfReturn.Of(flows).All)
            {
                var size = flows.Select((flow, year) => Math.Abs(flow) / Math.Pow(1 + rate, year)).Sum();
                Assert.InRange(Math.Abs(PresentValue.Of(flows, rate)) / size, 0, 1e-9);
            }
        }
    }
}
