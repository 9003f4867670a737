using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Tests.Network;

public class TransportNetworkTests
{
    private static readonly NetworkEdits s_shortCut = new() { Projects = ["short-cut"] };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Travel_agrees_with_Bellman_and_Ford(int seed)
    {
        var tables = RandomNetwork.Create(seed);
        var cities = RandomNetwork.Cities(tables);
        var network = TransportNetwork.Build(tables);
        var travel = network.Travel(cities);
        for (var from = 0; from < cities.Length; from++)
        {
            var plain = BellmanFord(network, cities[from].Id);
            for (var to = 0; to < cities.Length; to++)
            {
                var (minutes, cents) = plain[new Node(cities[to].Id, "", Node.Door)];
                Assert.Equal(minutes / 1440.0, travel.Days(from, to));
                Assert.Equal(cents / 100.0, travel.UsdPerTeu(from, to));
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Travel_is_symmetric_and_obeys_the_triangle(int seed)
    {
        var tables = RandomNetwork.Create(seed);
        var cities = RandomNetwork.Cities(tables);
        var travel = TransportNetwork.Build(tables).Travel(cities);
        double Total(int a, int b) => travel.UsdPerTeu(a, b) + 100 * travel.Days(a, b);
        for (var a = 0; a < cities.Length; a++)
        {
            Assert.Equal(0, travel.Days(a, a));
            for (var b = 0; b < cities.Length; b++)
            {
                Assert.Equal(travel.Days(a, b), travel.Days(b, a));
                Assert.Equal(travel.UsdPerTeu(a, b), travel.UsdPerTeu(b, a));
                for (var c = 0; c < cities.Length; c++)
                {
                    Assert.True(Total(a, c) <= Total(a, b) + Total(b, c) + 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Travel_is_the_same_for_any_number_of_threads()
    {
        var tables = RandomNetwork.Create(7, economies: 6, citiesEach: 9);
        var cities = RandomNetwork.Cities(tables);
        var network = TransportNetwork.Build(tables);
        Assert.Equal(
            network.Travel(cities).Packed.ToArray(), network.Travel(cities, threads: 3).Packed.ToArray());
    }

    [Fact]
    public void Added_links_never_lengthen_and_closed_ones_never_shorten()
    {
        var (shorter, longer) = (0, 0);
        for (var seed = 0; seed < 20; seed++)
        {
            var tables = RandomNetwork.Create(seed);
            var cities = RandomNetwork.Cities(tables);
            long[] Packed(NetworkEdits edits) => TransportNetwork.Build(tables, edits).Travel(cities).Packed.ToArray();
            var usual = Packed(NetworkEdits.None);
            var built = Packed(s_shortCut);
            var closed = Packed(new NetworkEdits { Closed = ["canal"] });
            Assert.True(usual.Zip(built).All(pair => pair.Second <= pair.First));
            Assert.True(usual.Zip(closed).All(pair => pair.Second >= pair.First));
            shorter += usual.Zip(built).Count(pair => pair.Second < pair.First);
            longer += usual.Zip(closed).Count(pair => pair.Second > pair.First);
        }
        Assert.True(shorter > 0 && longer > 0, $"{shorter} shorter, {longer} longer");
    }

    [Fact]
    public void Update_equals_a_matrix_from_scratch_for_random_edits()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var tables = RandomNetwork.Create(seed, economies: 4, citiesEach: 6);
            var cities = RandomNetwork.Cities(tables);
            var before = TransportNetwork.Build(tables).Travel(cities);
            var network = TransportNetwork.Build(tables, RandomEdits(seed, tables));
            Assert.Equal(network.Travel(cities).Packed.ToArray(), network.Update(before).Packed.ToArray());
            Assert.Equal(network.Travel(cities).Packed.ToArray(), network.Update(before, threads: 2).Packed.ToArray());
        }
    }

    [Fact]
    public void Route_adds_up_to_what_the_matrix_says()
    {
        var tables = RandomNetwork.Create(9);
        var cities = RandomNetwork.Cities(tables);
        var network = TransportNetwork.Build(tables);
        var travel = network.Travel(cities);
        for (var to = 1; to < cities.Length; to++)
        {
            var journey = network.Route(cities[0].Id, cities[to].Id)!;
            Assert.Equal(travel.Days(0, to), journey.Days, 1e-9);
            Assert.Equal(journey.Days, journey.Legs.Sum(leg => leg.Days), 1e-9);
            Assert.Equal(journey.UsdPerTeu, journey.Legs.Sum(leg => leg.UsdPerTeu), 1e-6);
            Assert.Equal(cities[0].Id, journey.Legs[0].From);
            Assert.Equal(cities[to].Id, journey.Legs[^1].To);
            Assert.All(journey.Legs.Zip(journey.Legs.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        }
    }

    [Fact]
    public void Route_two_cities_by_hand()
    {
        // 100 km of road at 50 km/h, 12 driving hours a day: 4 h; loading and unloading 2 h and 25 dollars each
        var tables = RandomNetwork.Create(1, economies: 1, citiesEach: 2);
        var road = new TransportLink("city-0-0", "city-0-1", TransportMode.Road, 100) { SpeedKmh = 50 };
        var network = TransportNetwork.Build(With(tables, [road]));
        var journey = network.Route("city-0-0", "city-0-1")!;
        Assert.Equal((100, 8 / 24.0, 150), (journey.Km, journey.Days, journey.UsdPerTeu));
        Assert.Equal(
            [LegKind.Transfer, LegKind.Travel, LegKind.Transfer], journey.Legs.Select(leg => leg.Kind));
    }

    [Fact]
    public void Edits_change_what_they_name_and_nothing_else()
    {
        var tables = RandomNetwork.Create(1, economies: 1, citiesEach: 2);
        var road = new TransportLink("city-0-0", "city-0-1", TransportMode.Road, 100) { SpeedKmh = 50 };
        var only = With(tables, [road]);
        Journey Go(NetworkEdits edits) => TransportNetwork.Build(only, edits).Route("city-0-0", "city-0-1")!;
        var ends = new LinkEnds("city-0-1", "city-0-0", TransportMode.Road);
        Assert.Equal(6 / 24.0, Go(new NetworkEdits { Speeds = [new LinkSpeed(ends, 2)] }).Days, 1e-9);
        Assert.Equal(100, Go(new NetworkEdits { Rates = [new RateFactor(TransportMode.Road, ["E000"], 0.5)] }).UsdPerTeu, 1e-9);
        Assert.Equal(150, Go(new NetworkEdits { Rates = [new RateFactor(TransportMode.Road, ["E001"], 0.5)] }).UsdPerTeu, 1e-9);
        Assert.Null(TransportNetwork.Build(only, new NetworkEdits { ClosedLinks = [ends] }).Route("city-0-0", "city-0-1"));
    }

    [Fact]
    public void Crossings_cost_their_hours_and_a_gauge_change_costs_more()
    {
        var tables = RandomNetwork.Create(3, economies: 2);
        var network = TransportNetwork.Build(tables);
        var half = TransportNetwork.Build(tables, new NetworkEdits { Crossings = [new CrossingFactor("x-0", 0.5, 1)] });
        var border = network.Edges.Single(edge => edge.Kind == LegKind.Border && edge.Mode == TransportMode.Road);
        var eased = half.Edges.Single(edge => edge.Kind == LegKind.Border && edge.Mode == TransportMode.Road);
        Assert.Equal(border.Cost.Minutes / 2.0, eased.Cost.Minutes, 1.0);
        Assert.Equal(border.Cost.Cents, eased.Cost.Cents);
    }

    [Fact]
    public void Unknown_names_are_refused()
    {
        var tables = RandomNetwork.Create(1);
        Assert.Throws<ArgumentException>(() => TransportNetwork.Build(tables, new NetworkEdits { Projects = ["tunnel"] }));
        Assert.Throws<ArgumentException>(() => TransportNetwork.Build(tables, new NetworkEdits { Closed = ["styx"] }));
        Assert.Throws<ArgumentException>(() => TransportNetwork.Build(tables).Route("city-0-0", "atlantis"));
    }

    private static NetworkEdits RandomEdits(int seed, TransportTables tables)
    {
        var random = new Random(seed);
        var road = tables.Links.Where(link => link.Mode == TransportMode.Road).ToArray();
        var some = road[random.Next(road.Length)];
        return new NetworkEdits
        {
            Projects = random.Next(2) == 0 ? ["short-cut"] : [],
            Closed = random.Next(3) == 0 ? ["canal"] : [],
            ClosedLinks = random.Next(3) == 0 ? [new LinkEnds(some.From, some.To, null)] : [],
            Speeds = random.Next(2) == 0 ? [new LinkSpeed(new LinkEnds(some.From, some.To, some.Mode), 0.5 + random.NextDouble())] : [],
            Crossings = [new CrossingFactor("x-0", 2 * random.NextDouble(), 1)],
            Links =
            [
                new TransportLink("city-0-0", "city-0-3", TransportMode.Rail, 300 * random.NextDouble()) { GaugeMm = 1435 },
            ],
        };
    }

    private static TransportTables With(TransportTables tables, IEnumerable<TransportLink> links) =>
        tables with { Links = [.. links] };

    // Every edge relaxed again and again until nothing moves; costs kept apart as minutes and cents.
    private static Dictionary<Node, (long Minutes, long Cents)> BellmanFord(TransportNetwork network, string from)
    {
        var best = network.Nodes.ToDictionary(node => node, _ => (Minutes: long.MaxValue / 8, Cents: long.MaxValue / 8));
        best[new Node(from, "", Node.Door)] = (0, 0);
        // dearer first by money plus time at 100 dollars a day, then by time
        static (Int128, long) Rank((long Minutes, long Cents) cost) =>
            ((Int128)cost.Cents * 1440 + (Int128)cost.Minutes * 10_000, cost.Minutes);
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var edge in network.Edges)
            {
                foreach (var (a, b) in new[] { (edge.A, edge.B), (edge.B, edge.A) })
                {
                    // no journey passes a door
                    if (network.Nodes[a] is { Layer: Node.Door } door && door.Place != from)
                    {
                        continue;
                    }
                    var here = best[network.Nodes[a]];
                    var there = (here.Minutes + edge.Cost.Minutes, here.Cents + edge.Cost.Cents);
                    if (Rank(there).CompareTo(Rank(best[network.Nodes[b]])) < 0)
                    {
                        best[network.Nodes[b]] = there;
                        moved = true;
                    }
                }
            }
        }
        return best;
    }
}
