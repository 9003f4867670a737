using Caravan.Data.Transport;

namespace Caravan.Scenarios.Resolving;

/// <summary>Finds the line of one mode between two places: the link that joins them, or the shortest way over several.
/// </summary>
internal sealed class LineFinder
{
    private readonly Dictionary<string, List<(string To, double Km)>> _links = [];

    public LineFinder(TransportTables tables, TransportMode mode)
    {
        foreach (var link in tables.Links.Where(link => link.Mode == mode && link.Status == LinkStatus.Existing))
        {
            Add(link.From, link.To, link.Km);
            Add(link.To, link.From, link.Km);
        }
    }

    /// <summary>The nodes from one end to the other; empty where no line of the mode joins them.</summary>
    public List<string> Find(string from, string to)
    {
        if (from != to && Next(from).Any(link => link.To == to))
        {
            return [from, to];
        }
        var (best, before) = (new Dictionary<string, double> { [from] = 0 }, new Dictionary<string, string>());
        var queue = new PriorityQueue<string, (double, string)>();
        queue.Enqueue(from, (0, from));
        while (queue.TryDequeue(out var node, out var priority))
        {
            if (priority.Item1 > best[node])
            {
                continue;
            }
            if (node == to)
            {
                return Trace(before, to);
            }
            foreach (var (next, km) in Next(node))
            {
                var length = best[node] + km;
                if (length < best.GetValueOrDefault(next, double.PositiveInfinity))
                {
                    (best[next], before[next]) = (length, node);
                    queue.Enqueue(next, (length, next));
                }
            }
        }
        return [];
    }

    private static List<string> Trace(Dictionary<string, string> before, string to)
    {
        var line = new List<string> { to };
        while (before.TryGetValue(line[^1], out var node))
        {
            line.Add(node);
        }
        line.Reverse();
        return line;
    }

    private List<(string To, double Km)> Next(string node) => _links.GetValueOrDefault(node) ?? [];

    private void Add(string from, string to, double km)
    {
        if (!_links.TryGetValue(from, out var list))
        {
            _links[from] = list = [];
        }
        list.Add((to, km));
    }
}
