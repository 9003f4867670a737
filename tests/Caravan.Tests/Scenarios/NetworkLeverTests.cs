using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Tests.Scenarios;

/// <summary>From actions to one set of edits of the network.</summary>
public class NetworkLeverTests
{
    [Fact]
    public void Projects_are_built_and_taken_away()
    {
        var edits = Compile("{id: a, lever: link, project: new-line}", "{id: b, lever: link, projects: [fast-gate, NEW-line]}",
            "{id: c, lever: link-closure, project: old-line}");
        Assert.Equal(["fast-gate", "new-line"], edits.Projects.ToArray());
        Assert.Equal(["old-line"], edits.WithoutProjects.ToArray());
    }

    [Theory]
    [InlineData("link", "inland", "fast-gate new-line")]
    [InlineData("link", "planned", "new-line")]
    [InlineData("link", "inland & !planned", "fast-gate")]
    [InlineData("link-closure", "completed", "old-line")]
    public void Words_for_several_projects_take_in_what_the_lever_can_use(string lever, string words, string expected)
    {
        var edits = Compile($"{{id: a, lever: {lever}, project: '{words}'}}");
        Assert.Equal(expected, string.Join(' ', edits.Projects.Concat(edits.WithoutProjects)));
    }

    [Fact]
    public void New_line_is_cut_at_its_nodes_and_takes_the_crossing_on_its_way()
    {
        var edits = Compile("{id: a, lever: link, link: {mode: rail, from: old alpha, to: beta, via: [bell], km: 450, gauge: 1435, speed_kmh: 90}}");
        Assert.Equal(
            ["alpha x-gate 225", "x-gate bell 113", "bell beta 113"],
            edits.Links.Select(link => FormattableString.Invariant($"{link.From} {link.To} {Math.Round(link.Km + 1e-6)}")));
        Assert.All(edits.Links, link => Assert.Equal(
            (TransportMode.Rail, 90, 1435, LinkStatus.Existing), (link.Mode, link.SpeedKmh, link.GaugeMm, link.Status)));
        Assert.Equal(450, edits.Links.Sum(link => link.Km), 1e-9);
    }

    [Fact]
    public void New_line_without_length_and_speed_takes_the_usual_ones()
    {
        var link = Assert.Single(Compile("{id: a, lever: link, link: {mode: road, from: Cora, to: Mark}}").Links);
        Assert.Equal(("cora", "x-cc", 0.0, 0), (link.From, link.To, link.SpeedKmh, link.GaugeMm));
        Assert.Equal(1.3 * 111.19, link.Km, 0.1);
        var ferry = Assert.Single(Compile("{id: a, lever: link, link: {mode: ferry, from: Bay, to: Cape}}").Links);
        Assert.Equal(("bay-port", "cape-port", true, true), (ferry.From, ferry.To, ferry.CarriesRail, ferry.CarriesRoad));
    }

    [Fact]
    public void Speed_changes_multiply_on_every_link_of_the_line()
    {
        var edits = Compile("{id: a, lever: link, link: {mode: road, from: ALPHA, to: apex}, speed: 50%}",
            "{id: b, lever: link, link: {mode: road, from: apex, to: twin-aaa}, speed: 20%}");
        Assert.Equal(
            [("alpha", "twin-aaa", 1.5), ("apex", "twin-aaa", 1.8)],
            edits.Speeds.Select(speed => (speed.Link.From, speed.Link.To, Math.Round(speed.Factor, 12))));
        Assert.Empty(edits.Links);
    }

    [Fact]
    public void Passages_crossings_and_lines_are_closed()
    {
        var edits = Compile("{id: a, lever: link-closure, passage: [canal]}", "{id: b, lever: link-closure, crossing: tor}",
            "{id: c, lever: link-closure, link: {mode: rail, from: bell, to: apex}}", "{id: d, lever: link-closure, passage: the canal}");
        Assert.Equal(["canal", "x-gate"], edits.Closed.ToArray());
        Assert.Equal(
            [new LinkEnds("bell", "x-gate", TransportMode.Rail), new LinkEnds("apex", "x-gate", TransportMode.Rail)],
            edits.ClosedLinks.ToArray());
    }

    [Fact]
    public void Border_times_multiply_by_mode_and_leave_closed_crossings_alone()
    {
        var edits = Compile("{id: a, lever: border-time, between: world, change: -50%}",
            "{id: b, lever: border-time, crossings: [x-gate], mode: rail, change: -20%, cost: 10%}");
        Assert.Equal(
            [
                new CrossingFactor("x-cc", 0.5, 1) { Mode = TransportMode.Road },
                new CrossingFactor("x-cc", 0.5, 1) { Mode = TransportMode.Rail },
                new CrossingFactor("x-gate", 0.5, 1) { Mode = TransportMode.Road },
                new CrossingFactor("x-gate", 0.4, 1.1) { Mode = TransportMode.Rail },
            ],
            edits.Crossings.ToArray());
    }

