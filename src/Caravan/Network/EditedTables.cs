using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>The tables as edits and routing options leave them.</summary>
internal sealed class EditedTables
{
    private readonly TableIndex _index;
    private readonly ILookup<string, CrossingFactor> _crossingFactors;
    private readonly Dictionary<(string, TransportMode), ProjectEffect> _borders = [];
    private readonly Dictionary<string, ProjectEffect> _ports = [];
    private readonly Dictionary<(string, string, TransportMode), double> _speeds = [];
    private readonly Dictionary<(string, string, TransportMode), double> _upgrades = [];
    private readonly HashSet<string> _noPorts;
    private readonly HashSet<string> _closed;
    private readonly HashSet<string> _opened;
    private readonly HashSet<string> _undone;
    private readonly HashSet<string> _built;
    private readonly NetworkEdits _edits;
    private readonly RoutingOptions _options;

    public EditedTables(TableIndex index, NetworkEdits edits, RoutingOptions options)
    {
        (_index, _edits, _options) = (index, edits, options);
        _crossingFactors = edits.Crossings.ToLookup(factor => factor.Crossing);
        _closed = [.. edits.Closed, .. options.Avoid];
        _opened = [.. edits.Opened];
        _undone = [.. edits.WithoutProjects];
        _built = [.. edits.Projects];
        CheckNames();
        var projects = index.Tables.Projects;
        Effects = [.. projects.Where(project => _built.Contains(project.Id)).SelectMany(project => project.Effects)];
        var found = projects.Where(project => _undone.Contains(project.Id)).SelectMany(project => project.Effects);
        // what is built holds where something else is undone at the same place
        foreach (var effect in found.Concat(Effects))
        {
            Apply(effect);
        }
        _noPorts = [.. index.Ports.Where(port => !IsThere(port)).Select(port => port.Id)];
        foreach (var speed in edits.Speeds)
        {
            Faster(speed.Link.From, speed.Link.To, speed.Link.Mode, speed.Factor);
        }
    }

    /// <summary>What the projects that are built do.</summary>
    public List<ProjectEffect> Effects { get; }

    /// <summary>Links that are in no table: a scenario's own and those that projects build.</summary>
    public IEnumerable<TransportLink> OwnLinks => _edits.Links
        .Concat(Effects.Where(effect => effect.Kind == "build").Select(Built)).Where(link => !IsBarred(link));

    /// <summary>True for a link of the tables that goods may use.</summary>
    public bool IsUsable(TransportLink link) => IsThere(link) && !IsBarred(link);

    public bool IsCrossing(string id) => _index.Crossings.ContainsKey(id);

    /// <summary>True where ships call.</summary>
    public bool IsPort(Place place) => !_noPorts.Contains(place.Id) && !_closed.Contains(place.Id);

    /// <summary>True for a place or crossing that goods may not pass.</summary>
    public bool IsClosed(string id) => _closed.Contains(id);

    public bool TryPlace(string id, out Place place) => _index.Places.TryGetValue(id, out place!);

    public SeaPassage? Passage(string id) => _index.Passages.GetValueOrDefault(id);

    /// <summary>Economy in which a link lies: that of its end that is no crossing; empty at sea.</summary>
    public string EconomyOf(TransportLink link) =>
        link.Mode == TransportMode.Sea ? ""
        : _index.Places.TryGetValue(link.From, out var from) ? from.Economy
        : _index.Places.TryGetValue(link.To, out var to) ? to.Economy
        : SharedSide(_index.Crossings[link.From], _index.Crossings[link.To]);

    /// <summary>True where the routing options allow the mode there; trucks may be kept to some economies.</summary>
    public bool MayUse(TransportMode mode, string economy) =>
        _options.Modes.IsEmpty || _options.Modes.Contains(mode)
        || mode == TransportMode.Road && _options.TruckEconomies.Contains(economy);

    /// <summary>Speed of a link after upgrades; <paramref name="usual"/> where the table gives none.</summary>
    public double Speed(TransportLink link, double usual)
    {
        var own = IsUndone(link) ? link.SpeedBeforeKmh : link.SpeedKmh;
        var speed = EitherWay(_upgrades, link) ?? (own > 0 ? own : usual);
        return speed * (EitherWay(_speeds, link) ?? 1);
    }

    private static double? EitherWay(Dictionary<(string, string, TransportMode), double> values, TransportLink link) =>
        values.Count == 0 ? null
        : values.TryGetValue((link.From, link.To, link.Mode), out var value) ? value
        : values.TryGetValue((link.To, link.From, link.Mode), out value) ? value
        : null;

    public double RateFactor(TransportMode mode, string economy)
    {
        var factor = 1.0;
        foreach (var rate in _edits.Rates)
        {
            factor *= rate.Mode == mode && (rate.Economies.IsEmpty || rate.Economies.Contains(economy)) ? rate.Factor : 1;
        }
        return factor;
    }

