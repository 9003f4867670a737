using Caravan.Finance;

namespace Caravan.Tests.Finance;

public class LoanScheduleTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Of_a_loan_paid_out_at_once_is_what_one_reckons_by_hand()
    {
        var loan = LoanSchedule.Of([1000], new LoanTerms(0.10, 2, 4));
        Assert.Equal([0, 100, 100, 100, 50], loan.Interest.AsEnumerable());
        Assert.Equal([0, 0, 0, 500, 500], loan.Principal.AsEnumerable());
        Assert.Equal([1000, 1000, 1000, 500, 0], loan.Owed.AsEnumerable());
        Assert.Equal(600, loan.Service(3));
        Assert.Equal(0, loan.Service(5));
        Assert.Equal(0, loan.Service(-1));
    }

    [Theory]
    [InlineData(0.0, 0, 5)]
    [InlineData(0.03, 5, 20)]
    [InlineData(0.07, 1, 12)]
    public void Of_money_paid_out_over_years_repays_all_of_it(double rate, int grace, int maturity)
    {
        var terms = new LoanTerms(rate, grace, maturity);
        var loan = LoanSchedule.Of([100, 300, 250, 50], terms);
        Assert.Equal(700, loan.PaidOut.Sum(), Tolerance * 700);
        Assert.Equal(700, loan.Principal.Sum(), Tolerance * 700);
        Assert.Equal(0, loan.Owed[^1]);
        Assert.All(loan.Owed, owed => Assert.InRange(owed, 0, 700));
        for (var year = 1; year < loan.Length; year++)
        {
            Assert.Equal(loan.Owed[year], loan.Owed[year - 1] + loan.PaidOut[year] - loan.Principal[year], 1e-10);
            Assert.Equal(rate * loan.Owed[year - 1], loan.Interest[year], 1e-10);
        }
    }

    [Fact]
    public void PresentValue_at_the_loans_own_rate_is_what_is_owed()
    {
        var terms = new LoanTerms(0.06, 3, 15);
        var loan = LoanSchedule.Of([200, 200], terms);
        for (var year = 1; year < loan.Length; year++)
        {
            Assert.Equal(loan.Owed[year], loan.PresentValue(year, 0.06), 1e-10);
        }
        Assert.True(loan.PresentValue(3, 0.05) > loan.Owed[3]);
        Assert.Equal(0, loan.PresentValue(20, 0.05));
    }

    [Fact]
    public void Of_refuses_terms_that_are_none()
    {
        Assert.Throws<ArgumentException>(() => LoanSchedule.Of([1], new LoanTerms(0.05, 5, 5)));
        Assert.Throws<ArgumentException>(() => LoanSchedule.Of([1], new LoanTerms(-0.05, 0, 5)));
        Assert.Throws<ArgumentException>(() => LoanSchedule.Of([1, 1, 1], new LoanTerms(0.05, 0, 2)));
    }
}
