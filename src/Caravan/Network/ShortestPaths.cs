using System.Runtime.CompilerServices;

namespace Caravan.Network;

/// <summary>The graph as two arrays, offsets and arcs.</summary>
/// <param name="Offset">First arc of each node, and one past the last.</param>
/// <param name="Target">Node that each arc leads to.</param>
/// <param name="Cost">Packed cost of each arc, positive or zero.</param>
/// <param name="Edge">Edge that each arc is one direction of.</param>
/// <param name="IsDoor">True for nodes where journeys begin and end and through which none passes.</param>
internal sealed record Arcs(int[] Offset, int[] Target, long[] Cost, int[] Edge, bool[] IsDoor)
{
    public int Nodes => Offset.Length - 1;

    public static Arcs Of(List<Node> places, List<Edge> edges, long centsPerDay)
    {
        var nodes = places.Count;
        var offset = new int[nodes + 1];
        foreach (var edge in edges)
        {
            offset[edge.A + 1]++;
            offset[edge.B + 1]++;
        }
        for (var n = 0; n < nodes; n++)
        {
            offset[n + 1] += offset[n];
        }
        var next = offset[..nodes];
        int[] target = new int[2 * edges.Count], of = new int[2 * edges.Count];
        var cost = new long[2 * edges.Count];
        for (var e = 0; e < edges.Count; e++)
        {
            var (a, b, packed) = (edges[e].A, edges[e].B, edges[e].Cost.Pack(centsPerDay));
            (target[next[a]], cost[next[a]], of[next[a]++]) = (b, packed, e);
            (target[next[b]], cost[next[b]], of[next[b]++]) = (a, packed, e);
        }
        return new Arcs(offset, target, cost, of, [.. places.Select(place => place.Layer == Node.Door)]);
    }
}

/// <summary>Dijkstra's search from one node, with a four-way heap; its buffers serve any number of searches.</summary>
internal sealed class ShortestPaths
{
    private const int Unseen = -1;
    private const int Done = -2;

    private readonly Arcs _arcs;
    private readonly int[] _heap;       // nodes by cost so far
    private readonly int[] _position;   // where a node lies in the heap
    private int _count;

    public ShortestPaths(Arcs arcs)
    {
        _arcs = arcs;
        (_heap, _position) = (new int[arcs.Nodes], new int[arcs.Nodes]);
        (Distance, Arrival) = (new long[arcs.Nodes], new int[arcs.Nodes]);
    }

    /// <summary>Packed cost of the best way to each node; <see cref="Cost.NoWay"/> where there is none.</summary>
    public long[] Distance { get; }

    /// <summary>Arc by which the best way reaches each node; -1 for the start and where there is none.</summary>
    public int[] Arrival { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Search(int start)
    {
        Array.Fill(Distance, Network.Cost.NoWay);
        Array.Fill(Arrival, -1);
        Array.Fill(_position, Unseen);
        Distance[start] = 0;
        _count = 0;
        Insert(start);
        var (offset, target, cost, isDoor) = (_arcs.Offset, _arcs.Target, _arcs.Cost, _arcs.IsDoor);
        while (_count > 0)
        {
            var node = RemoveFirst();
            var here = Distance[node];
            for (var arc = offset[node]; arc < offset[node + 1]; arc++)
            {
                var to = target[arc];
                var there = here + cost[arc];
                if (there < Distance[to])
                {
                    Distance[to] = there;
                    Arrival[to] = arc;
                    if (isDoor[to])
                    {
                        // no way leads on from there
                        continue;
                    }
                    if (_position[to] == Unseen)
                    {
                        Insert(to);
                    }
                    else
                    {
                        Rise(_position[to], to);
                    }
                }
            }
        }
    }

    private void Insert(int node) => Rise(_count++, node);

    private int RemoveFirst()
    {
        var first = _heap[0];
        _position[first] = Done;
        var last = _heap[--_count];
        if (_count > 0)
        {
            Sink(last);
        }
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rise(int at, int node)
    {
        var key = Distance[node];
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            var above = _heap[parent];
            if (Distance[above] <= key)
            {
                break;
            }
            _heap[at] = above;
            _position[above] = at;
            at = parent;
        }
        _heap[at] = node;
        _position[node] = at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sink(int node)
    {
        var key = Distance[node];
        var at = 0;
        while (true)
        {
            var child = (at << 2) + 1;
            if (child >= _count)
            {
                break;
            }
            var end = Math.Min(child + 4, _count);
            var least = child;
            var leastKey = Distance[_heap[child]];
            for (var next = child + 1; next < end; next++)
            {
                var nextKey = Distance[_heap[next]];
                if (nextKey < leastKey)
                {
                    (least, leastKey) = (next, nextKey);
                }
            }
            if (key <= leastKey)
            {
                break;
            }
            _heap[at] = _heap[least];
            _position[_heap[at]] = at;
            at = least;
        }
        _heap[at] = node;
        _position[node] = at;
    }
}
