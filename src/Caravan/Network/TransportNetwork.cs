using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>
/// The network with edits applied, ready for searches: a graph in layers by mode and gauge, with whole minutes and
/// cents on every arc, so that sums are exact and any two ways of computing a route agree to the last cent.
/// </summary>
public sealed partial class TransportNetwork
{
    private readonly List<Node> _nodes;
    private readonly Dictionary<Node, int> _index;
    private readonly List<Edge> _edges;
    private readonly Arcs _arcs;
    private readonly long _centsPerDay;
    private readonly Lazy<byte[]> _nodeFingerprint;

    private TransportNetwork(
        TransportTables tables, List<Node> nodes, Dictionary<Node, int> index, List<Edge> edges, double usdPerTeuDay,
        Lazy<byte[]>? nodeFingerprint = null)
    {
        _nodeFingerprint = nodeFingerprint ?? new(() => TravelFile.Fingerprint(nodes));
        (Tables, _nodes, _index, _edges) = (tables, nodes, index, edges);
        _centsPerDay = (long)Math.Round(100 * usdPerTeuDay);
        _arcs = Arcs.Of(nodes, edges, _centsPerDay);
    }

    /// <summary>Builds the graph.</summary>
    /// <exception cref="ArgumentException">An edit names a project, place, crossing or passage that is not there.
    /// </exception>
    public static TransportNetwork Build(
        TransportTables tables, NetworkEdits? edits = null, RoutingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        options ??= new RoutingOptions();
        var (nodes, index, edges) = GraphBuilder.Build(tables, edits ?? NetworkEdits.None, options);
        return new TransportNetwork(tables, nodes, index, edges, options.UsdPerTeuDay);
    }

    /// <summary>The same network with routes chosen at another value of a day, dollars per TEU.</summary>
    public TransportNetwork ValuingDaysAt(double usdPerTeuDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usdPerTeuDay);
        return new TransportNetwork(Tables, _nodes, _index, _edges, usdPerTeuDay, _nodeFingerprint);
    }

    /// <summary>The tables that the network stands on.</summary>
    public TransportTables Tables { get; }

    /// <summary>Nodes of the layered graph.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>Edges of the layered graph, each usable both ways.</summary>
    public int EdgeCount => _edges.Count;

    /// <summary>The best journey between two places, or null where there is none.</summary>
    /// <param name="from">Id of a city, port or junction.</param>
    /// <param name="to">Id of another.</param>
    /// <exception cref="ArgumentException">No place has this id.</exception>
    public Journey? Route(string from, string to) => Routes(from, [to])[0];

    /// <summary>The best journeys from one place to several by one search; null where there is no way.</summary>
    /// <param name="from">Id of a city, port or junction.</param>
    /// <param name="to">Ids of others.</param>
    /// <exception cref="ArgumentException">No place has one of these ids.</exception>
    public ImmutableArray<Journey?> Routes(string from, ImmutableArray<string> to)
    {
        var start = DoorOf(from);
        var ends = to.Select(DoorOf).ToArray();
        if (start < 0)
        {
            return [.. new Journey?[to.Length]];
        }
        var search = new ShortestPaths(_arcs);
        search.Search(start);
        return
        [
            .. ends.Select((end, n) => end < 0 || search.Distance[end] >= Cost.NoWay
                ? null : Trace(search, from, start, to[n], end)),
        ];
    }

    private Journey Trace(ShortestPaths search, string from, int start, string to, int end)
    {
        var legs = new List<JourneyLeg>();
        for (var node = end; node != start;)
        {
            var edge = _edges[_arcs.Edge[search.Arrival[node]]];
            var previous = edge.A == node ? edge.B : edge.A;
            legs.Add(new JourneyLeg(
                edge.Kind, edge.Mode, _nodes[previous].Place, _nodes[node].Place, edge.Km, edge.Cost.Days, edge.Cost.Usd,
                edge.Passage)
            {
                GaugeFromMm = _nodes[previous].GaugeMm,
                GaugeToMm = _nodes[node].GaugeMm,
            });
            node = previous;
        }
        legs.Reverse();
        var total = Cost.Unpack(search.Distance[end], _centsPerDay);
        return new Journey(from, to, legs.Sum(leg => leg.Km), total.Days, total.Usd, [.. legs]);
    }

    /// <summary>Door-to-door days and dollars between all of some cities.</summary>
    /// <param name="cities">The cities, rows and columns of the result.</param>
    /// <param name="threads">Threads used; the result is the same for any number.</param>
    /// <param name="cancellation">Stops between two cities.</param>
    public TravelMatrix Travel(
        ImmutableArray<Place> cities, int threads = 1, CancellationToken cancellation = default)
    {
        var packed = new long[cities.Length * cities.Length];
        var doors = DoorsOf(cities);
        SearchRows(doors, [.. Enumerable.Range(0, cities.Length)], packed, threads, cancellation);
        return new TravelMatrix(this, cities, packed, _centsPerDay);
    }

    internal long CentsPerDay => _centsPerDay;

    internal byte[] NodeFingerprint => _nodeFingerprint.Value;

    internal IReadOnlyList<Edge> Edges => _edges;

    internal IReadOnlyList<Node> Nodes => _nodes;

    private int DoorOf(string place)
    {
        if (_index.TryGetValue(new Node(place, "", Node.Door), out var node))
        {
            return node;
        }
        return Tables.Places.Any(known => known.Id == place)
            ? -1
            : throw new ArgumentException($"no place is called {place}", nameof(place));
    }

    private int[] DoorsOf(ImmutableArray<Place> cities) => [.. cities.Select(city => DoorOf(city.Id))];

    // One search a city on the contracted graph; rows are independent, so any number of threads gives the same matrix.
    private void SearchRows(int[] doors, int[] rows, long[] packed, int threads, CancellationToken cancellation)
    {
        if (rows.Length == 0)
        {
            return;
        }
        var (arcs, number) = ContractedFor(doors);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, rows.Length, options, () => new ShortestPaths(arcs), (r, _, search) =>
        {
            var row = rows[r];
            var result = packed.AsSpan(row * doors.Length, doors.Length);
            if (doors[row] < 0)
            {
                result.Fill(Cost.NoWay);
                result[row] = 0;
                return search;
            }
            search.Search(number[doors[row]]);
            for (var c = 0; c < doors.Length; c++)
            {
                result[c] = doors[c] < 0 ? Cost.NoWay : search.Distance[number[doors[c]]];
            }
            return search;
        }, _ => { });
    }

    private (Arcs Arcs, int[] Number) ContractedFor(int[] doors, IEnumerable<int>? others = null)
    {
        var keep = new bool[_nodes.Count];
        foreach (var node in doors.Where(door => door >= 0).Concat(others ?? []))
        {
            keep[node] = true;
        }
        return Contraction.Of(_arcs, keep);
    }
}
