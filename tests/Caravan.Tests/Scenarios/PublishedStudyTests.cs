using System.Globalization;
using System.Text;
using Caravan.Tests.Reporting;

namespace Caravan.Tests.Scenarios;

/// <summary>
/// Figures of published studies beside the same measures computed here, and the table of docs/validation.md, which is made
/// here. Nothing is fitted to them. What is tested beyond the table are signs and orders of magnitude that any network
/// and model should share.
/// </summary>
public class PublishedStudyTests
{
    private static readonly Lazy<StudyMeasures> s_measures = new(() => new StudyMeasures());

    private static IEnumerable<string[]> Studies => WriterTests.ReadCsv(File.ReadAllText(Path.Combine(
        Repository.Root, "tests", "Caravan.Tests", "Scenarios", "published_studies.csv"))).Skip(1).Select(row => row.ToArray());

    [Fact]
    public void Page_of_validation_has_todays_studies()
    {
        var text = new StringBuilder();
        text.Append("| study | measure | published | computed | difference | checked |\n");
        text.Append("| --- | --- | ---: | ---: | ---: | --- |\n");
        foreach (var row in Studies)
        {
            var (low, high) = (Number(row[3]), Number(row[4]));
            var computed = s_measures.Value[row[2]];
            var format = row[5] == "km" ? "N0" : row[5] == "days" ? "0.0" : "+0.00;-0.00;0.00";
            var unit = row[5].Length > 0 ? " " + row[5] : "";
            var isPublished = double.IsFinite(low) || double.IsFinite(high);
            var published = string.Join(" to ", new[] { low, high }.Where(double.IsFinite)
                .Select(value => value.ToString(row[5] == "km" ? "N0" : "0.##", CultureInfo.InvariantCulture)));
            text.Append($"| {row[0]} | {row[1]} | {published}{(isPublished ? unit : "")} | {Text(computed)}{unit} | ")
                .Append($"{(isPublished ? Text(Difference(low, high, computed)) : "")} | {row[6]} |\n");

            string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        }
        PageSection.Check("validation.md", "studies", text.ToString());
    }

    [Fact]
    public void Belt_and_Road_projects_shorten_journeys_and_raise_income_of_members_more_than_of_the_world()
    {
        var measures = s_measures.Value;
        Assert.InRange(measures["days-members"], -20, measures["days-world"]);
        Assert.InRange(measures["days-world"], -20, 0);
        Assert.InRange(measures["days-corridor"], -60, measures["days-members"]);
        Assert.True(measures["income-members"] > measures["income-world"] && measures["income-world"] > 0);
        Assert.True(measures["trade-among-members"] > measures["exports-world"]);
    }

    [Fact]
    public void Delivered_costs_of_members_fall_by_less_than_their_transport_costs()
    {
        var measures = s_measures.Value;
        Assert.InRange(measures["delivered-trade"], -5, 0);
        Assert.InRange(measures["delivered-mean"], measures["cost-members"], 0);
    }

    [Fact]
    public void Suez_and_the_Cape_are_as_long_as_published_and_trade_falls_with_distance()
    {
        var measures = s_measures.Value;
        Assert.InRange(measures["suez-km"] / 19_631, 0.97, 1.03);
        Assert.InRange(measures["cape-km"] / 25_558, 0.97, 1.03);
        Assert.InRange(measures["sea-elasticity"], -2, -0.05);
    }

    // to the nearer end of what was published; none inside
    private static double Difference(double low, double high, double computed)
    {
        var (least, most) = (double.IsFinite(low) ? low : high, double.IsFinite(high) ? high : low);
        return computed < least ? computed - least : computed > most ? computed - most : 0;
    }

    private static double Number(string text) =>
        text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
