using Caravan.Network;

namespace Caravan.Benchmarks;

/// <summary>Dijkstra's algorithm as textbooks print it, on lists of neighbours and the framework's priority queue.</summary>
internal static class TextbookSearch
{
    private static (TransportNetwork Network, List<(int To, long Cost)>[] Neighbours)? s_last;

    public static Dictionary<int, long> From(TransportNetwork network, string city)
    {
        var neighbours = NeighboursOf(network);
        var start = network.Nodes.ToList().IndexOf(new Node(city, "", Node.Door));
        var best = new Dictionary<int, long> { [start] = 0 };
        var done = new HashSet<int>();
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out var node, out var here))
        {
            if (!done.Add(node))
            {
                continue;
            }
            foreach (var (to, cost) in neighbours[node])
            {
                if (!best.TryGetValue(to, out var known) || here + cost < known)
                {
                    best[to] = here + cost;
                    queue.Enqueue(to, here + cost);
                }
            }
        }
        return best;
    }

    private static List<(int To, long Cost)>[] NeighboursOf(TransportNetwork network)
    {
        if (s_last is { } last && ReferenceEquals(last.Network, network))
        {
            return last.Neighbours;
        }
        var neighbours = network.Nodes.Select(_ => new List<(int, long)>()).ToArray();
        foreach (var edge in network.Edges)
        {
            neighbours[edge.A].Add((edge.B, edge.Cost.Pack(network.CentsPerDay)));
            neighbours[edge.B].Add((edge.A, edge.Cost.Pack(network.CentsPerDay)));
        }
        s_last = (network, neighbours);
        return neighbours;
    }
}
