using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Caravan.Network;

public sealed partial class TransportNetwork
{
    // Beyond this many changed edges a matrix from scratch is quicker.
    private const int MostChanges = 400;

    // Contracting the graph takes as long as about this many searches on the whole of it.
    private const int WorthContracting = 16;

    /// <summary>
    /// The same as <see cref="Travel"/> for this network, starting from the matrix of a network from which this one
    /// differs; exactly equal to computing it from scratch, and faster where little differs.
    /// </summary>
    /// <param name="before">Matrix of the other network over the same tables.</param>
    /// <param name="threads">Threads used; the result is the same for any number.</param>
    /// <param name="cancellation">Stops between two cities.</param>
    /// <exception cref="ArgumentException">The matrix values a day differently.</exception>
    /// <remarks>
    /// An edge u-v that has gone or grown dearer matters to two cities only if the old cost equals the cost to u, over the
    /// edge and on from v; such pairs are searched anew, from whichever of the two serves more pairs. For all others the
    /// old cost stands unless a new or cheaper edge helps: then the route passes an end p of one of those edges and costs
    /// what it takes to p plus what it takes from p, both found by one search from p.
    /// </remarks>
    public TravelMatrix Update(TravelMatrix before, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        var old = before.Network;
        if (old._centsPerDay != _centsPerDay)
        {
            throw new ArgumentException("the matrix values a day differently", nameof(before));
        }
        var isExchange = ReferenceEquals(_graph.Origin, old._graph);
        var (worse, better) = isExchange ? ExchangedEdges() : Differences(old);
        if (worse.Count + better.Count > MostChanges)
        {
            return Travel(before.Cities, threads, cancellation);
        }
        if (isExchange)
        {
            return Exchange(before, worse, better, threads, cancellation);
        }
        var doors = DoorsOf(before.Cities);
        var packed = before.Packed.ToArray();
        if (better.Count > 0)
        {
            ImproveBy(better, doors, packed, cancellation);
        }
        if (worse.Count > 0)
        {
            var stale = PairsOver(worse, before, cancellation);
            var rows = RowsThatCover(stale, doors.Length);
            SearchRows(doors, rows, packed, threads, cancellation);
            Mirror(rows, packed, doors.Length);
        }
        return new TravelMatrix(this, before.Cities, packed, _centsPerDay);
    }

    // Edges of the old network that are gone or dearer here, and edges of this one that are new or cheaper.
    private (List<Edge> Worse, List<Edge> Better) Differences(TransportNetwork old)
    {
        var (worse, better) = (new List<Edge>(), new List<Edge>());
        int[] own = [.. Enumerable.Range(0, old._graph.Nodes.Count)];
        int[] inOld = [.. _graph.Nodes.Select(node => old._graph.TryFind(node, out var at) ? at : -1)];
        var (known, here) = (old.CheapestByEnds(own), CheapestByEnds(inOld));
        foreach (var (ends, edge) in known)
        {
            if (!here.TryGetValue(ends, out var now) || Pack(now) > old.Pack(edge))
            {
                worse.Add(old._graph.Edges[edge]);
            }
        }
        foreach (var (ends, edge) in here)
        {
            if (!known.TryGetValue(ends, out var was) || Pack(edge) < old.Pack(was))
            {
                better.Add(_graph.Edges[edge]);
            }
        }
        better.AddRange(_graph.Edges.Where(edge => inOld[edge.A] < 0 || inOld[edge.B] < 0));
        return (worse, better);
    }

    private long Pack(int edge) => _graph.Edges[edge].Cost.Pack(_centsPerDay);

    // The cheapest edge between two nodes by their numbers in another network; edges of unknown nodes are left out.
    private Dictionary<(int, int), int> CheapestByEnds(int[] number)
    {
        var cheapest = new Dictionary<(int, int), int>(_graph.Edges.Count);
        for (var e = 0; e < _graph.Edges.Count; e++)
        {
            var (a, b) = (number[_graph.Edges[e].A], number[_graph.Edges[e].B]);
            if (a < 0 || b < 0)
            {
                continue;
            }
            ref var edge = ref CollectionsMarshal.GetValueRefOrAddDefault(
                cheapest, (Math.Min(a, b), Math.Max(a, b)), out var exists);
            edge = exists && Pack(edge) <= Pack(e) ? edge : e;
        }
        return cheapest;
    }

    private void ImproveBy(List<Edge> better, int[] doors, long[] packed, CancellationToken cancellation)
    {
        var cover = Cover(better);
        var (arcs, number) = cover.Count < WorthContracting
            ? (SearchedArcs, [.. Enumerable.Range(0, _graph.Nodes.Count)])
            : ContractedFor(doors, cover);
        var search = new ShortestPaths(arcs);
        foreach (var node in cover)
        {
            cancellation.ThrowIfCancellationRequested();
            Improve(packed, DistancesTo(doors, search, number, node));
        }
    }

    private static long[] DistancesTo(int[] doors, ShortestPaths search, int[] number, int node)
    {
        search.Search(number[node]);
        var distances = new long[doors.Length];
        for (var c = 0; c < doors.Length; c++)
        {
            distances[c] = doors[c] < 0 ? Cost.NoWay : search.Distance[number[doors[c]]];
        }
        return distances;
    }

    // Few rows that between them hold every stale pair or its mirror image: always the one with most of those left.
    private static int[] RowsThatCover(bool[] stale, int count)
    {
        var left = new int[count];
        for (var row = 0; row < count; row++)
        {
            left[row] = stale.AsSpan(row * count, count).Count(true);
        }
        var rows = new List<int>();
        while (true)
        {
            var busiest = Array.IndexOf(left, left.Max());
            if (left[busiest] == 0)
            {
                return [.. rows];
            }
            rows.Add(busiest);
            left[busiest] = 0;
            for (var other = 0; other < count; other++)
            {
                if (stale[busiest * count + other] && left[other] > 0)
                {
                    left[other]--;
                }
            }
        }
    }

    // The way back costs the same.
    private static void Mirror(int[] rows, long[] packed, int count)
    {
        foreach (var row in rows)
        {
            for (var c = 0; c < count; c++)
            {
                packed[c * count + row] = packed[row * count + c];
            }
        }
    }

    // Few nodes that between them touch every edge: always the one that touches most of those left. No route passes a
    // door, so doors do not count.
    private List<int> Cover(List<Edge> edges)
    {
        var cover = new List<int>();
        var left = edges;
        while (left.Count > 0)
        {
            var busiest = left.SelectMany(edge => new[] { edge.A, edge.B })
                .Where(node => !IsDoor(node)).CountBy(node => node)
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
            var toNode = new Vector<long>(via[from]);
            var row = packed.AsSpan(from * via.Length, via.Length);
            var c = 0;
            for (; c <= row.Length - Vector<long>.Count; c += Vector<long>.Count)
            {
                var through = toNode + new Vector<long>(via, c);
                Vector.Min(new Vector<long>(row[c..]), through).CopyTo(row[c..]);
            }
            for (; c < row.Length; c++)
            {
                row[c] = Math.Min(row[c], via[from] + via[c]);
            }
        }
    }
}
