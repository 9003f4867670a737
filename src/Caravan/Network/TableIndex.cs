using System.Collections.Frozen;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>Tables by what names their rows; made once for any number of edits.</summary>
internal sealed class TableIndex
{
    private readonly Lazy<ILookup<string, int>> _linksOfProject;
    private readonly Lazy<ILookup<string, int>> _linksOfPassage;
    private readonly Lazy<ILookup<string, int>> _linksOfPort;
    private readonly Lazy<ILookup<(string, string), int>> _linksBetween;
    private readonly ILookup<string, Place> _portsOfCity;
    private readonly ILookup<string, Place> _portsOfProject;

    public TableIndex(TransportTables tables)
    {
        Tables = tables;
        Places = tables.Places.ToDictionary(place => place.Id);
        Crossings = tables.Crossings.ToDictionary(crossing => crossing.Id);
        Passages = tables.Passages.ToDictionary(passage => passage.Id);
        Projects = tables.Projects.ToDictionary(project => project.Id);
        Transshipments = tables.Transshipments
            .SelectMany(row => new[] { ((row.From, row.To), row), ((row.To, row.From), row) })
            .DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.row);
        Rates = tables.Rates.DistinctBy(rate => (rate.Mode, rate.Area)).ToDictionary(rate => (rate.Mode, rate.Area));
        Ports = [.. tables.Places.Where(place => place.Kind == PlaceKind.Port)];
        _portsOfCity = Ports.ToLookup(port => port.City);
        _portsOfProject = Ports.Where(port => port.Project.Length > 0).ToLookup(port => port.Project);
        // searched for only where edits change a few links
        var links = tables.Links;
        var all = Enumerable.Range(0, links.Length);
        _linksOfProject = new(() => all.Where(at => links[at].Project.Length > 0).ToLookup(at => links[at].Project));
        _linksOfPassage = new(() => all.Where(at => links[at].Passage.Length > 0).ToLookup(at => links[at].Passage));
        _linksBetween = new(() => all.ToLookup(at => Ends(links[at].From, links[at].To)));
        _linksOfPort = new(() =>
        {
            var later = Ports.Where(port => port.Status != LinkStatus.Existing).Select(port => port.Id).ToHashSet();
            return all.SelectMany(at => new[] { (links[at].From, at), (links[at].To, at) })
                .Where(pair => later.Contains(pair.Item1)).ToLookup(pair => pair.Item1, pair => pair.at);
        });
    }

    public TransportTables Tables { get; }

    public Dictionary<string, Place> Places { get; }

    public Dictionary<string, BorderCrossing> Crossings { get; }

    public Dictionary<string, SeaPassage> Passages { get; }

    public Dictionary<string, TransportProject> Projects { get; }

    public Dictionary<(TransportMode, string), FreightRate> Rates { get; }

    public FrozenDictionary<(string, string), Transshipment> Transshipments { get; }

    public Place[] Ports { get; }

    public bool IsProject(string id) => Projects.ContainsKey(id) || _linksOfProject.Value.Contains(id);

    /// <summary>Links by position that a project built or would build.</summary>
    public IEnumerable<int> LinksOfProject(string project) => _linksOfProject.Value[project];

    public IEnumerable<int> LinksOfPassage(string passage) => _linksOfPassage.Value[passage];

    /// <summary>Links by position at a port that is not there in the base year.</summary>
    public IEnumerable<int> LinksOfPort(string port) => _linksOfPort.Value[port];

    /// <summary>Links by position between two ends, either way round.</summary>
    public IEnumerable<int> LinksBetween(string a, string b) => _linksBetween.Value[Ends(a, b)];

    public IEnumerable<Place> PortsOfCity(string city) => _portsOfCity[city];

    public IEnumerable<Place> PortsOfProject(string project) => _portsOfProject[project];

    private static (string, string) Ends(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}
