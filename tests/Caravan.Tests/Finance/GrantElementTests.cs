using Caravan.Finance;

namespace Caravan.Tests.Finance;

public class GrantElementTests
{
    [Fact]
    public void Of_two_per_cent_over_twenty_years_is_the_sum_by_hand()
    {
        // (1 - 0.02 / 0.05) (1 - (1.05^-5 - 1.05^-20) / (0.05 * 15)), with 1.05^-5 = 0.7835262 and 1.05^-20 = 0.3768895
        Assert.Equal(0.6 * (1 - (0.7835262 - 0.3768895) / 0.75), GrantElement.Of(new LoanTerms(0.02, 5, 20)), 1e-7);
        Assert.Equal(0.27469, GrantElement.Of(new LoanTerms(0.02, 5, 20)), 1e-5);
    }

    [Theory]
    [InlineData(0.0, 10, 40)]
    [InlineData(0.0075, 6, 38)]
    [InlineData(0.02, 5, 20)]
    [InlineData(0.05, 3, 15)]
    [InlineData(0.08, 0, 1)]
    public void Of_is_face_value_less_discounted_debt_service(double rate, int grace, int maturity)
    {
        var terms = new LoanTerms(rate, grace, maturity);
        var loan = LoanSchedule.Of([1], terms);
        double[] service = [.. Enumerable.Range(0, loan.Length).Select(loan.Service)];
        Assert.Equal(1 - PresentValue.Of(service, 0.05), GrantElement.Of(terms), 1e-12);
        Assert.Equal(1 - loan.PresentValue(0, 0.05), GrantElement.Of(terms), 1e-12);
    }

    [Fact]
    public void Of_a_loan_at_the_discount_rate_is_nothing_and_above_it_negative()
    {
        Assert.Equal(0, GrantElement.Of(new LoanTerms(0.05, 5, 20)));
        Assert.True(GrantElement.Of(new LoanTerms(0.06, 5, 20)) < 0);
        Assert.True(GrantElement.Of(new LoanTerms(0.0, 10, 50)) > GrantElement.Concessional);
    }
}
