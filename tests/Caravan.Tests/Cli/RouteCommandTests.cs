using System.Text.Json;
using Caravan.Tests.Reporting;

namespace Caravan.Tests.Cli;

public class RouteCommandTests
{
    private static readonly string[] s_modes = ["rail", "road", "sea", "ferry"];

    [Theory]
    [InlineData("route", "route chongqing duisburg")]
    [InlineData("route-avoid", "route chongqing duisburg --avoid RUS --choice logit")]
    [InlineData("route-sea", "route Shanghai Rotterdam --mode sea --avoid suez")]
    [InlineData("route-unknown", "route Chongqin Duisbrg --avoid sueez")]
    [InlineData("route-ambiguous", "route Birmingham Hyderabad")]
    [InlineData("route-no-way", "route Malé duisburg --mode road")]
    [InlineData("route-day-value", "route berlin warsaw --day-value abc")]
    [InlineData("help-route", "help route")]
    public void Call_reads_as_approved(string name, string args) =>
        ApprovedText.Check(name, CommandCall.Run(args.Split(' ')).Transcript());

    [Fact]
    public void Drawing_fits_a_hundred_columns() => Assert.All(
        CommandCall.Run("route", "Lisbon", "Singapore").Out.Split('\n'), line => Assert.True(line.Length <= 100, line));

    [Fact]
    public void Exit_code_is_2_for_unknown_names_and_1_where_there_is_no_way()
    {
        Assert.Equal(2, CommandCall.Run("route", "nowhere-at-all", "duisburg").ExitCode);
        Assert.Equal(2, CommandCall.Run("route", "duisburg", "Duisburg").ExitCode);
        var cutOff = CommandCall.Run("route", "almaty", "tashkent", "--avoid", "KAZ");
        Assert.Equal(1, cutOff.ExitCode);
        Assert.Equal("", cutOff.Out);
        Assert.Contains("no way from Almaty to Tashkent", cutOff.Error);
    }

    [Fact]
    public void Json_has_the_documented_shape_and_legs_that_add_up()
    {
        using var json = JsonDocument.Parse(CommandCall.Run("route", "Chongqing", "Duisburg", "--json").Out);
        var route = json.RootElement;
        Assert.Equal("chongqing", route.GetProperty("from").GetString());
        Assert.Equal("duisburg", route.GetProperty("to").GetString());
        Assert.Equal("any", route.GetProperty("mode").GetString());
        var legs = route.GetProperty("legs").EnumerateArray().ToArray();
        foreach (var name in new[] { "km", "days", "cost_usd" })
        {
            var total = route.GetProperty(name).GetDouble();
            Assert.True(total > 0);
            Assert.Equal(total, legs.Sum(leg => leg.GetProperty(name).GetDouble()), 1e-3);
        }
        var at = "chongqing";
        foreach (var leg in legs)
        {
            Assert.Contains(leg.GetProperty("mode").GetString(), s_modes);
            Assert.Equal(at, leg.GetProperty("from").GetString());
            at = leg.GetProperty("to").GetString();
        }
        Assert.Equal("duisburg", at);
    }

    [Fact]
    public void Csv_has_the_legs_of_the_json()
    {
        var rows = WriterTests.ReadCsv(CommandCall.Run("route", "Almaty", "Tashkent", "--format", "csv").Out);
        using var json = JsonDocument.Parse(CommandCall.Run("route", "Almaty", "Tashkent", "--json").Out);
        var legs = json.RootElement.GetProperty("legs");
        Assert.Equal(legs.GetArrayLength(), rows.Count - 1);
        Assert.Equal(legs[1].EnumerateObject().Select(field => field.Name), rows[0]);
        Assert.Equal(legs[1].GetProperty("km").GetRawText(), rows[2][rows[0].IndexOf("km")]);
    }

    [Fact]
    public void Avoided_passage_is_on_no_leg()
    {
        using var json = JsonDocument.Parse(
            CommandCall.Run("route", "shanghai", "rotterdam", "--mode", "sea", "--avoid", "suez", "--json").Out);
        var passages = string.Concat(json.RootElement.GetProperty("legs").EnumerateArray()
            .Select(leg => leg.GetProperty("passages").GetString()));
        Assert.DoesNotContain("suez", passages);
        Assert.Contains("cape-of-good-hope", passages);
    }

    [Fact]
    public void Scenario_changes_the_network_and_what_was_before_is_told()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "canal.yaml");
        File.WriteAllText(file, """
            caravan: 1
            name: Canal
            summary: A closed canal.
            members: [EGY]
            actions:
              - {id: canal, lever: link-closure, passage: suez, source: illustrative}
            """);
        var plain = Sea();
        var closed = Sea("--scenario", file);
        Assert.Equal(plain.GetProperty("days").GetDouble(), closed.GetProperty("days_without").GetDouble());
        Assert.True(closed.GetProperty("days").GetDouble() > plain.GetProperty("days").GetDouble() + 3);
        Assert.Equal(Sea("--avoid", "suez").GetProperty("km").GetDouble(), closed.GetProperty("km").GetDouble());
        Assert.Equal(2, CommandCall.Run("route", "shanghai", "rotterdam", "--scenario", "no-such-pack").ExitCode);

        static JsonElement Sea(params string[] more)
        {
            var call = CommandCall.Run(["route", "shanghai", "rotterdam", "--mode", "sea", "--json", .. more]);
            using var json = JsonDocument.Parse(call.Out);
            return json.RootElement.Clone();
        }
    }
}
