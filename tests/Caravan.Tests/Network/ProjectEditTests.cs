using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Tests.Network;

/// <summary>What catalogue projects of the shipped tables do to routes.</summary>
public class ProjectEditTests
{
    private static readonly Lazy<TransportTables> s_tables = new(NetworkTables.Load);

    private static Journey Route(string from, string to, NetworkEdits edits, params TransportMode[] modes) =>
        TransportNetwork.Build(s_tables.Value, edits, new RoutingOptions { Modes = [.. modes] }).Route(from, to)!;

    [Fact]
    public void Undoing_a_project_that_made_a_road_faster_slows_the_road_and_keeps_it()
    {
        var link = s_tables.Value.Links.First(link => link is { Project: "western-europe-western-china" }
            && link.SpeedBeforeKmh > 0 && (link.From, link.To) == ("almaty", "taraz"));
        var now = Route("almaty", "taraz", NetworkEdits.None, TransportMode.Road);
        var before = Route("almaty", "taraz", new() { WithoutProjects = [link.Project] }, TransportMode.Road);
        Assert.Equal(link.Km, now.Km);
        Assert.Equal(now.Km, before.Km);
        var slower = Travel(before) / Travel(now);
        Assert.Equal(link.SpeedKmh / link.SpeedBeforeKmh, slower, 0.01);

        static double Travel(Journey journey) =>
            journey.Legs.Where(leg => leg.Kind == LegKind.Travel).Sum(leg => leg.Days);
    }

    [Fact]
    public void Building_a_railway_opens_the_border_to_trains_where_none_crossed()
    {
        const string Crossing = "x-khunjerab-sost";
        var crossing = s_tables.Value.Crossings.Single(crossing => crossing.Id == Crossing);
        var effect = s_tables.Value.Projects.Single(project => project.Id == "khunjerab-railway").Effects
            .Single(effect => effect.Kind == "border");
        Assert.Null(crossing.RailHours);
        var built = Route("rawalpindi", "kashgar", new() { Projects = ["khunjerab-railway"] }, TransportMode.Rail);
        var border = Assert.Single(built.Legs, leg => leg.Kind == LegKind.Border);
        Assert.Equal((Crossing, TransportMode.Rail), (border.From, border.Mode));
        Assert.True(border.Days >= effect.Hours / 24 - 1e-9);
    }

    [Fact]
    public void Opening_a_closed_crossing_lets_goods_pass()
    {
        var closed = s_tables.Value.Crossings.Single(crossing => crossing.Id.Contains("wagah"));
        Assert.True(closed.Closed);
        var around = Route("lahore", "amritsar", NetworkEdits.None);
        var through = Route("lahore", "amritsar", new() { Opened = [closed.Id] });
        Assert.True(through.Days < around.Days);
        Assert.Contains(through.Legs, leg => leg.Kind == LegKind.Border && leg.From == closed.Id);
    }
}
