namespace Caravan.Data.Building;

/// <summary>
/// Reads the sea network of the source: joins the two sides of the antimeridian, keeps the shortest of parallel edges,
/// names the passages, and leaves out what no container ship uses, the Northwest Passage and the Corinth Canal.
/// </summary>
internal static class SeaSource
{
    private const string Nodes = "transport/sea_nodes_20km.csv";
    private const string Edges = "transport/sea_edges_20km.csv";

    public static SeaGraph Read(SourceFolder sources)
    {
        sources.Require([Nodes, Edges]);
        var points = new List<SeaPoint>();
        var numbers = new Dictionary<string, int>();
        foreach (var row in sources.Rows(Nodes, "node", "lon", "lat"))
        {
            numbers.Add(row.Text("node"), points.Count);
            points.Add(new(row.Number("lat"), row.Number("lon")));
        }
        var rows = new List<(int From, int To, double Km, string Mark)>();
        foreach (var row in sources.Rows(Edges, "from_node", "to_node", "length_km", "pass"))
        {
            if (numbers.TryGetValue(row.Text("from_node"), out var from)
                && numbers.TryGetValue(row.Text("to_node"), out var to))
            {
                rows.Add((from, to, row.NonNegative("length_km"), row.Text("pass")));
            }
            else
            {
                sources.Report(new(Edges, 0, $"edge {row.Text("from_node")}-{row.Text("to_node")} has an unknown end"));
            }
        }
        sources.ThrowIfAny();

        var same = Enumerable.Range(0, points.Count).ToArray();
        foreach (var (from, to, _, _) in rows.Where(row => row.Mark == "antimeridian_join"))
        {
            same[Math.Max(from, to)] = Math.Min(from, to);
        }
        var shortest = new Dictionary<(int, int), (double Km, string Mark)>();
        foreach (var (from, to, km, mark) in rows.Where(row => row.Mark is not ("northwest" or "corinth")))
        {
            var key = (Math.Min(same[from], same[to]), Math.Max(same[from], same[to]));
            if (key.Item1 != key.Item2 && (!shortest.TryGetValue(key, out var known) || km < known.Km))
            {
                shortest[key] = (km, mark);
            }
        }
        return new SeaGraph(points, [.. shortest.Select(pair => new SeaEdge(pair.Key.Item1, pair.Key.Item2,
            pair.Value.Km, SeaPassages.Of(pair.Value.Mark, points[pair.Key.Item1], points[pair.Key.Item2])))]);
    }
}