    [Fact]
    public void Border_times_are_between_members_or_two_sides()
    {
        Assert.Equal(["x-gate"], CrossingsOf("{id: a, lever: border-time, change: 10%}"));
        Assert.Equal(["x-gate"], CrossingsOf("{id: a, lever: border-time, economies: BBB, partners: AAA, change: 10%}"));
        // both sides of this one lie in the aggregate CCC
        Assert.Equal(["x-cc"], CrossingsOf("{id: a, lever: border-time, between: CCC, change: 10%}"));
    }

    [Fact]
    public void Rates_change_inside_economies_and_for_ships_everywhere()
    {
        var edits = Compile("{id: a, lever: transport-cost, mode: road, economies: [AAA, CCC], change: -10%}",
            "{id: b, lever: transport-cost, mode: road, economies: AAA, change: -10%}",
            "{id: c, lever: transport-cost, mode: sea, change: 20%}");
        Assert.Equal(
            ["Sea  1.2", "Road AAA 0.81", "Road CCD,CCE 0.9"],
            edits.Rates.Select(rate => FormattableString.Invariant(
                $"{rate.Mode} {string.Join(',', rate.Economies)} {rate.Factor:0.####}")));
    }

    [Fact]
    public void Nothing_is_edited_by_changes_of_zero_and_without_such_levers_nothing_is_compiled()
    {
        var edits = Compile("{id: a, lever: border-time, change: 0%}", "{id: b, lever: transport-cost, mode: rail, change: 0%}",
            "{id: c, lever: link, link: {mode: rail, from: apex, to: bell}, speed: 0%}");
        Assert.Empty(edits.Crossings);
        Assert.Empty(edits.Rates);
        Assert.Empty(edits.Speeds);
        using var other = ScenarioText.WithActions("{id: t, lever: transport-cost, days: -1}");
        Assert.Null(other.CompileNetwork());
    }

    [Fact]
    public void Resolved_text_says_the_same()
    {
        string[] actions =
        [
            "{id: a, lever: link, project: inland}",
            "{id: b, lever: link, link: {mode: rail, from: alpha, to: beta, km: 450, gauge: 1435}}",
            "{id: c, lever: link, link: {mode: road, from: alpha, to: beta}, speed: 25%}",
            "{id: d, lever: link-closure, passage: canal}",
            "{id: e, lever: link-closure, project: old-line}",
            "{id: f, lever: border-time, mode: road, change: -30%, cost: -5%}",
            "{id: g, lever: transport-cost, mode: road, change: -10%}",
            "{id: h, lever: transport-cost, mode: sea, change: -10%}",
            "{id: i, lever: transport-cost, change: -10%}",
        ];
        using var text = ScenarioText.WithActions(actions);
        var scenario = text.Resolve();
        using var again = new ScenarioText(scenario.ToYaml());
        Assert.Equal(scenario.ToYaml(), again.Resolve().ToYaml());
        Assert.Contains("via: [x-gate]", scenario.ToYaml());
        Assert.Equal(Text(text.CompileNetwork()!), Text(again.CompileNetwork()!));
    }

    [Fact]
    public void Order_of_actions_does_not_matter()
    {
        string[] actions =
        [
            "{id: a, lever: border-time, change: -30%}", "{id: b, lever: border-time, change: -17%}",
            "{id: c, lever: border-time, crossings: tor, change: -11%}", "{id: d, lever: link, project: new-line}",
            "{id: e, lever: link, project: fast-gate}",
        ];
        Assert.Equal(Text(Compile(actions)), Text(Compile([.. actions.Reverse()])));
    }

    private static string[] CrossingsOf(string action) =>
        [.. Compile(action).Crossings.Select(one => one.Crossing).Distinct()];

    private static NetworkEdits Compile(params string[] actions)
    {
        using var text = ScenarioText.WithActions(actions);
        return text.CompileNetwork()!;
    }

    // records of arrays are not equal by content
    private static string Text(NetworkEdits edits) => string.Join('\n',
    [
        string.Join(' ', edits.Projects), string.Join(' ', edits.WithoutProjects), string.Join(' ', edits.Links),
        string.Join(' ', edits.ClosedLinks), string.Join(' ', edits.Speeds), string.Join(' ', edits.Closed),
        string.Join(' ', edits.Crossings),
        string.Join(' ', edits.Rates.Select(rate => $"{rate.Mode} {string.Join(',', rate.Economies)} {rate.Factor:R}")),
    ]);
}
