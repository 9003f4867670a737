using System.Globalization;
using Caravan.Scenarios;
using Caravan.Scenarios.Parsing;
using FsCheck;
using FsCheck.Fluent;

namespace Caravan.Tests.Scenarios;

public class SizeParserTests
{
    private static readonly LeverField s_change = new("change", LeverFieldKind.Change, "");
    private static readonly LeverField s_points = new("points", LeverFieldKind.Points, "");
    private static readonly LeverField s_days = new("days", LeverFieldKind.Days, "");

    [Theory]
    [InlineData("50%", 0.5)]
    [InlineData("-50 %", -0.5)]
    [InlineData("+5%", 0.05)]
    [InlineData("19.3%", 0.193)]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("0.05", 0.05)]
    [InlineData("-.5", -0.5)]
    [InlineData("1e-3", 0.001)]
    [InlineData("9900%", 99)]
    [InlineData("100%", 1)]
    public void Percentages_and_fractions_are_read(string text, double expected) =>
        Assert.Equal(expected, Parse(text, s_change));

    [Theory]
    [InlineData("-3pp", -0.03)]
    [InlineData("-3 PP", -0.03)]
    [InlineData("-3%", -0.03)]
    [InlineData("-0.03", -0.03)]
    public void Points_are_read(string text, double expected) => Assert.Equal(expected, Parse(text, s_points));

    [Theory]
    [InlineData("-2 days", -2)]
    [InlineData("1 day", 1)]
    [InlineData("-0.2", -0.2)]
    [InlineData("12", 12)]
    public void Days_are_read(string text, double expected) => Assert.Equal(expected, Parse(text, s_days));

    [Fact]
    public void Percentage_and_fraction_of_the_same_digits_are_the_same_number() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(-99_999_999, 99_999_999).ToArbitrary(), digits =>
        {
            var percent = (digits / 1_000_000m).ToString(CultureInfo.InvariantCulture) + "%";
            var fraction = (digits / 100_000_000m).ToString(CultureInfo.InvariantCulture);
            return Parse(percent, s_change) == Parse(fraction, s_change);
        }));

    [Fact]
    public void Written_size_is_read_back_to_the_last_bit() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.GeneratorFor<NormalFloat>().Select(value => value.Get % 1000).ToArbitrary(), value =>
            Parse(SizeParser.Format(value, LeverFieldKind.Change), s_change) == value
            && Parse(SizeParser.Format(value, LeverFieldKind.Days), s_days) == value));

    private static double? Parse(string text, LeverField field)
    {
        var issues = new IssueList();
        var value = SizeParser.Parse(new FileText(text, "s.yaml", 1), field, issues);
        Assert.Equal(0, issues.Count);
        return value;
    }
}
