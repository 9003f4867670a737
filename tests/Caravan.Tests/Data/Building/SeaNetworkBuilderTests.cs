using Caravan.Data;
using Caravan.Data.Building;

namespace Caravan.Tests.Data.Building;

public class SeaNetworkBuilderTests
{
    private const uint EveryPassageOpen = 0;
    private static readonly uint s_noNorth = SeaPassages.ClosedInBase;
    private static readonly uint s_suez = SeaPassages.Set("suez");

    private static string NetworkFolder => Path.Combine(Repository.Root, "data", "network");

    // Ports 0 and 5; the short way 0-1-2-5 has the canal between 1 and 2, the long way is 0-3-4-5; 6 is a dead end.
    private static readonly SeaGraph s_twoWays = new(
        [new(0, 0), new(0, 3), new(0, 6), new(9, 0), new(9, 9), new(0, 9), new(20, 20)],
        [
            Edge(0, 1, 300), new(1, 2, 100, Passage("suez")), Edge(2, 5, 300), Edge(0, 3, 1000), Edge(3, 4, 900),
            Edge(4, 5, 800), Edge(4, 6, 50),
        ]);

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Reduce_graph_with_a_canal_keeps_both_distances_and_the_canal(int crossroads)
    {
        var edges = SeaReduction.Reduce(s_twoWays, [0, 5], crossroads, 0);

        Assert.Equal([Edge(0, 1, 300), Edge(0, 5, 2700), new(1, 2, 100, Passage("suez")), Edge(2, 5, 300)],
            edges.Select(edge => edge with { From = Math.Min(edge.From, edge.To), To = Math.Max(edge.From, edge.To) })
                .OrderBy(edge => edge.From).ThenBy(edge => edge.To));
        var reduced = new SeaGraph(s_twoWays.Points, edges);
        Assert.Equal(700, Distances(reduced, 0, EveryPassageOpen)[5]);
        Assert.Equal(2700, Distances(reduced, 0, s_suez)[5]);
    }

    [Fact]
    public void Reduce_with_a_tolerance_leaves_out_what_it_allows()
    {
        var triangle = new SeaGraph(
            [new(0, 0), new(0, 1), new(0, 2)], [Edge(0, 1, 100), Edge(1, 2, 100), Edge(0, 2, 199)]);

        Assert.Equal(3, SeaReduction.Reduce(triangle, [0, 1, 2], 0, 0.001).Count);
        Assert.Equal(2, SeaReduction.Reduce(triangle, [0, 1, 2], 0, 0.01).Count);
    }

    [Fact]
    public void Attach_port_near_an_edge_cuts_it_and_one_far_off_sails_straight_to_its_ends()
    {
        var sea = new SeaGraph([new(0, 0), new(0, 2)], [Edge(0, 1, 222)]);

        var near = SeaAccess.Attach(sea, [new("near-port", 0.1, 1)]);
        Assert.Equal(11.1, near.ApproachKm[0], 0.1);
        Assert.Equal(11.1 + 111, Distances(near.Graph, near.Terminals[0], EveryPassageOpen)[0], 0.1);
        Assert.Equal(222, Distances(near.Graph, 0, EveryPassageOpen)[1], 0.1);

        var far = SeaAccess.Attach(sea, [new("far-port", 1, 1)]);
        Assert.Equal(111.2, far.ApproachKm[0], 0.1);
        Assert.Equal(157.2, Distances(far.Graph, far.Terminals[0], EveryPassageOpen)[0], 0.1);
        Assert.Equal(157.2, Distances(far.Graph, far.Terminals[0], EveryPassageOpen)[1], 0.1);
    }

    [Fact]
    public void Of_edge_across_a_strait_names_it_and_one_beside_it_nothing()
    {
        Assert.Equal(Passage("gibraltar"), SeaPassages.Of("", new(35.95, -5.9), new(35.97, -5.3)));
        Assert.Equal(SeaPassages.None, SeaPassages.Of("", new(35.95, -5.9), new(35.97, -5.7)));
        Assert.Equal(Passage("suez"), SeaPassages.Of("suez", new(29.7, 32.6), new(31.3, 32.4)));
        Assert.Equal(SeaPassages.None, SeaPassages.Of("magellan", new(-53, -71), new(-53.5, -71)));
    }

    [Fact]
    public void Build_without_sources_names_the_missing_files()
    {
        var error = Assert.Throws<InputException>(
            () => SeaNetworkBuilder.Build(Path.Combine(Repository.Root, "docs"), [new SeaPort("a-port", 0, 0)]));
        Assert.Contains(error.Issues, issue => issue.File == "transport/sea_nodes_20km.csv");
    }

