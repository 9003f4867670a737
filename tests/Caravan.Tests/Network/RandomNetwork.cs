using System.Collections.Frozen;
using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Tests.Network;

/// <summary>Small random networks with roads, two gauges, ports, a sea with a canal, borders and projects.</summary>
internal static class RandomNetwork
{
    public static TransportTables Create(int seed, int economies = 3, int citiesEach = 5)
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        var places = new List<Place>();
        var links = new List<TransportLink>();
        var crossings = new List<BorderCrossing>();
        for (var n = 0; n < economies; n++)
        {
            for (var c = 0; c < citiesEach; c++)
            {
                places.Add(new Place(City(n, c), City(n, c), Code(n), Between(-5, 5), 10 * n + Between(0, 8), PlaceKind.City)
                {
                    Population = Math.Round(Between(1e4, 1e6)),
                });
                if (c > 0)
                {
                    links.Add(Link(City(n, c), City(n, random.Next(c)), TransportMode.Road, 0));
                }
                if (random.NextDouble() < 0.6)
                {
                    links.Add(Link(City(n, c), City(n, (c + 1) % citiesEach), TransportMode.Rail, n % 2 == 0 ? 1435 : 1520));
                }
            }
            var port = $"port-{n}";
            places.Add(new Place(port, port, Code(n), 6, 10 * n, PlaceKind.Port)
            {
                City = City(n, 0),
                HandlingHours = Between(1, 10),
                HandlingUsdPerTeu = Between(10, 50),
            });
            links.Add(new TransportLink(port, $"sea-{n}", TransportMode.Sea, Between(10, 50)));
            places.Add(new Place($"sea-{n}", "", "", 7, 10 * n, PlaceKind.Sea));
        }
        for (var n = 0; n + 1 < economies; n++)
        {
            var id = $"x-{n}";
            crossings.Add(new BorderCrossing(id, id, Code(n), Code(n + 1), 0, 10 * n + 9)
            {
                RoadHours = Between(1, 90),
                RailHours = Between(1, 120),
                RoadUsdPerTeu = 400,
                RailUsdPerTeu = 450,
            });
            links.Add(Link(City(n, 1), id, TransportMode.Road, 0));
            links.Add(Link(id, City(n + 1, 2), TransportMode.Road, 0));
            links.Add(Link(City(n, 0), id, TransportMode.Rail, n % 2 == 0 ? 1435 : 1520));
            links.Add(Link(id, City(n + 1, 0), TransportMode.Rail, n % 2 == 0 ? 1520 : 1435));
            links.Add(new TransportLink($"sea-{n}", $"sea-{n + 1}", TransportMode.Sea, Between(100, 900)) { Passage = "canal" });
            links.Add(new TransportLink($"sea-{n}", $"sea-{n + 1}", TransportMode.Sea, Between(4000, 9000)));
        }
        links.Add(Link(City(0, 2), City(0, 4), TransportMode.Rail, 1435) with
        {
            Status = LinkStatus.Planned,
            Project = "short-cut",
            SpeedKmh = 120,
        });
        return new TransportTables
        {
            Places = [.. places],
            Links = [.. links],
            Crossings = [.. crossings],
            Passages = [new SeaPassage("canal", "Canal", 20, 60, LinkStatus.Existing)],
            Transshipments = [.. Transshipments()],
            Rates =
            [
                new FreightRate(TransportMode.Road, "world", 1, 50, 4, 12, 50),
                new FreightRate(TransportMode.Rail, "world", 0.4, 80, 12, 24, 40),
                new FreightRate(TransportMode.Sea, "world", 0.035, 150, 24, 24, 28),
                new FreightRate(TransportMode.Ferry, "world", 0.6, 60, 0, 24, 22),
            ],
            RateAreas = FrozenDictionary<string, string>.Empty,
            SectorTimes = [new SectorTime("S000", 0.01, 0.05)],
            Projects = [new TransportProject("short-cut", "Short cut", "rail", LinkStatus.Planned)],
            Sources = FrozenDictionary<string, string>.Empty,
        };

        TransportLink Link(string from, string to, TransportMode mode, int gauge) =>
            new(from, to, mode, Between(50, 900)) { GaugeMm = gauge, SpeedKmh = Between(30, 90) };
    }

    public static string Code(int economy) => $"E{economy:000}";

    public static string City(int economy, int city) => $"city-{economy}-{city}";

    public static ImmutableArray<Place> Cities(TransportTables tables) =>
        [.. tables.Places.Where(place => place.Kind == PlaceKind.City)];

    private static IEnumerable<Transshipment> Transshipments()
    {
        string[] layers = ["road", "rail-1435", "rail-1520", "sea"];
        return from a in layers from b in layers where string.CompareOrdinal(a, b) < 0 select new Transshipment(a, b, 8, 45);
    }
}
