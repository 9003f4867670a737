using System.Globalization;
using System.Text;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Tests.Network;

/// <summary>
/// Published journeys beside computed ones, and the tables of docs/network.md, which are made here. When they are out
/// of date, look at the difference and run the tests with CARAVAN_APPROVE=1.
/// </summary>
public class KnownJourneyTests
{
    // published days and computed ones may differ by this factor, either way; nothing is fitted to stay within it
    private const double Factor = 2.5;

    // a plan of running time without terminals and border, not a freight time; docs/network.md says so
    private static readonly (string, string)[] s_noMagnitude = [("addis-ababa", "djibouti")];

    private static readonly TransportTables s_tables = NetworkTables.Load();

    // pairs on the corridors that CAREC measures, by road and by rail
    private static readonly (string From, string To)[] s_carec =
    [
        ("almaty", "bishkek"), ("almaty", "tashkent"), ("ashgabat", "bukhara"), ("baku", "tbilisi"),
        ("dushanbe", "tashkent"), ("bishkek", "tashkent"), ("urumqi", "almaty"),
    ];

    public static TheoryData<string, string, string> Journeys
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var journey in KnownJourney.All)
            {
                data.Add(journey.From, journey.To, journey.Mode);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Journeys))]
    public void Journey_is_of_the_published_magnitude(string from, string to, string mode)
    {
        var published = KnownJourney.All.Single(known => (known.From, known.To, known.Mode) == (from, to, mode));
        var (km, days, usd) = published.Compute(s_tables);
        Assert.True(km > 0 && days > 0 && usd > 0 && double.IsFinite(km + days + usd));
        if (double.IsFinite(published.Days) && !s_noMagnitude.Contains((from, to)))
        {
            Assert.InRange(days, published.Days / Factor, published.Days * Factor);
        }
    }

    [Fact]
    public void Page_of_the_network_has_todays_journeys() => PageSection.Check("network.md", "journeys", JourneyTable());

    [Fact]
    public void Page_of_the_network_has_todays_speeds() => PageSection.Check("network.md", "speeds", SpeedTable());

    [Fact]
    public void Page_of_the_network_has_todays_values_of_a_day() =>
        PageSection.Check("network.md", "day values", DayValueTable());

    private static string JourneyTable()
    {
        var text = new StringBuilder();
        text.Append("| from | to | mode | km | computed | | days | computed | | "
            + "USD per TEU | computed | | checked |\n");
        text.Append("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var known in KnownJourney.All)
        {
            var (km, days, usd) = known.Compute(s_tables);
            text.Append(CultureInfo.InvariantCulture, $"| {known.From} | {known.To} | {known.Mode} | "
                + $"{Cells(known.Km, km, "N0")} | {Cells(known.Days, days, "N1")} | {Cells(known.Usd, usd, "N0")} | "
                + $"{known.Verified} |\n");
        }
        return text.ToString();
    }

    private static string Cells(double published, double computed, string format) => string.Join(
        " | ",
        double.IsFinite(published) ? published.ToString(format, CultureInfo.InvariantCulture) : "",
        computed.ToString(format, CultureInfo.InvariantCulture),
        double.IsFinite(published)
            ? (100 * (computed / published - 1)).ToString("+0;-0;0", CultureInfo.InvariantCulture) + " %"
            : "");

    private static string SpeedTable()
    {
        var text = new StringBuilder();
        text.Append("| from | to | mode | km | borders | km/h moving | km/h with borders |\n");
        text.Append("| --- | --- | --- | ---: | ---: | ---: | ---: |\n");
        foreach (var mode in new[] { TransportMode.Road, TransportMode.Rail })
        {
            var network = TransportNetwork.Build(s_tables, null, new RoutingOptions { Modes = [mode] });
            double allKm = 0, allMoving = 0, allAtBorders = 0;
            var crossed = 0;
            foreach (var (from, to) in s_carec)
            {
                var legs = network.Route(from, to)!.Legs;
                var km = legs.Sum(leg => leg.Km);
                var moving = 24 * legs.Where(leg => leg.Kind == LegKind.Travel).Sum(leg => leg.Days);
                var atBorders = 24 * legs.Where(leg => leg.Kind == LegKind.Border).Sum(leg => leg.Days);
                var borders = legs.Count(leg => leg.Kind == LegKind.Border);
                (allKm, allMoving, allAtBorders, crossed) =
                    (allKm + km, allMoving + moving, allAtBorders + atBorders, crossed + borders);
                Row(from, to, mode, km, borders, moving, atBorders);
            }
            Row("**all**", "", mode, allKm, crossed, allMoving, allAtBorders);
        }
        return text.ToString();

        void Row(
            string from, string to, TransportMode mode, double km, int borders, double moving, double atBorders) =>
            text.Append(CultureInfo.InvariantCulture, $"| {from} | {to} | {WordOf(mode)} | {km:N0} | "
                + $"{borders} | {km / moving:0.0} | {km / (moving + atBorders):0.0} |\n");
    }

    private static string DayValueTable()
    {
        (string From, string To)[] pairs =
            [("chongqing", "duisburg"), ("shanghai", "rotterdam"), ("tashkent", "istanbul")];
        var text = new StringBuilder();
        text.Append("| USD a day | from | to | most km by | days | USD per TEU |\n");
        text.Append("| ---: | --- | --- | --- | ---: | ---: |\n");
        foreach (var usd in new[] { 0, 50, 100, 200, 400 })
        {
            var network = TransportNetwork.Build(s_tables, null, new RoutingOptions { UsdPerTeuDay = usd });
            foreach (var (from, to) in pairs)
            {
                var journey = network.Route(from, to)!;
                var mode = journey.Legs.GroupBy(leg => leg.Mode).MaxBy(legs => legs.Sum(leg => leg.Km))!.Key;
                text.Append(CultureInfo.InvariantCulture, $"| {usd} | {from} | {to} | {WordOf(mode)} | "
                    + $"{journey.Days:N1} | {journey.UsdPerTeu:N0} |\n");
            }
        }
        return text.ToString();
    }

    private static string WordOf(TransportMode mode) => mode.ToString().ToLowerInvariant();
}
