using Caravan.Reporting;

namespace Caravan.Tests.Reporting;

public class NumberTextTests
{
    [Theory]
    [InlineData(-0.0, 2, "0.00")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(0.004, 2, "0.00")]
    [InlineData(-0.005001, 2, "-0.01")]
    [InlineData(1.5, 2, "+1.50")]
    [InlineData(-12345.6, 0, "-12,346")]
    [InlineData(1234567.8, 0, "+1,234,568")]
    public void Change_has_a_sign_unless_it_rounds_to_zero(double value, int decimals, string expected) =>
        Assert.Equal(expected, NumberText.Change(value, decimals));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(3.254e-12, "3.3e-12")]
    [InlineData(0.25, "0.25")]
    [InlineData(1234.5678, "1234.57")]
    public void General_has_few_digits(double value, string expected) =>
        Assert.Equal(expected, NumberText.General(value));

    [Theory]
    [InlineData(12.3, "+12.30")]
    [InlineData(0.123, "+0.123")]
    [InlineData(0.0123, "+0.0123")]
    [InlineData(0.000123, "+0.0001")]
    [InlineData(1e-13, "0.00")]
    public void Rows_have_three_significant_digits_of_the_largest_value(double value, string expected)
    {
        var table = new ReportTable
        {
            Name = "one",
            Columns = [new ReportColumn("change_pct", "Change", ColumnFormat.PercentChange)],
            Rows = [[value]],
        };
        Assert.Equal(expected, NumberText.Rows(table)[0][0]);
    }

    [Fact]
    public void Rows_show_a_small_change_beside_a_large_one()
    {
        var table = new ReportTable
        {
            Name = "two",
            Columns = [new ReportColumn("change_pct", "Change", ColumnFormat.PercentChange)],
            Rows = [[1.69], [-0.0046], [1e-12]],
        };
        Assert.Equal(["+1.690", "-0.005", "0.000"], NumberText.Rows(table).Select(row => row[0]));
    }

    [Fact]
    public void Cell_without_a_finite_number_is_empty()
    {
        var column = new ReportColumn("change_pct", "Change", ColumnFormat.PercentChange);
        Assert.Equal("", NumberText.Cell(double.NaN, column, 2));
        Assert.Equal("", NumberText.Cell(default, column, 2));
    }
}