    /// <summary>True where goods may cross: borders closed in the base year only where a project or an edit opens them.
    /// </summary>
    public bool IsOpen(BorderCrossing crossing) => !_closed.Contains(crossing.Id)
        && (!crossing.Closed || _opened.Contains(crossing.Id)
            || _borders.ContainsKey((crossing.Id, TransportMode.Road))
            || _borders.ContainsKey((crossing.Id, TransportMode.Rail)));

    /// <summary>What a mode takes at a crossing after projects and edits; null where it does not cross.</summary>
    public Cost? Border(BorderCrossing crossing, TransportMode mode)
    {
        var (hours, usd) = mode == TransportMode.Rail
            ? (crossing.RailHours, crossing.RailUsdPerTeu)
            : (crossing.RoadHours, crossing.RoadUsdPerTeu);
        if (_borders.TryGetValue((crossing.Id, mode), out var effect))
        {
            (hours, usd) = (effect.Hours, effect.UsdPerTeu ?? usd);
        }
        foreach (var factor in _crossingFactors[crossing.Id].Where(one => one.Mode is null || one.Mode == mode))
        {
            (hours, usd) = (hours * factor.Hours, usd * factor.Usd);
        }
        return hours is { } time ? Cost.Of(time, usd) : null;
    }

    public Place Port(Place port) => _ports.TryGetValue(port.Id, out var effect)
        ? port with
        {
            HandlingHours = effect.Hours,
            HandlingUsdPerTeu = effect.UsdPerTeu ?? port.HandlingUsdPerTeu,
        }
        : port;

    private static string SharedSide(BorderCrossing a, BorderCrossing b) =>
        a.EconomyA == b.EconomyA || a.EconomyA == b.EconomyB ? a.EconomyA : a.EconomyB;

    private bool IsThere(TransportLink link)
    {
        if (IsUndone(link) && link.SpeedBeforeKmh == 0)
        {
            return false;
        }
        var open = link.Passage.Length == 0 || _opened.Contains(link.Passage)
            || !_index.Passages.TryGetValue(link.Passage, out var passage) || passage.Status == LinkStatus.Existing;
        return open && (link.Status == LinkStatus.Existing || link.Project.Length > 0 && _built.Contains(link.Project));
    }

    private bool IsThere(Place port) => port.Status == LinkStatus.Existing
        ? port.Project.Length == 0 || !_undone.Contains(port.Project)
        : port.Project.Length > 0 && _built.Contains(port.Project);

    private bool IsUndone(TransportLink link) => link.Project.Length > 0 && _undone.Contains(link.Project);

    private bool IsBarred(TransportLink link) =>
        link.Mode is TransportMode.Sea or TransportMode.Ferry
            && (_noPorts.Contains(link.From) || _noPorts.Contains(link.To))
        || _closed.Count > 0
            && (_closed.Contains(link.Passage) || _closed.Contains(link.From) || _closed.Contains(link.To))
        || _edits.ClosedLinks.Any(ends => (ends.Mode is null || ends.Mode == link.Mode)
            && (ends.From == link.From && ends.To == link.To || ends.From == link.To && ends.To == link.From));

    private void Apply(ProjectEffect effect)
    {
        switch (effect.Kind)
        {
            case "border" or "border-before":
                _borders[(effect.From, effect.Mode)] = effect;
                break;
            case "port" or "port-before":
                _ports[effect.From] = effect;
                break;
            case "upgrade":
                _upgrades[(effect.From, effect.To, effect.Mode)] = effect.SpeedKmh;
                break;
        }
    }

    private void Faster(string from, string to, TransportMode? mode, double factor)
    {
        foreach (var each in mode is { } one ? [one] : Enum.GetValues<TransportMode>())
        {
            _speeds[(from, to, each)] = _speeds.GetValueOrDefault((from, to, each), 1) * factor;
        }
    }

    private static TransportLink Built(ProjectEffect effect) => new(effect.From, effect.To, effect.Mode, effect.Km)
    {
        SpeedKmh = effect.SpeedKmh,
        GaugeMm = effect.GaugeMm,
        Hours = effect.Hours,
    };

    private void CheckNames()
    {
        Check("project", _edits.Projects.Concat(_edits.WithoutProjects), _index.IsProject);
        Check("crossing", _edits.Crossings.Select(factor => factor.Crossing), IsCrossing);
        Check("passage or crossing", _edits.Opened, id => _index.Passages.ContainsKey(id) || IsCrossing(id));
        Check("passage, crossing or place", _closed,
            id => _index.Passages.ContainsKey(id) || IsCrossing(id) || _index.Places.ContainsKey(id));
        Check("place or crossing", _edits.Links.SelectMany(link => new[] { link.From, link.To }),
            id => _index.Places.ContainsKey(id) || IsCrossing(id));
    }

    private static void Check(string what, IEnumerable<string> names, Predicate<string> known)
    {
        foreach (var name in names)
        {
            if (!known(name))
            {
                throw new ArgumentException($"no {what} is called {name}");
            }
        }
    }
}
