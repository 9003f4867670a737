using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>Turns tables and edits into nodes and edges.</summary>
internal sealed partial class GraphBuilder
{
    private const double EarthRadiusKm = 6371;
    private const double PortAccessKm = 5;
    private const double PortAccessCircuity = 1.3;
    private const double PortAccessSpeedKmh = 30;

    private readonly TableIndex _index;
    private readonly EditedTables _edited;
    private readonly Graph? _origin;
    private readonly Dictionary<Node, int> _numbers = [];
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<string, List<int>> _layers = [];
    private readonly HashSet<string> _touched = [];
    private readonly List<Edge> _edges = [];

    private GraphBuilder(TableIndex index, EditedTables edited, Graph? origin) =>
        (_index, _edited, _origin) = (index, edited, origin);

    /// <summary>The graph from the tables.</summary>
    public static Graph Build(TableIndex index, NetworkEdits edits, RoutingOptions options)
    {
        var (builder, tables) = (new GraphBuilder(index, new EditedTables(index, edits, options), null), index.Tables);
        var edgeOfLink = new int[tables.Links.Length];
        for (var at = 0; at < edgeOfLink.Length; at++)
        {
            edgeOfLink[at] = builder._edited.IsUsable(tables.Links[at]) ? builder.AddLink(tables.Links[at]) : -1;
        }
        foreach (var link in builder._edited.OwnLinks)
        {
            builder.AddLink(link);
        }
        var own = new Dictionary<(string, bool), (int, int)>();
        foreach (var port in index.Ports)
        {
            Note(port.Id, isAccess: true, () => builder.AddPortAccess(port));
        }
        foreach (var crossing in tables.Crossings)
        {
            Note(crossing.Id, isAccess: false, () => builder.AddCrossing(crossing));
        }
        foreach (var place in tables.Places)
        {
            Note(place.Id, isAccess: false, () => builder.AddTransfers(place));
        }
        return new Graph(index, builder._nodes, builder._numbers, builder._edges)
        {
            Layers = builder._layers,
            Own = own,
            EdgeOfLink = edgeOfLink,
        };

        void Note(string id, bool isAccess, Action add)
        {
            var start = builder._edges.Count;
            add();
            own[(id, isAccess)] = (start, builder._edges.Count - start);
        }
    }

    private bool TryFind(Node node, out int number) =>
        _numbers.TryGetValue(node, out number) || _origin is not null && _origin.TryFind(node, out number);

    private int NodeOf(string id, string economy, int layer)
    {
        var node = new Node(id, _edited.IsCrossing(id) ? economy : "", layer);
        if (!TryFind(node, out var at))
        {
            _numbers[node] = at = (_origin?.Nodes.Count ?? 0) + _nodes.Count;
            _nodes.Add(node);
            _touched.Add(id);
            var layers = LayersOf(id);
            if (!layers.Contains(layer))
            {
                layers.Add(layer);
            }
            _layers[id] = layers;
        }
        return at;
    }

    private static int LayerOf(TransportLink link) => link.Mode switch
    {
        TransportMode.Road => Node.Road,
        TransportMode.Sea => Node.Sea,
        TransportMode.Ferry => Node.Ferry,
        _ => link.GaugeMm,
    };

    // Number of the edge, or -1 where the mode may not be used.
    private int AddLink(TransportLink link)
    {
        var economy = _edited.EconomyOf(link);
        if (!_edited.MayUse(link.Mode, economy))
        {
            return -1;
        }
        var layer = LayerOf(link);
        var rate = RateOf(link.Mode, economy);
        var speed = _edited.Speed(link, rate.DefaultSpeedKmh);
        var hours = link.Hours > 0 ? link.Hours : link.Km / speed * 24 / rate.HoursPerDay;
        var usd = (link.UsdPerTeu > 0 ? link.UsdPerTeu : link.Km * rate.UsdPerTeuKm)
            * _edited.RateFactor(link.Mode, economy);
        if (link.Passage.Length > 0 && _edited.Passage(link.Passage) is { } passage)
        {
            (hours, usd) = (hours + passage.Hours, usd + passage.UsdPerTeu);
        }
        _edges.Add(new Edge(
            NodeOf(link.From, economy, layer), NodeOf(link.To, economy, layer), Cost.Of(hours, usd), LegKind.Travel,
            link.Mode, link.Km, link.Passage));
        return _edges.Count - 1;
    }

