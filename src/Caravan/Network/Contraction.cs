namespace Caravan.Network;

/// <summary>
/// A graph for searches between a few nodes only: any other node with few neighbours is taken out and each pair of its
/// neighbours joined directly. Costs are whole numbers, so distances between the nodes that are kept stay exactly what
/// they were. What is taken out does not depend on costs, so that one contraction serves all values of a day.
/// </summary>
internal sealed class Contraction
{
    // A node with three neighbours leaves as many stretches as it takes away; with five it leaves five more, which still
    // pays in fewer nodes to visit: measured on the world's network, searches take 0.6 of the time that two allow.
    private const int MostNeighbours = 5;

    private readonly bool[] _keep;
    private readonly List<(int To, int Stretch)>[] _neighbours;
    private readonly int[] _stretchOf;
    private readonly List<(int Whole, int First, int Second)> _joins = [];
    private readonly int[] _offset;
    private readonly int[] _target;
    private readonly int[] _stretch;
    private readonly bool[] _isDoor;
    private int _stretches;

    /// <summary>Takes out all that it may.</summary>
    /// <param name="arcs">The graph; of its costs nothing is kept.</param>
    /// <param name="keep">Nodes between which distances will be asked for.</param>
    public Contraction(Arcs arcs, bool[] keep)
    {
        _keep = keep;
        _neighbours = new List<(int, int)>[arcs.Nodes];
        _stretchOf = new int[arcs.Target.Length];
        NameStretches(arcs);
        var gone = TakeOut(arcs.IsDoor);
        NewNumber = new int[arcs.Nodes];
        var count = 0;
        for (var node = 0; node < gone.Length; node++)
        {
            NewNumber[node] = gone[node] ? -1 : count++;
        }
        _isDoor = [.. arcs.IsDoor.Where((_, node) => !gone[node])];
        _offset = new int[count + 1];
        var (target, stretch) = (new List<int>(), new List<int>());
        for (var node = 0; node < gone.Length; node++)
        {
            if (!gone[node])
            {
                target.AddRange(_neighbours[node].Select(arc => NewNumber[arc.To]));
                stretch.AddRange(_neighbours[node].Select(arc => arc.Stretch));
                _offset[NewNumber[node] + 1] = target.Count;
            }
        }
        (_target, _stretch) = ([.. target], [.. stretch]);
        _neighbours = [];
    }

    /// <summary>Number of each node among those that are left, or -1.</summary>
    public int[] NewNumber { get; }

    /// <summary>True where it was made for these nodes.</summary>
    public bool Keeps(bool[] nodes) => _keep.AsSpan().SequenceEqual(nodes);

    /// <summary>What is left of the graph, at the costs of one value of a day.</summary>
    /// <param name="arcs">The graph with these costs.</param>
    public Arcs At(Arcs arcs)
    {
        var cost = new long[_stretches];
        Array.Fill(cost, Cost.NoWay);
        for (var arc = 0; arc < _stretchOf.Length; arc++)
        {
            cost[_stretchOf[arc]] = Math.Min(cost[_stretchOf[arc]], arcs.Cost[arc]);
        }
        foreach (var (whole, first, second) in _joins)
        {
            cost[whole] = Math.Min(cost[whole], cost[first] + cost[second]);
        }
        var left = new long[_stretch.Length];
        for (var arc = 0; arc < left.Length; arc++)
        {
            left[arc] = cost[_stretch[arc]];
        }
        return new Arcs(_offset, _target, left, [], _isDoor);
    }

    // one stretch for both directions and for all arcs beside each other
    private void NameStretches(Arcs arcs)
    {
        for (var node = 0; node < arcs.Nodes; node++)
        {
            _neighbours[node] = new List<(int, int)>(arcs.Offset[node + 1] - arcs.Offset[node]);
        }
        for (var node = 0; node < arcs.Nodes; node++)
        {
            for (var arc = arcs.Offset[node]; arc < arcs.Offset[node + 1]; arc++)
            {
                _stretchOf[arc] = StretchBetween(node, arcs.Target[arc]);
            }
        }
    }

    private bool[] TakeOut(bool[] isDoor)
    {
        var gone = new bool[_neighbours.Length];
        var open = new Queue<int>(Enumerable.Range(0, gone.Length));
        while (open.TryDequeue(out var node))
        {
            var list = _neighbours[node];
            var passable = !isDoor[node];
            if (_keep[node] || gone[node] || passable && list.Count > MostNeighbours)
            {
                continue;
            }
            gone[node] = true;
            foreach (var (to, _) in list)
            {
                Disconnect(_neighbours[to], node);
                open.Enqueue(to);
            }
            for (var first = 0; first < list.Count && passable; first++)
            {
                for (var second = first + 1; second < list.Count; second++)
                {
                    var whole = StretchBetween(list[first].To, list[second].To);
                    _joins.Add((whole, list[first].Stretch, list[second].Stretch));
                }
            }
        }
        return gone;
    }

    private int StretchBetween(int one, int other)
    {
        foreach (var (to, stretch) in _neighbours[one])
        {
            if (to == other)
            {
                return stretch;
            }
        }
        _neighbours[one].Add((other, _stretches));
        _neighbours[other].Add((one, _stretches));
        return _stretches++;
    }

    private static void Disconnect(List<(int To, int Stretch)> list, int from)
    {
        var at = 0;
        while (list[at].To != from)
        {
            at++;
        }
        list[at] = list[^1];
        list.RemoveAt(list.Count - 1);
    }
}