    [SharedFact]
    public void Build_distances_exceed_those_of_the_source_by_the_tolerance_at_most()
    {
        var ports = Ports();
        var network = SeaNetworkBuilder.Build(Sources, ports);
        var (reduced, nodes) = GraphOf(network);
        var linked = ports.Where(port => !network.UnlinkedPorts.Contains(port.Id)).ToArray();
        var access = SeaAccess.Attach(SeaSource.Read(new SourceFolder(Sources)), linked);
        var random = new Random(20231);
        uint[] closures =
        [
            s_noNorth, EveryPassageOpen, .. SeaPassages.Ids.Select(id => s_noNorth | SeaPassages.Set(id)).Distinct(),
            s_noNorth | SeaPassages.Set("suez", "bab-el-mandeb"), s_noNorth | SeaPassages.Set("malacca", "lombok"),
            s_noNorth | SeaPassages.Set("malacca", "sunda"), s_noNorth | SeaPassages.Set("suez", "panama"),
        ];
        for (var draw = 0; draw < 30; draw++)
        {
            var (origin, destination) = (random.Next(linked.Length), random.Next(linked.Length));
            foreach (var closed in closures)
            {
                var whole = Distances(access.Graph, access.Terminals[origin], closed)[access.Terminals[destination]];
                var small = Distances(reduced, nodes[linked[origin].Id], closed)[nodes[linked[destination].Id]];
                if (double.IsInfinity(whole))
                {
                    Assert.Equal(whole, small);
                }
                else
                {
                    Assert.InRange(small, whole - 1e-6, (whole * (1 + SeaNetworkBuilder.Tolerance)) + 1e-6);
                }
            }
        }
    }

    [Theory]
    [InlineData("shanghai-port", "los-angeles-port", 10786, 0.025)]
    [InlineData("shanghai-port", "rotterdam-port", 19566, 0.01)]
    [InlineData("shanghai-port", "karachi-port", 9561, 0.01)]
    public void Shipped_network_comes_near_published_distances(
        string origin, string destination, double publishedKm, double tolerance)
    {
        var km = Shipped(origin, destination, s_noNorth);
        Assert.InRange(km, publishedKm * (1 - tolerance), publishedKm * (1 + tolerance));
    }

    [Fact]
    public void Shipped_network_without_suez_goes_round_the_cape()
    {
        var roundTheCape = Shipped("shanghai-port", "rotterdam-port", s_noNorth | SeaPassages.Set("suez", "panama"));
        Assert.InRange(roundTheCape, 25_000, 26_500);
        Assert.True(Shipped("shanghai-port", "rotterdam-port", EveryPassageOpen) < 16_000);
        Assert.Equal(double.PositiveInfinity, Shipped("shanghai-port", "jebel-ali-port", SeaPassages.Set("hormuz")));
    }

    [Fact]
    public void Shipped_network_joins_every_port_but_those_of_the_caspian()
    {
        var (graph, nodes) = GraphOf(ShippedNetwork());
        var km = Distances(graph, nodes["shanghai-port"], s_noNorth);
        var apart = Ports().Select(port => port.Id)
            .Where(id => !nodes.TryGetValue(id, out var node) || double.IsInfinity(km[node]));
        Assert.Equal(["aktau-port", "alat-port", "amirabad-port", "anzali-port", "astrakhan-port", "kuryk-port",
            "makhachkala-port", "olya-port", "turkmenbashi-port"], apart.Order(StringComparer.Ordinal));
    }

    private static string Sources => Path.Combine(Repository.Shared, "data");

    private static SeaEdge Edge(int from, int to, double km) => new(from, to, km, SeaPassages.None);

    private static int Passage(string id) => SeaPassages.Ids.ToList().IndexOf(id);

    private static double[] Distances(SeaGraph graph, int source, uint closed)
    {
        var km = new double[graph.Points.Count];
        graph.DistancesInto(source, closed, km, new int[km.Length]);
        return km;
    }

    private static double Shipped(string origin, string destination, uint closed)
    {
        var (graph, nodes) = GraphOf(ShippedNetwork());
        return Distances(graph, nodes[origin], closed)[nodes[destination]];
    }

    private static List<SeaPort> Ports() =>
        [.. new SourceFolder(NetworkFolder).Rows("ports.csv", "port", "lat", "lon")
            .Select(row => new SeaPort(row.Text("port"), row.Number("lat"), row.Number("lon")))];

    private static SeaNetwork ShippedNetwork() => new()
    {
        Nodes = [],
        Links = [.. new SourceFolder(NetworkFolder).Rows("sea_links.csv", "from", "to", "km", "passage")
            .Select(row => new SeaLink(row.Text("from"), row.Text("to"), row.Number("km"), row.Text("passage")))],
        UnlinkedPorts = [],
        Approaches = [],
    };

    private static (SeaGraph Graph, Dictionary<string, int> Nodes) GraphOf(SeaNetwork network)
    {
        var nodes = network.Links.SelectMany(link => (string[])[link.From, link.To]).Distinct()
            .Select((id, n) => (id, n)).ToDictionary(pair => pair.id, pair => pair.n);
        var edges = network.Links.Select(link => new SeaEdge(
            nodes[link.From], nodes[link.To], link.Km, link.Passage.Length == 0 ? -1 : Passage(link.Passage)));
        return (new SeaGraph(new SeaPoint[nodes.Count], [.. edges]), nodes);
    }
}
