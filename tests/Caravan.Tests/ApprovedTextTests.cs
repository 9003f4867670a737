namespace Caravan.Tests;

public class ApprovedTextTests
{
    [Theory]
    [InlineData("a,1.3318692435490810,7", "a,1.3318692435490999,7", true)]
    [InlineData("a,1.3318692435490810,7", "a,1.3318792435490810,7", false)]
    [InlineData("a,1.3318692435490810,7", "a,1.3318692435490810,8", false)]
    [InlineData("a,1.3318692435490810,7", "a,1.33,7", false)]
    [InlineData("a,-3.5E-12", "a,-3.5000000001E-12", true)]
    [InlineData("1.123456789012 2.123456789012", "2.123456789012 1.123456789012", false)]
    public void Figures_in_full_digits_may_differ_by_rounding_and_nothing_else_may(string approved, string received, bool same) =>
        Assert.Equal(same, ApprovedText.WithFiguresOf(approved, received) == approved);
}
