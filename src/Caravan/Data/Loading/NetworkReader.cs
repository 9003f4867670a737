using System.Collections.Frozen;
using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Data.Loading;

/// <summary>
/// Turns the rows of the network's files into tables. It does not judge: what cannot be read becomes NaN or the
/// first of the words allowed, and the check says so.
/// </summary>
internal sealed class NetworkReader(NetworkTexts texts)
{
    private readonly List<RowOrigin> _placeOrigins = [];
    private readonly List<RowOrigin> _linkOrigins = [];
    private readonly List<RowOrigin> _crossingOrigins = [];
    private readonly List<RowOrigin> _projectOrigins = [];
    private readonly List<RowOrigin> _shareOrigins = [];

    /// <summary>Row of each place, in their order.</summary>
    public IReadOnlyList<RowOrigin> PlaceOrigins => _placeOrigins;

    /// <summary>Row of each link, in their order.</summary>
    public IReadOnlyList<RowOrigin> LinkOrigins => _linkOrigins;

    /// <summary>Row of each crossing, in their order.</summary>
    public IReadOnlyList<RowOrigin> CrossingOrigins => _crossingOrigins;

    /// <summary>Row of each project, in their order.</summary>
    public IReadOnlyList<RowOrigin> ProjectOrigins => _projectOrigins;

    /// <summary>Row of each share of modes, in their order.</summary>
    public IReadOnlyList<RowOrigin> ShareOrigins => _shareOrigins;

