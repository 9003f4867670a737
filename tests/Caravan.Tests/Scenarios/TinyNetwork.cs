using System.Collections.Frozen;
using Caravan.Data.Transport;
using Caravan.Scenarios;

namespace Caravan.Tests.Scenarios;

/// <summary>
/// Roads and railways of the tiny world on a line along the equator, one degree being 111.2 km: Alpha and Apex in Aland
/// (AAA), Beta, Bell and the port Bay in Borland (BBB), Cora and the port Cape in Cesia (CCD, CCE). Trains run from Apex to
/// Bell over the border at Gate on the gauge 1520; trucks run everywhere on land; ships sail from Bay to Cape through a
/// canal or round it.
/// </summary>
internal static class TinyNetwork
{
    public static TransportModel Model { get; } = new(Create());

    public static TransportTables Create() => new()
    {
        Places =
        [
            City("alpha", "Älpha", "AAA", 0, 300_000, "Old Alpha"),
            City("apex", "Apex", "AAA", 1, 100_000),
            City("twin-aaa", "Twin", "AAA", 0.5, 10_000),
            City("beta", "Beta", "BBB", 4, 500_000),
            City("bell", "Bell", "BBB", 3, 200_000),
            City("twin-bbb", "Twin", "BBB", 3.5, 10_000),
            City("cora", "Cora", "CCD", 12, 400_000),
            City("crux", "Crux", "CCE", 14, 100_000),
            new Place("bay-port", "Bay", "BBB", 0, 5, PlaceKind.Port)
            { City = "beta", HandlingHours = 24, HandlingUsdPerTeu = 100, Source = "test" },
            new Place("cape-port", "Cape", "CCD", 0, 11, PlaceKind.Port)
            { City = "cora", HandlingHours = 24, HandlingUsdPerTeu = 100, Source = "test" },
            new Place("canal-west", "", "", 0, 7, PlaceKind.Sea),
            new Place("canal-east", "", "", 0, 8, PlaceKind.Sea),
        ],
        Links =
        [
            Road("alpha", "twin-aaa", 70), Road("twin-aaa", "apex", 70), Road("apex", "x-gate", 140), Road("x-gate", "bell", 140),
            Road("bell", "twin-bbb", 70), Road("twin-bbb", "beta", 70), Road("beta", "bay-port", 130),
            Road("cape-port", "cora", 130), Road("cora", "x-cc", 130), Road("x-cc", "crux", 130),
            Rail("apex", "x-gate", 130), Rail("x-gate", "bell", 130),
            Rail("alpha", "apex", 120) with { Project = "old-line" },
            Rail("bell", "beta", 120) with { Status = LinkStatus.Planned, Project = "new-line" },
            Sea("bay-port", "canal-west", 220, ""), Sea("canal-west", "canal-east", 110, "canal"),
            Sea("canal-east", "cape-port", 330, ""), Sea("canal-west", "canal-east", 2000, ""),
        ],
        Crossings =
        [
            new BorderCrossing("x-gate", "Gate - Tor", "AAA", "BBB", 0, 2)
            { RoadHours = 20, RailHours = 30, RoadUsdPerTeu = 200, RailUsdPerTeu = 300, Source = "test" },
            new BorderCrossing("x-cc", "Mark - Stone", "CCD", "CCE", 0, 13) { RoadHours = 10, RoadUsdPerTeu = 100 },
            new BorderCrossing("x-shut", "Shut - Up", "BBB", "CCD", 0, 8) { RoadHours = 10, Closed = true },
        ],
        Passages =
        [
            new SeaPassage("canal", "The Canal", 12, 50, LinkStatus.Existing),
            new SeaPassage("ice-route", "Ice Route", 0, 0, LinkStatus.Planned),
        ],
        Transshipments =
        [
            new Transshipment("road", "rail-1520", 6, 60), new Transshipment("road", "rail-1435", 6, 60),
            new Transshipment("rail-1435", "rail-1520", 8, 80), new Transshipment("road", "sea", 6, 60),
            new Transshipment("rail-1520", "sea", 6, 60), new Transshipment("rail-1435", "sea", 6, 60),
            new Transshipment("road", "ferry", 6, 60), new Transshipment("rail-1520", "ferry", 6, 60),
            new Transshipment("rail-1435", "ferry", 6, 60),
        ],
        Rates =
        [
            new FreightRate(TransportMode.Road, "world", 1.5, 50, 4, 10, 50),
            new FreightRate(TransportMode.Rail, "world", 0.5, 80, 12, 24, 40),
            new FreightRate(TransportMode.Sea, "world", 0.05, 100, 24, 24, 30),
            new FreightRate(TransportMode.Ferry, "world", 0.6, 60, 0, 24, 22),
        ],
        RateAreas = FrozenDictionary<string, string>.Empty,
        SectorTimes = [new SectorTime("GDS", 0.01, 0.08)],
        Projects =
        [
            new TransportProject("old-line", "Old line", "rail", LinkStatus.Existing)
            { Corridor = "inland", Economies = ["AAA"], Nodes = ["alpha", "apex"], Source = "test" },
            new TransportProject("new-line", "New line", "rail", LinkStatus.Planned)
            { Corridor = "inland", Economies = ["BBB"], Nodes = ["bell", "beta"], Source = "test" },
            new TransportProject("fast-gate", "Fast gate", "border", LinkStatus.UnderConstruction)
            {
                Corridor = "inland",
                Economies = ["AAA", "BBB"],
                Effects = [new ProjectEffect("border", TransportMode.Rail, "x-gate", "", 0, 0, 0, 5, null)],
                Source = "test",
            },
            new TransportProject("idea", "An idea", "rail", LinkStatus.Planned) { Corridor = "coast", Source = "test" },
            new TransportProject("monument", "A monument", "port", LinkStatus.Existing) { Corridor = "coast", Source = "test" },
        ],
        Sources = new Dictionary<string, string> { ["test"] = "Made for tests" }.ToFrozenDictionary(),
    };

    private static Place City(
        string id, string name, string economy, double longitude, double population, params string[] aliases) =>
        new(id, name, economy, 0, longitude, PlaceKind.City)
        { Population = population, Aliases = [.. aliases], Source = "test" };

    private static TransportLink Road(string from, string to, double km) =>
        new(from, to, TransportMode.Road, km) { SpeedKmh = 50, Source = "test" };

    private static TransportLink Rail(string from, string to, double km) =>
        new(from, to, TransportMode.Rail, km) { SpeedKmh = 40, GaugeMm = 1520, Source = "test" };

    private static TransportLink Sea(string from, string to, double km, string passage) =>
        new(from, to, TransportMode.Sea, km) { SpeedKmh = 30, Passage = passage, Source = "test" };
}
