using System.Runtime.CompilerServices;

namespace Caravan.Network;

public sealed partial class TransportNetwork
{
    /// <summary>
    /// The same as <see cref="Travel"/> for this network, starting from the matrix of a network from which this one
    /// differs; exactly equal to computing it from scratch, and faster where little differs.
    /// </summary>
    /// <param name="before">Matrix of the other network over the same tables and routing options.</param>
    /// <param name="threads">Threads used; the result is the same for any number.</param>
    /// <param name="cancellation">Stops between two cities.</param>
    /// <exception cref="ArgumentException">The matrix values time differently.</exception>
    /// <remarks>
    /// Routes of cities whose tree uses an edge that has gone or grown dearer are searched anew. For all others the old
    /// cost stands unless a new or cheaper edge helps: then the route passes one of those edges' ends p, and costs what
    /// it takes to p plus what it takes from p, both found by one search from p.
    /// </remarks>
    public TravelMatrix Update(TravelMatrix before, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        var old = before.Network;
        if (old._centsPerDay != _centsPerDay)
        {
            throw new ArgumentException("the matrix values a day differently", nameof(before));
        }
        var (worse, better) = Differences(old);
        if (worse.Count > 0 && before.Trees is null)
        {
            return Travel(before.Cities, threads, keepTrees: false, cancellation);
        }
        var packed = before.Packed.ToArray();
        var stale = worse.Count == 0 ? [] : RowsThatUse(before.Trees!, worse);
        SearchRows(before.Cities, stale, packed, trees: null, threads, cancellation);
        var doors = before.Cities.Select(city => DoorOf(city.Id)).ToArray();
        var search = new ShortestPaths(_arcs);
        foreach (var node in Cover(better))
        {
            cancellation.ThrowIfCancellationRequested();
            search.Search(node);
            var via = new long[doors.Length];
            for (var c = 0; c < doors.Length; c++)
            {
                via[c] = doors[c] < 0 ? Cost.NoWay : search.Distance[doors[c]];
            }
            Improve(packed, via);
        }
        return new TravelMatrix(this, before.Cities, packed, trees: null, _centsPerDay);
    }

    // Edges of the old network that are gone or dearer here, and edges of this one that are new or cheaper.
    private (HashSet<int> Worse, List<Edge> Better) Differences(TransportNetwork old)
    {
        var worse = new HashSet<int>();
        var better = new List<Edge>();
        var known = old.CheapestByEnds();
        var here = CheapestByEnds();
        foreach (var (ends, edge) in known)
        {
            if (!here.TryGetValue(ends, out var now) || Pack(now) > old.Pack(edge))
            {
                worse.Add(edge);
            }
        }
        foreach (var (ends, edge) in here)
        {
            if (!known.TryGetValue(ends, out var was) || Pack(edge) < old.Pack(was))
            {
                better.Add(_edges[edge]);
            }
        }
        return (worse, better);
    }

    private long Pack(int edge) => _edges[edge].Cost.Pack(_centsPerDay);

    private Dictionary<(Node, Node), int> CheapestByEnds()
    {
        if (_cheapest is not null)
        {
            return _cheapest;
        }
        var cheapest = new Dictionary<(Node, Node), int>(_edges.Count);
        for (var e = 0; e < _edges.Count; e++)
        {
            var ends = (_nodes[_edges[e].A], _nodes[_edges[e].B]);
            if (!cheapest.TryGetValue(ends, out var other) || Pack(e) < Pack(other))
            {
                cheapest[ends] = e;
            }
        }
        return _cheapest = cheapest;
    }

    private Dictionary<(Node, Node), int>? _cheapest;

    private static int[] RowsThatUse(int[][] trees, HashSet<int> edges)
    {
        var barred = new bool[1 + trees.Max(tree => tree.Length == 0 ? 0 : tree.Max())];
        foreach (var edge in edges.Where(edge => edge < barred.Length))
        {
            barred[edge] = true;
        }
        return [.. Enumerable.Range(0, trees.Length).Where(row => Array.Exists(trees[row], edge => edge >= 0 && barred[edge]))];
    }

    // Few nodes that between them touch every edge: always the one that touches most of those left.
    private static List<int> Cover(List<Edge> edges)
    {
        var cover = new List<int>();
        var left = edges;
        while (left.Count > 0)
        {
            var busiest = left.SelectMany(edge => new[] { edge.A, edge.B }).CountBy(node => node)
                .MaxBy(pair => (pair.Value, -pair.Key)).Key;
            cover.Add(busiest);
            left = [.. left.Where(edge => edge.A != busiest && edge.B != busiest)];
        }
        return cover;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Improve(long[] packed, long[] via)
    {
        for (var from = 0; from < via.Length; from++)
        {
            if (via[from] >= Cost.NoWay)
            {
                continue;
            }
            var toNode = new System.Numerics.Vector<long>(via[from]);
            var row = packed.AsSpan(from * via.Length, via.Length);
            var c = 0;
            for (; c <= row.Length - System.Numerics.Vector<long>.Count; c += System.Numerics.Vector<long>.Count)
            {
                var now = new System.Numerics.Vector<long>(row[c..]);
                var through = toNode + new System.Numerics.Vector<long>(via, c);
                System.Numerics.Vector.Min(now, through).CopyTo(row[c..]);
            }
            for (; c < row.Length; c++)
            {
                row[c] = Math.Min(row[c], via[from] + via[c]);
            }
        }
    }
}
