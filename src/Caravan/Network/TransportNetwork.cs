using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>
/// The network with edits applied, ready for searches: a graph in layers by mode and gauge, with whole minutes and
/// cents on every arc, so that sums are exact and any two ways of computing a route agree to the last cent.
/// </summary>
public sealed partial class TransportNetwork
{
    private readonly Graph _graph;
    private readonly Lazy<Arcs> _searched;
    private readonly RoutingOptions _options;
    private readonly NetworkEdits _edits;
    private readonly long _centsPerDay;
    private readonly Lazy<byte[]> _nodeFingerprint;

    private TransportNetwork(
        Graph graph, NetworkEdits edits, RoutingOptions options, Lazy<byte[]>? nodeFingerprint = null)
    {
        (_graph, _edits, _options) = (graph, edits, options);
        _nodeFingerprint = nodeFingerprint ?? new(() => TravelFile.Fingerprint(graph.Nodes));
        _centsPerDay = (long)Math.Round(100 * options.UsdPerTeuDay);
        // many networks are only ever compared with another
        _searched = new(() => Arcs.Of(graph.Nodes, graph.Edges, _centsPerDay));
    }

    /// <summary>Builds the graph.</summary>
    /// <exception cref="ArgumentException">An edit names a project, place, crossing or passage that is not there.
    /// </exception>
    public static TransportNetwork Build(
        TransportTables tables, NetworkEdits? edits = null, RoutingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return Build(new TableIndex(tables), edits ?? NetworkEdits.None, options ?? new RoutingOptions());
    }

    private static TransportNetwork Build(TableIndex index, NetworkEdits edits, RoutingOptions options) =>
        new(GraphBuilder.Build(index, edits, options), edits, options);

    /// <summary>
    /// The network of the same tables and routing options with edits: the same as one built with them, down to
    /// every node and edge, and faster where this network has no edits and those wanted only add links or change their
    /// speed, borders or ports.
    /// </summary>
    /// <exception cref="ArgumentException">An edit names a project, place, crossing or passage that is not there.
    /// </exception>
    public TransportNetwork With(NetworkEdits edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        return ReferenceEquals(_edits, NetworkEdits.None) && GraphBuilder.CanExtend(edits)
            ? new TransportNetwork(GraphBuilder.Extend(_graph, edits, _options), edits, _options)
            : Build(_graph.Index, edits, _options);
    }

    /// <summary>The same network, of which some places and crossings may not be used.</summary>
    /// <param name="places">Their ids.</param>
    internal TransportNetwork Avoiding(ImmutableArray<string> places) => new(
        GraphBuilder.Without(_graph, places.ToHashSet()), _edits, _options with { Avoid = places }, _nodeFingerprint);

    /// <summary>The same network with routes chosen at another value of a day, dollars per TEU.</summary>
    public TransportNetwork ValuingDaysAt(double usdPerTeuDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usdPerTeuDay);
        return new TransportNetwork(_graph, _edits, _options with { UsdPerTeuDay = usdPerTeuDay }, _nodeFingerprint);
    }

    /// <summary>The tables that the network stands on.</summary>
    public TransportTables Tables => _graph.Index.Tables;

    /// <summary>Nodes of the layered graph.</summary>
    public int NodeCount => _graph.Nodes.Count;

    /// <summary>Edges of the layered graph, each usable both ways.</summary>
    public int EdgeCount => _graph.Edges.Count;

    /// <summary>The best journey between two places, or null where there is none.</summary>
    /// <param name="from">Id of a city, port or junction.</param>
    /// <param name="to">Id of another.</param>
    /// <exception cref="ArgumentException">No place has this id.</exception>
    public Journey? Route(string from, string to)
    {
        var (start, end) = (DoorOf(from), DoorOf(to));
        if (start < 0 || end < 0)
        {
            return null;
        }
        var arcs = _searched.Value;
        var search = new ShortestPaths(arcs);
        search.Search(start);
        if (search.Distance[end] >= Cost.NoWay)
        {
            return null;
        }
        var legs = new List<JourneyLeg>();
        for (var node = end; node != start;)
        {
            var edge = _graph.Edges[SearchedArcs.Edge[search.Arrival[node]]];
            var previous = edge.A == node ? edge.B : edge.A;
            legs.Add(new JourneyLeg(
                edge.Kind, edge.Mode, _graph.Nodes[previous].Place, _graph.Nodes[node].Place, edge.Km, edge.Cost.Days,
                edge.Cost.Usd, edge.Passage)
            {
                GaugeFromMm = _graph.Nodes[previous].GaugeMm,
                GaugeToMm = _graph.Nodes[node].GaugeMm,
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

    private Arcs SearchedArcs => _searched.Value;

    internal byte[] NodeFingerprint => _nodeFingerprint.Value;

    internal IReadOnlyList<Edge> Edges => _graph.Edges;

    internal IReadOnlyList<Node> Nodes => _graph.Nodes;

    private bool IsDoor(int node) => _graph.Nodes[node].Layer == Node.Door;

    private int DoorOf(string place)
    {
        if (_graph.TryFind(new Node(place, "", Node.Door), out var node))
        {
            return node;
        }
        return Tables.Places.Any(known => known.Id == place)
            ? -1
            : throw new ArgumentException($"no place is called {place}", nameof(place));
    }

    internal int[] DoorsOf(ImmutableArray<Place> cities) => [.. cities.Select(city => DoorOf(city.Id))];

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
        var keep = new bool[_graph.Nodes.Count];
        foreach (var node in doors.Where(door => door >= 0).Concat(others ?? []))
        {
            keep[node] = true;
        }
        var contraction = _graph.Contraction(SearchedArcs, keep);
        return (contraction.At(SearchedArcs), contraction.NewNumber);
    }
}