    /// <summary>Row of each effect of each project.</summary>
    public Dictionary<ProjectEffect, RowOrigin> EffectOrigins { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads everything.</summary>
    public TransportTables Read() => new()
    {
        Places =
        [
            .. Rows(NetworkSchema.Cities, City, _placeOrigins),
            .. Rows(NetworkSchema.Ports, Port, _placeOrigins),
            .. Rows(NetworkSchema.Places, Junction, _placeOrigins),
            .. Rows(NetworkSchema.SeaNodesTable, SeaNode, _placeOrigins),
        ],
        Links =
        [
            .. Rows(NetworkSchema.Road, Road, _linkOrigins),
            .. Rows(NetworkSchema.Rail, Rail, _linkOrigins),
            .. Rows(NetworkSchema.Ferries, Ferry, _linkOrigins),
            .. Rows(NetworkSchema.SeaLinks, SeaLane, _linkOrigins),
        ],
        Crossings = [.. Rows(NetworkSchema.Crossings, Crossing, _crossingOrigins)],
        Passages = [.. Rows(NetworkSchema.Passages, row => new SeaPassage(
            row.Text(0), row.Text(1), row.Figure(2), row.Figure(3), (LinkStatus)row.Word(4)))],
        Transshipments = [.. Rows(NetworkSchema.Transshipment, row => new Transshipment(
            row.Text(0), row.Text(1), row.Figure(2), row.Figure(3)))],
        Rates = [.. Rows(NetworkSchema.Modes, row => new FreightRate(
            (TransportMode)row.Word(0), row.Text(1), row.Figure(2), row.Figure(3), row.Figure(4), row.Figure(6),
            row.Figure(5)))],
        RateAreas = Distinct(NetworkSchema.RateAreas, row => (row.Text(1), row.Text(0))),
        ModeShares = [.. Rows(NetworkSchema.ModeShares, row => new ModeShare(
            row.Text(0), row.Text(1), row.Figure(2) / 100, row.Figure(3) / 100), _shareOrigins)],
        SectorTimes = [.. Rows(NetworkSchema.SectorTime, row => new SectorTime(
            row.Text(0), row.Figure(1) / 100, row.Figure(2) / 100))],
        Projects = ReadProjects(),
        Sources = Distinct(NetworkSchema.Sources, row => (row.Text(0), Citation(row))),
    };

    private static Place City(NetworkRows row) =>
        new(row.Text(0), row.Text(1), row.Text(3), row.Figure(4), row.Figure(5), PlaceKind.City)
        {
            Aliases = [.. row.List(2)],
            Population = row.Figure(6),
            Source = row.Text(7),
        };

    private static Place Port(NetworkRows row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Figure(3), row.Figure(4), PlaceKind.Port)
        {
            City = row.Text(5),
            HandlingHours = row.Figure(6),
            HandlingUsdPerTeu = row.Figure(7),
            Status = (LinkStatus)row.Word(8),
            Project = row.Text(9),
            Source = row.Text(11),
        };

    private static Place Junction(NetworkRows row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Figure(3), row.Figure(4), PlaceKind.Junction)
        {
            Source = row.Text(6),
        };

    private static Place SeaNode(NetworkRows row) =>
        new(row.Text(0), row.Text(0), "", row.Figure(1), row.Figure(2), PlaceKind.Sea);

    private static TransportLink Road(NetworkRows row) =>
        new(row.Text(0), row.Text(1), TransportMode.Road, row.Figure(2))
        {
            SpeedKmh = row.Number(3) ?? 0,
            SpeedBeforeKmh = row.Number(4) ?? 0,
            Status = (LinkStatus)row.Word(5),
            Project = row.Text(6),
            Verified = row.Text(7),
            Source = row.Text(8),
        };

    private static TransportLink Rail(NetworkRows row) =>
        new(row.Text(0), row.Text(1), TransportMode.Rail, row.Figure(2))
        {
            GaugeMm = row.Whole(3),
            SpeedKmh = row.Number(4) ?? 0,
            Status = (LinkStatus)row.Word(6),
            Project = row.Text(7),
            Verified = row.Text(8),
            Source = row.Text(9),
        };

    private static TransportLink Ferry(NetworkRows row) =>
        new(row.Text(0), row.Text(1), TransportMode.Ferry, row.Figure(2))
        {
            Hours = row.Figure(3),
            UsdPerTeu = row.Figure(4),
            CarriesRoad = row.Text(5) != "rail",
            CarriesRail = row.Text(5) is "rail" or "both",
            Status = (LinkStatus)row.Word(6),
            Project = row.Text(7),
            Verified = row.Text(8),
            Source = row.Text(9),
        };

    private static TransportLink SeaLane(NetworkRows row) =>
        new(row.Text(0), row.Text(1), TransportMode.Sea, row.Figure(2))
        {
            Passage = row.Text(3),
            Verified = "rule",
            Source = row.Text(4),
        };

    private static BorderCrossing Crossing(NetworkRows row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Figure(4), row.Figure(5))
        {
            RoadHours = row.Number(6),
            RailHours = row.Number(7),
            RoadUsdPerTeu = row.Number(8) ?? 0,
            RailUsdPerTeu = row.Number(9) ?? 0,
            Closed = (LinkStatus)row.Word(10) != LinkStatus.Existing,
            Verified = row.Text(11),
            Source = row.Text(12),
        };

    private ImmutableArray<TransportProject> ReadProjects()
    {
        var effects = new Dictionary<string, List<ProjectEffect>>();
        foreach (var row in texts.Open(NetworkSchema.ProjectLinks))
        {
            while (row.Next())
            {
                var project = row.Text(0);
                if (!effects.TryGetValue(project, out var own))
                {
                    effects.Add(project, own = []);
                }
                var effect = new ProjectEffect(
                    row.Text(1), (TransportMode)row.Word(2), row.Text(3), row.Text(4), row.Number(5) ?? 0,
                    row.Number(6) ?? 0, row.Whole(7), row.Number(8) ?? 0, row.Number(9));
                EffectOrigins.Add(effect, new RowOrigin(row.File, row.Line));
                own.Add(effect);
            }
        }
        return [.. Rows(NetworkSchema.Projects, row => Project(row, effects), _projectOrigins)];
    }

    private static TransportProject Project(NetworkRows row, Dictionary<string, List<ProjectEffect>> effects) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Text(12) switch
        {
            "under-construction" => LinkStatus.UnderConstruction,
            "planned" => LinkStatus.Planned,
            _ => LinkStatus.Existing,
        })
        {
            Corridor = row.Text(3),
            Economies = [.. row.List(4)],
            Nodes = [.. row.List(5)],
            Km = row.Number(6) ?? 0,
            CostMusd = row.Number(9),
            StartYear = row.Whole(10),
            EndYear = row.Whole(11),
            Verified = row.Text(13),
            Source = row.Text(14),
            Effects = effects.TryGetValue(row.Text(0), out var own) ? [.. own] : [],
        };

    private static string Citation(NetworkRows row)
    {
        var (title, publisher, year) = (row.Text(1), row.Text(2), row.Text(3));
        return string.Join(", ", new[] { title, publisher, year }.Where(part => part.Length > 0));
    }

    private List<T> Rows<T>(Table table, Func<NetworkRows, T> read, List<RowOrigin>? origins = null)
    {
        var items = new List<T>();
        foreach (var row in texts.Open(table))
        {
            while (row.Next())
            {
                items.Add(read(row));
                origins?.Add(new RowOrigin(row.File, row.Line));
            }
        }
        return items;
    }

    private FrozenDictionary<string, string> Distinct(Table table, Func<NetworkRows, (string Key, string Value)> read)
    {
        var values = new Dictionary<string, string>();
        foreach (var (key, value) in Rows(table, read))
        {
            values.TryAdd(key, value);
        }
        return values.ToFrozenDictionary();
    }
}
