namespace Caravan.Data.Building;

/// <summary>
/// Replaces a sea graph by a small one over its ports, the two ends of every passage and the busiest crossroads. A link
/// is as long as the shortest way between its ends that crosses no passage; passages stay links of their own. Links are
/// tried from the shortest on and stay only where those before give no way as short within the tolerance. Every voyage
/// is a chain of ways without passage and of passages, so distances hold whatever passages are closed.
/// </summary>
internal sealed class SeaReduction
{
    private const uint EveryPassage = uint.MaxValue;

    private readonly SeaGraph _graph;
    private readonly double[] _km;
    private readonly int[] _lastEdge;

    private SeaReduction(SeaGraph graph)
    {
        _graph = graph;
        _km = new double[graph.Points.Count];
        _lastEdge = new int[graph.Points.Count];
    }

    /// <summary>The edges of the small graph; their ends are nodes of the graph given.</summary>
    /// <param name="graph">The whole graph.</param>
    /// <param name="terminals">Nodes between which distances are kept.</param>
    /// <param name="crossroads">Largest number of crossroads.</param>
    /// <param name="tolerance">Largest relative excess of a kept distance.</param>
    public static List<SeaEdge> Reduce(SeaGraph graph, int[] terminals, int crossroads, double tolerance)
    {
        var reduction = new SeaReduction(graph);
        var passages = graph.Edges.Where(edge => edge.Passage != SeaPassages.None).ToArray();
        var needed = terminals.Concat(passages.SelectMany(edge => (int[])[edge.From, edge.To])).Distinct().ToList();
        var nodes = needed.Concat(reduction.Crossroads(needed, crossroads)).ToArray();
        var links = new SeaSpanner(nodes.Length, tolerance).Links(reduction.Distances(nodes));
        var used = OnWays(new SeaGraph([.. nodes.Select(node => graph.Points[node])], links), needed.Count);
        return [.. passages, .. WithoutIdleCrossroads(
            used.Select(link => link with { From = nodes[link.From], To = nodes[link.To] }), [.. needed])];
    }

    // The edges on shortest ways between the first nodes of a graph.
    private static IEnumerable<SeaEdge> OnWays(SeaGraph graph, int count)
    {
        var (km, lastEdge) = (new double[graph.Points.Count], new int[graph.Points.Count]);
        var used = new HashSet<int>();
        for (var source = 0; source < count; source++)
        {
            graph.DistancesInto(source, EveryPassage, km, lastEdge);
            for (var target = source + 1; target < count; target++)
            {
                for (var node = target; lastEdge[node] >= 0; node = graph.Edges[lastEdge[node]].Other(node))
                {
                    used.Add(lastEdge[node]);
                }
            }
        }
        return used.Order().Select(n => graph.Edges[n]);
    }

    // Km between the nodes without crossing a passage, row by row.
    private double[][] Distances(int[] nodes)
    {
        var rows = new double[nodes.Length][];
        for (var n = 0; n < nodes.Length; n++)
        {
            _graph.DistancesInto(nodes[n], EveryPassage, _km, _lastEdge);
            rows[n] = [.. nodes.Select(node => _km[node])];
        }
        return rows;
    }

    // Points that lie on the most shortest ways, none near another or near a needed node.
    private List<int> Crossroads(List<int> needed, int count)
    {
        const double SmallestDistanceKm = 150;
        var uses = new int[_graph.Points.Count];
        foreach (var source in needed)
        {
            _graph.DistancesInto(source, EveryPassage, _km, _lastEdge);
            foreach (var target in needed)
            {
                for (var node = target; _lastEdge[node] >= 0; node = _graph.Edges[_lastEdge[node]].Other(node))
                {
                    uses[node]++;
                }
            }
        }
        var chosen = new List<int>();
        foreach (var node in Enumerable.Range(0, uses.Length).OrderByDescending(node => uses[node]))
        {
            if (chosen.Count == count || uses[node] == 0)
            {
                break;
            }
            var point = _graph.Points[node];
            if (!needed.Concat(chosen).Any(other => point.KmTo(_graph.Points[other]) < SmallestDistanceKm))
            {
                chosen.Add(node);
            }
        }
        return chosen;
    }

    // Takes away crossroads that lead nowhere and joins the two links of those where only two meet.
    private static List<SeaEdge> WithoutIdleCrossroads(IEnumerable<SeaEdge> links, HashSet<int> needed)
    {
        var edges = links.ToList();
        while (edges.SelectMany(edge => (int[])[edge.From, edge.To]).Where(node => !needed.Contains(node))
            .GroupBy(node => node).FirstOrDefault(group => group.Count() <= 2) is { Key: var idle })
        {
            var at = edges.Where(edge => edge.From == idle || edge.To == idle).ToArray();
            edges.RemoveAll(edge => at.Contains(edge));
            if (at is [var one, var two])
            {
                var (from, to, km) = (one.Other(idle), two.Other(idle), one.Km + two.Km);
                var parallel = edges.FindIndex(edge => (edge.From == from && edge.To == to)
                    || (edge.From == to && edge.To == from));
                if (parallel < 0)
                {
                    edges.Add(new(from, to, km, SeaPassages.None));
                }
                else if (edges[parallel].Km > km)
                {
                    edges[parallel] = edges[parallel] with { Km = km };
                }
            }
        }
        return edges;
    }
}
