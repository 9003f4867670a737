namespace Caravan.Data.Building;

/// <summary>Points and two-way edges at sea, with shortest distances under a set of closed passages.</summary>
internal sealed class SeaGraph
{
    private readonly int[] _offsets;
    private readonly int[] _edgesAtNode;

    public SeaGraph(IReadOnlyList<SeaPoint> points, IReadOnlyList<SeaEdge> edges)
    {
        (Points, Edges) = (points, [.. edges]);
        _offsets = new int[points.Count + 1];
        foreach (var edge in Edges)
        {
            _offsets[edge.From + 1]++;
            _offsets[edge.To + 1]++;
        }
        for (var node = 0; node < points.Count; node++)
        {
            _offsets[node + 1] += _offsets[node];
        }
        _edgesAtNode = new int[2 * Edges.Length];
        var next = _offsets.AsSpan(0, points.Count).ToArray();
        for (var n = 0; n < Edges.Length; n++)
        {
            _edgesAtNode[next[Edges[n].From]++] = n;
            _edgesAtNode[next[Edges[n].To]++] = n;
        }
    }

    public IReadOnlyList<SeaPoint> Points { get; }

    public SeaEdge[] Edges { get; }

    /// <summary>Positions of the edges that touch a node.</summary>
    public ReadOnlySpan<int> EdgesAt(int node) => _edgesAtNode.AsSpan(_offsets[node].._offsets[node + 1]);

    /// <summary>
    /// Km from the source to every node into <paramref name="km"/>, infinity where there is no way, and the last edge
    /// of the way into <paramref name="lastEdge"/>, -1 at the source and where there is none.
    /// </summary>
    /// <param name="source">The node to start from.</param>
    /// <param name="closed">Set of closed passages.</param>
    /// <param name="km">One value for each node.</param>
    /// <param name="lastEdge">One value for each node.</param>
    public void DistancesInto(int source, uint closed, double[] km, int[] lastEdge)
    {
        Array.Fill(km, double.PositiveInfinity);
        Array.Fill(lastEdge, -1);
        km[source] = 0;
        var queue = new PriorityQueue<int, double>();
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out var node, out var distance))
        {
            if (distance > km[node])
            {
                continue;
            }
            foreach (var n in EdgesAt(node))
            {
                var edge = Edges[n];
                if (edge.Passage >= 0 && (closed >> edge.Passage & 1) == 1)
                {
                    continue;
                }
                var (other, through) = (edge.Other(node), distance + edge.Km);
                if (through < km[other])
                {
                    (km[other], lastEdge[other]) = (through, n);
                    queue.Enqueue(other, through);
                }
            }
        }
    }
}
