namespace Caravan.Data.Building;

/// <summary>
/// Chooses few links that keep a table of distances: from the shortest pair on, a pair gets a link where the links
/// chosen before give no way within the tolerance (a greedy spanner; Althöfer and others 1993).
/// </summary>
/// <param name="count">Number of nodes.</param>
/// <param name="tolerance">Largest relative excess of a distance.</param>
internal sealed class SeaSpanner(int count, double tolerance)
{
    private readonly List<(int Node, double Km)>[] _links =
        [.. Enumerable.Range(0, count).Select(_ => new List<(int, double)>())];

    private readonly double[] _km = new double[count];
    private readonly List<int> _touched = [];

    /// <summary>The links chosen. Pairs at an infinite distance get none.</summary>
    public List<SeaEdge> Links(double[][] distances)
    {
        var chosen = new List<SeaEdge>();
        var pairs = Enumerable.Range(0, count)
            .SelectMany(to => Enumerable.Range(0, to).Select(from => (From: from, To: to, Km: distances[from][to])))
            .Where(pair => double.IsFinite(pair.Km)).OrderBy(pair => pair.Km).ToArray();
        Array.Fill(_km, double.PositiveInfinity);
        foreach (var (from, to, km) in pairs)
        {
            if (!Reaches(from, to, (km * (1 + tolerance)), distances))
            {
                _links[from].Add((to, km));
                _links[to].Add((from, km));
                chosen.Add(new(from, to, km, SeaPassages.None));
            }
        }
        return chosen;
    }

    // Is there a way within the limit? The table of distances bounds from below what is left of it (A* search).
    private bool Reaches(int source, int target, double limit, double[][] distances)
    {
        var queue = new PriorityQueue<(int Node, double Km), double>();
        queue.Enqueue((source, 0), 0);
        _km[source] = 0;
        _touched.Add(source);
        var reached = false;
        while (!reached && queue.TryDequeue(out var at, out _))
        {
            reached = at.Node == target;
            if (at.Km > _km[at.Node])
            {
                continue;
            }
            foreach (var (node, km) in _links[at.Node])
            {
                var through = at.Km + km;
                if (through < _km[node] && through + distances[node][target] <= limit)
                {
                    _km[node] = through;
                    _touched.Add(node);
                    queue.Enqueue((node, through), through + distances[node][target]);
                }
            }
        }
        foreach (var node in _touched)
        {
            _km[node] = double.PositiveInfinity;
        }
        _touched.Clear();
        return reached;
    }
}
