using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Tests.Network;

/// <summary>A network that is extended by a few edits against the same one made from the tables.</summary>
public class GraphExtensionTests
{
    private static readonly TransportTables s_tables = NetworkTables.Load();
    private static readonly TransportNetwork s_network = TransportNetwork.Build(s_tables);

    [Fact]
    public void Every_project_extends_the_network_to_the_edges_of_one_made_from_the_tables()
    {
        // some at a time, so that fewer networks are made
        foreach (var projects in s_tables.Projects.Where(project => project.Status != LinkStatus.Existing)
            .Select(project => project.Id).Chunk(5))
        {
            AssertSame(new NetworkEdits { Projects = [.. projects] }, string.Join(", ", projects));
        }
    }

    [Fact]
    public void All_projects_together_and_planned_passages_too()
    {
        AssertSame(new NetworkEdits
        {
            Projects = [.. s_tables.Projects.Where(project => project.Status != LinkStatus.Existing).Select(one => one.Id)],
            Opened =
            [
                .. s_tables.Passages.Where(passage => passage.Status != LinkStatus.Existing).Select(one => one.Id),
                .. s_tables.Crossings.Where(crossing => crossing.Closed).Select(one => one.Id),
            ],
        }, "all");
    }

    [Fact]
    public void Random_speeds_borders_and_lines_extend_it_too()
    {
        var random = new Random(3);
        for (var run = 0; run < 10; run++)
        {
            var some = s_tables.Links[random.Next(s_tables.Links.Length)];
            var (a, b) = (Any(), Any());
            AssertSame(new NetworkEdits
            {
                Speeds = [new LinkSpeed(new LinkEnds(some.To, some.From, null), 0.5 + random.NextDouble())],
                Crossings = [new CrossingFactor(s_tables.Crossings[random.Next(s_tables.Crossings.Length)].Id, 0.5, 2)],
                Links =
                [
                    new TransportLink(a, b, TransportMode.Rail, 500) { GaugeMm = random.Next(2) == 0 ? 1435 : 1067 },
                    new TransportLink(b, Any(), TransportMode.Ferry, 200) { Hours = 10, UsdPerTeu = 100 },
                ],
            }, $"run {run}");
        }

        string Any() => s_tables.Places[random.Next(s_tables.Places.Length / 3)].Id;
    }

    [Fact]
    public void Update_of_an_extended_network_equals_a_matrix_from_scratch()
    {
        var random = new Random(4);
        for (var seed = 0; seed < 40; seed++)
        {
            var tables = RandomNetwork.Create(seed, economies: 4, citiesEach: 6);
            var cities = RandomNetwork.Cities(tables);
            var road = tables.Links.Where(link => link.Mode == TransportMode.Road).ToArray();
            var some = road[random.Next(road.Length)];
            var edits = new NetworkEdits
            {
                Projects = random.Next(2) == 0 ? ["short-cut"] : [],
                Speeds = [new LinkSpeed(new LinkEnds(some.From, some.To, some.Mode), 0.5 + random.NextDouble())],
                Crossings = [new CrossingFactor("x-0", 2 * random.NextDouble(), 2 * random.NextDouble())],
                Links = [new TransportLink("city-0-0", "city-1-3", TransportMode.Rail, 300) { GaugeMm = 1520 }],
            };
            var network = TransportNetwork.Build(tables);
            var extended = network.With(edits);
            var scratch = TransportNetwork.Build(tables, edits).Travel(cities).Packed.ToArray();
            Assert.Equal(scratch, extended.Travel(cities).Packed.ToArray());
            Assert.Equal(scratch, extended.Update(network.Travel(cities)).Packed.ToArray());
            var hasty = extended.ValuingDaysAt(700);
            Assert.Equal(
                hasty.Travel(cities).Packed.ToArray(),
                hasty.Update(network.ValuingDaysAt(700).Travel(cities)).Packed.ToArray());
        }
    }