    // A port is joined to its city by road, and by every gauge that reaches the city.
    private void AddPortAccess(Place port)
    {
        if (!_edited.IsPort(port) || _edited.IsClosed(port.City) || !_edited.TryPlace(port.City, out var city)
            || city.Economy != port.Economy)
        {
            return;
        }
        var km = Math.Max(PortAccessKm, PortAccessCircuity * GreatCircleKm(port, city));
        foreach (var layer in LayersOf(city.Id).Append(Node.Road).Distinct().Where(layer => layer is Node.Road or > 3))
        {
            var mode = layer == Node.Road ? TransportMode.Road : TransportMode.Rail;
            var rate = RateOf(mode, port.Economy);
            _edges.Add(new Edge(
                NodeOf(port.Id, "", layer), NodeOf(city.Id, "", layer),
                Cost.Of(km / PortAccessSpeedKmh, km * rate.UsdPerTeuKm), LegKind.Travel, mode, km, ""));
        }
    }

    private void AddCrossing(BorderCrossing crossing)
    {
        if (!_edited.IsOpen(crossing))
        {
            return;
        }
        var layers = LayersOf(crossing.Id);
        var (road, train) = (
            _edited.Border(crossing, TransportMode.Road), _edited.Border(crossing, TransportMode.Rail));
        foreach (var a in layers)
        {
            foreach (var b in layers)
            {
                var rail = a > 3 && b > 3;
                var border = rail ? train : a == Node.Road && b == Node.Road ? road : null;
                if (border is not { } cost
                    || !TryFind(new Node(crossing.Id, crossing.EconomyA, a), out var sideA)
                    || !TryFind(new Node(crossing.Id, crossing.EconomyB, b), out var sideB))
                {
                    continue;
                }
                _edges.Add(new Edge(
                    sideA, sideB, a == b ? cost : cost + Transfer(a, b), LegKind.Border,
                    rail ? TransportMode.Rail : TransportMode.Road, 0, ""));
            }
        }
    }

    // Loading at the door, and every change of mode or gauge that the layers of a place allow.
    private void AddTransfers(Place place)
    {
        var layers = LayersOf(place.Id).Where(layer => layer != Node.Door).Order().ToArray();
        foreach (var layer in layers.Where(_ => place.Kind != PlaceKind.Sea))
        {
            _edges.Add(new Edge(
                NodeOf(place.Id, "", Node.Door), NodeOf(place.Id, "", layer), Start(place, layer) + ToTerminal(layer),
                LegKind.Transfer, ModeOf(layer), 0, ""));
        }
        for (var a = 0; a < layers.Length; a++)
        {
            for (var b = a + 1; b < layers.Length; b++)
            {
                if (_index.Transshipments.ContainsKey((Node.LayerName(layers[a]), Node.LayerName(layers[b]))))
                {
                    _edges.Add(new Edge(
                        NodeOf(place.Id, "", layers[a]), NodeOf(place.Id, "", layers[b]),
                        Transfer(layers[a], layers[b]) + Start(place, layers[a]) + Start(place, layers[b]),
                        LegKind.Transfer, ModeOf(layers[b]), 0, ""));
                }
            }
        }
    }

    // From the door goods reach a train or ship by truck, and change over; so a stop on the way never saves a change.
    private Cost ToTerminal(int layer) => layer == Node.Road ? default : Transfer(Node.Road, layer);

    // A stretch by one mode costs its fixed time and money half at each end; ships also what the port takes.
    private Cost Start(Place place, int layer)
    {
        var rate = RateOf(ModeOf(layer), place.Economy);
        var (hours, usd) = (rate.HoursFixed / 2, rate.UsdFixed / 2);
        if (layer is Node.Sea or Node.Ferry && place.Kind == PlaceKind.Port)
        {
            var port = _edited.Port(place);
            (hours, usd) = (hours + port.HandlingHours, usd + port.HandlingUsdPerTeu);
        }
        return Cost.Of(hours, usd);
    }

    private Cost Transfer(int a, int b) =>
        _index.Transshipments.TryGetValue((Node.LayerName(a), Node.LayerName(b)), out var row)
            ? Cost.Of(row.Hours, row.UsdPerTeu)
            : default;

    private FreightRate RateOf(TransportMode mode, string economy)
    {
        return _index.Rates.TryGetValue((mode, _index.Tables.AreaOf(economy)), out var rate)
            ? rate : _index.Rates[(mode, TransportTables.World)];
    }

    private List<int> LayersOf(string id) =>
        _layers.TryGetValue(id, out var layers) || _origin is not null && _origin.Layers.TryGetValue(id, out layers)
            ? [.. layers] : [];

    private static TransportMode ModeOf(int layer) => layer switch
    {
        Node.Road => TransportMode.Road,
        Node.Sea => TransportMode.Sea,
        Node.Ferry => TransportMode.Ferry,
        _ => TransportMode.Rail,
    };

    public static double GreatCircleKm(Place a, Place b)
    {
        var (latA, latB) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var halfLat = Math.Sin((latB - latA) / 2);
        var halfLon = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        var h = halfLat * halfLat + Math.Cos(latA) * Math.Cos(latB) * halfLon * halfLon;
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
