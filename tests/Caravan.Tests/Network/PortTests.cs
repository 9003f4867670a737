using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Tests.Network;

/// <summary>Ports that are not there yet, and what completed projects found.</summary>
public class PortTests
{
    private static readonly TransportTables s_tables = NetworkTables.Load();

    public static TheoryData<string> PortsToCome =>
    [
        .. s_tables.Places.Where(place => place.Kind == PlaceKind.Port && place.Status != LinkStatus.Existing)
            .Select(port => port.Id),
    ];

    [Theory]
    [MemberData(nameof(PortsToCome))]
    public void Port_that_is_not_there_has_ships_only_where_its_project_is_built(string id)
    {
        var port = s_tables.Places.Single(place => place.Id == id);
        Assert.False(HasShips(id, NetworkEdits.None));
        if (port.Project.Length > 0)
        {
            Assert.True(HasShips(id, new NetworkEdits { Projects = [port.Project] }));
        }
    }

    [Fact]
    public void Port_of_a_completed_project_goes_with_it()
    {
        Assert.True(HasShips("kribi-port", NetworkEdits.None));
        Assert.False(HasShips("kribi-port", new NetworkEdits { WithoutProjects = ["kribi-port"] }));
    }

    [Theory]
    [InlineData("piraeus-port", "piraeus-port", 48, 72)]
    [InlineData("tema-port", "tema-port", 192, 240)]
    public void Port_that_a_completed_project_eased_was_one_class_slower(string project, string port, int now, int before)
    {
        var hours = s_tables.Places.Single(place => place.Id == port).HandlingHours;
        Assert.Equal(now, hours);
        Assert.Equal(before - now, (Loading(new() { WithoutProjects = [project] }) - Loading(NetworkEdits.None)) * 24, 1e-9);

        double Loading(NetworkEdits edits)
        {
            var network = TransportNetwork.Build(s_tables, edits);
            var at = new Node(port, "", Node.Sea);
            return network.Edges.First(edge => edge.Kind == LegKind.Transfer
                && (network.Nodes[edge.A] == at || network.Nodes[edge.B] == at)).Cost.Days;
        }
    }

    [Fact]
    public void Project_that_is_built_holds_where_another_is_undone_at_the_same_port()
    {
        var both = new NetworkEdits { Projects = ["aktau-container-hub"], WithoutProjects = ["aktau-port-north"] };
        var built = new NetworkEdits { Projects = ["aktau-container-hub"] };
        Assert.Equal(
            TransportNetwork.Build(s_tables, built).Route("aktau", "baku")!.Days,
            TransportNetwork.Build(s_tables, both).Route("aktau", "baku")!.Days);
    }

    [Theory]
    [InlineData("khorgos-gateway", "x-khorgos-altynkol", TransportMode.Rail, 67.7 - 40.6)]
    [InlineData("malaba-busia-osbp", "x-malaba", TransportMode.Road, 21.7 - 13)]
    public void Border_that_a_completed_project_eased_was_slower(
        string project, string crossing, TransportMode mode, double hours)
    {
        double Hours(NetworkEdits edits)
        {
            var network = TransportNetwork.Build(s_tables, edits);
            return network.Edges.First(edge => edge.Kind == LegKind.Border && edge.Mode == mode
                && network.Nodes[edge.A].Place == crossing).Cost.Days * 24;
        }
        Assert.Equal(hours, Hours(new() { WithoutProjects = [project] }) - Hours(NetworkEdits.None), 0.02);
    }

    [Fact]
    public void Ports_have_the_hours_of_the_rule_and_projects_those_of_the_class_beside()
    {
        int[] classes = [48, 72, 96, 120, 168];
        foreach (var project in s_tables.Projects)
        {
            foreach (var effect in project.Effects.Where(effect => effect.Kind is "port" or "port-before"))
            {
                var port = s_tables.Places.Single(place => place.Id == effect.From);
                var region = port.HandlingHours > 168 ? 72 : 0;
                var from = Array.IndexOf(classes, (int)port.HandlingHours - region);
                var to = Array.IndexOf(classes, (int)effect.Hours - region);
                Assert.Equal(effect.Kind == "port" ? from - 1 : from + 1, to);
            }
        }
    }

    [Theory]
    [InlineData(TransportMode.Road)]
    [InlineData(TransportMode.Rail)]
    public void No_project_is_faster_than_the_fastest_line_in_use(TransportMode mode)
    {
        var fastest = s_tables.Links.Where(link => link.Mode == mode && link.Status == LinkStatus.Existing)
            .Max(link => link.SpeedKmh);
        var planned = s_tables.Links.Where(link => link.Mode == mode).Select(link => link.SpeedKmh)
            .Concat(s_tables.Projects.SelectMany(project => project.Effects).Where(effect => effect.Mode == mode)
                .Select(effect => effect.SpeedKmh));
        Assert.All(planned, speed => Assert.InRange(speed, 0, fastest));
    }

    [Fact]
    public void First_crossing_of_a_mode_takes_what_the_rule_says()
    {
        var carec = new HashSet<string> { "AFG", "AZE", "CHN", "GEO", "KAZ", "KGZ", "MNG", "PAK", "TJK", "TKM", "UZB" };
        var checkedOnes = 0;
        foreach (var effect in s_tables.Projects.SelectMany(project => project.Effects)
            .Where(effect => effect is { Kind: "border", Mode: TransportMode.Rail }))
        {
            var crossing = s_tables.Crossings.Single(crossing => crossing.Id == effect.From);
            if (crossing.RailHours is null && carec.Contains(crossing.EconomyA) && carec.Contains(crossing.EconomyB))
            {
                checkedOnes++;
                Assert.Equal((40.6, 215.0), (effect.Hours, effect.UsdPerTeu!.Value));
            }
        }
        Assert.True(checkedOnes >= 3);
    }

    private static bool HasShips(string port, NetworkEdits edits)
    {
        var network = TransportNetwork.Build(s_tables, edits);
        return network.Nodes.Contains(new Node(port, "", Node.Sea));
    }
}