    [Fact]
    public void One_matrix_is_updated_again_and_again_exactly()
    {
        var random = new Random(5);
        for (var seed = 100; seed < 108; seed++)
        {
            var tables = RandomNetwork.Create(seed, economies: 5, citiesEach: 6);
            var cities = RandomNetwork.Cities(tables);
            var network = TransportNetwork.Build(tables);
            // what was searched for one update serves the next, which has other edges, dearer and cheaper ones
            var before = network.Travel(cities);
            var start = before.Packed.ToArray();
            for (var step = 0; step < 12; step++)
            {
                var some = tables.Links[random.Next(tables.Links.Length)];
                var edits = new NetworkEdits
                {
                    Projects = random.Next(2) == 0 ? ["short-cut"] : [],
                    Speeds = random.Next(2) == 0
                        ? [] : [new LinkSpeed(new LinkEnds(some.From, some.To, some.Mode), 0.5 + random.NextDouble())],
                    Crossings =
                    [
                        .. Enumerable.Range(0, 4).Where(_ => random.Next(2) == 0).Select(n =>
                            new CrossingFactor($"x-{n}", 2 * random.NextDouble(), 2 * random.NextDouble())),
                    ],
                    Links = random.Next(2) == 0
                        ? [] : [new TransportLink("city-0-0", "city-2-3", TransportMode.Rail, 300) { GaugeMm = 1520 }],
                };
                var extended = network.With(edits);
                var updated = extended.Update(before);
                var scratch = TransportNetwork.Build(tables, edits);
                var searched = scratch.Travel(cities);
                Assert.Equal(searched.Packed.ToArray(), updated.Packed.ToArray());
                HashSet<LinkEnds> links =
                [
                    new(some.From, some.To, some.Mode), new("city-0-0", "city-2-3", TransportMode.Rail),
                ];
                HashSet<string> places = [$"x-{random.Next(4)}", "port-1"];
                Assert.Equal(scratch.PairsThatUse(searched, links, places).Values.ToArray(),
                    extended.PairsThatUse(updated, links, places).Values.ToArray());
            }
            Assert.Equal(start, before.Packed.ToArray());
        }
    }

    [Fact]
    public void Pairs_that_use_a_link_are_all_whose_route_leads_over_it()
    {
        for (var seed = 200; seed < 206; seed++)
        {
            var tables = RandomNetwork.Create(seed, economies: 4, citiesEach: 5);
            var cities = RandomNetwork.Cities(tables);
            var network = TransportNetwork.Build(tables);
            var travel = network.Travel(cities);
            var users = tables.Links.Select(link => new LinkEnds(link.From, link.To, link.Mode)).Distinct().ToDictionary(
                ends => ends, ends => network.PairsThatUse(travel, new HashSet<LinkEnds> { ends }, new HashSet<string>()));
            for (var from = 0; from < cities.Length; from++)
            {
                for (var to = 0; to < cities.Length; to++)
                {
                    foreach (var leg in network.Route(cities[from].Id, cities[to].Id)?.Legs ?? [])
                    {
                        var known = users.TryGetValue(new LinkEnds(leg.From, leg.To, leg.Mode), out var used)
                            || users.TryGetValue(new LinkEnds(leg.To, leg.From, leg.Mode), out used);
                        Assert.True(leg.Kind != LegKind.Travel || !known || used![from, to], $"seed {seed}: {leg}");
                    }
                }
            }
            Assert.Contains(users.Values, used => used.Values.Contains(true));
            Assert.All(users.Values, used => Assert.Contains(false, used.Values.ToArray()));
        }
    }

    [Fact]
    public void With_edits_that_close_something_equals_a_network_made_from_the_tables()
    {
        AssertSame(new NetworkEdits { Closed = ["suez"], Projects = ["ml-1"] }, "closed");
        AssertSame(new NetworkEdits { Rates = [new RateFactor(TransportMode.Rail, [], 0.9)] }, "rates");
    }

    [Fact]
    public void With_unknown_names_refuses()
    {
        Assert.Throws<ArgumentException>(() => s_network.With(new NetworkEdits { Projects = ["tunnel-to-the-moon"] }));
    }

    private static void AssertSame(NetworkEdits edits, string what)
    {
        var (extended, scratch) = (s_network.With(edits), TransportNetwork.Build(s_tables, edits));
        Assert.Equal(scratch.NodeCount, extended.NodeCount);
        Assert.Equal(scratch.EdgeCount, extended.EdgeCount);
        var counts = Places(scratch).CountBy(edge => edge).ToDictionary();
        foreach (var (edge, count) in Places(extended).CountBy(edge => edge))
        {
            Assert.True(counts.TryGetValue(edge, out var known) && known == count, $"{what}: {edge}");
        }

        static IEnumerable<(Node, Node, Edge)> Places(TransportNetwork network) =>
            network.Edges.Select(edge => (network.Nodes[edge.A], network.Nodes[edge.B], edge with { A = 0, B = 0 }));
    }
}
