using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Scenarios.Routes;

namespace Caravan.Tests.Scenarios.Routes;

public class RouteFinderTests
{
    private static readonly RouteFinder s_finder = new(NetworkTables.Load());

    [Theory]
    [InlineData("chongqing", "chongqing")]
    [InlineData("CHONGQING", "chongqing")]
    [InlineData("São Paulo", "sao-paulo")]
    [InlineData("sao paulo", "sao-paulo")]
    [InlineData("lodz", "lodz")]
    [InlineData("ŁÓDŹ", "lodz")]
    [InlineData("xi'an", "xian")]
    public void Find_takes_names_without_regard_to_case_and_accents(string word, string id) =>
        Assert.Equal(id, s_finder.Find(new RouteRequest(word, "duisburg")).From.Id);

    [Fact]
    public void Find_unknown_names_are_all_told_at_once()
    {
        var wrong = Assert.Throws<InputException>(
            () => s_finder.Find(new RouteRequest("Almati", "Taschkent") { Avoid = ["suezz"] }));
        Assert.Equal(["FROM", "TO", "--avoid"], wrong.Issues.Select(issue => issue.File));
        Assert.Contains("Almaty (KAZ)", wrong.Issues[0].Repair);
        Assert.Contains("suez", wrong.Issues[2].Repair);
    }

    [Fact]
    public void Find_by_one_mode_is_never_cheaper_than_by_all()
    {
        var best = s_finder.Find(new RouteRequest("urumqi", "tbilisi"));
        foreach (var option in best.Options)
        {
            Assert.True(option.GeneralizedUsd >= best.UsdPerTeu + 100 * best.Days - 0.01);
        }
        Assert.Contains(best.Options, option => option.Mode == TransportMode.Rail);
    }

    [Fact]
    public void Find_by_rail_uses_no_trucks_where_trains_begin_at_both_doors() => Assert.All(
        s_finder.Find(new RouteRequest("berlin", "warsaw") { Mode = TransportMode.Rail }).Legs,
        leg => Assert.Equal(TransportMode.Rail, leg.Mode));

    [Fact]
    public void Find_dear_days_make_the_way_quicker()
    {
        var patient = s_finder.Find(new RouteRequest("shanghai", "rotterdam") { UsdPerTeuDay = 0 });
        var hasty = s_finder.Find(new RouteRequest("shanghai", "rotterdam") { UsdPerTeuDay = 1000 });
        Assert.True(hasty.Days < patient.Days);
        Assert.True(hasty.UsdPerTeu > patient.UsdPerTeu);
    }

    [Fact]
    public void Find_names_borders_in_the_direction_of_travel()
    {
        var there = Borders("almaty", "tashkent");
        Assert.Equal(["KAZ-UZB"], there);
        Assert.Equal(["UZB-KAZ"], Borders("tashkent", "almaty"));
    }

    [Fact]
    public void Shares_sum_to_one_and_favour_the_cheaper()
    {
        var shares = ModeChoice.Shares([3000, 2000, 5000]);
        Assert.Equal(1, shares.Sum(), 1e-12);
        Assert.True(shares[1] > shares[0] && shares[0] > shares[2]);
        Assert.Equal(Math.Pow(18000.0 / 17000, -ModeChoice.Theta), shares[0] / shares[1], 1e-12);
        Assert.Empty(ModeChoice.Shares([]));
    }

    private static string[] Borders(string from, string to) =>
    [
        .. s_finder.Find(new RouteRequest(from, to) { Mode = TransportMode.Rail }).Legs
            .Where(leg => leg.Step == RouteStep.Border).Select(leg => leg.From.Economy),
    ];
}
