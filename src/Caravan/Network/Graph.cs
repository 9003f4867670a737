namespace Caravan.Network;

/// <summary>Nodes and edges, and which edges belong to what, so that a few can be exchanged.</summary>
internal sealed class Graph(TableIndex index, List<Node> nodes, Dictionary<Node, int> numbers, List<Edge> edges)
{
    private readonly Lock _lock = new();
    private Contraction? _contraction;

    public TableIndex Index => index;

    public List<Node> Nodes => nodes;

    /// <summary>Number of each node.</summary>
    public Dictionary<Node, int> Numbers => numbers;

    public List<Edge> Edges => edges;

    /// <summary>Layers of each place and crossing.</summary>
    public required Dictionary<string, List<int>> Layers { get; init; }

    /// <summary>Edges of each place, port access and crossing.</summary>
    public required Dictionary<(string Id, bool IsAccess), (int Start, int Count)> Own { get; init; }

    /// <summary>Edge of each link of the tables, or -1; empty where links were edited.</summary>
    public int[] EdgeOfLink { get; init; } = [];

    /// <summary>The graph from which this one was made by exchanging edges; null for one from the tables.</summary>
    public Graph? Origin { get; init; }

    /// <summary>Edges of the origin that are not here.</summary>
    public List<Edge> Gone { get; init; } = [];

    /// <summary>Edges that the origin has not.</summary>
    public List<Edge> Come { get; init; } = [];

    /// <summary>Contraction to some nodes; the last one is kept, for the same graph at other values of a day.</summary>
    public Contraction Contraction(Arcs arcs, bool[] keep)
    {
        lock (_lock)
        {
            return _contraction = _contraction is { } last && last.Keeps(keep) ? last : new Contraction(arcs, keep);
        }
    }

    public bool TryFind(Node node, out int number) => numbers.TryGetValue(node, out number)
        || Origin is not null && Origin.TryFind(node, out number);
}
