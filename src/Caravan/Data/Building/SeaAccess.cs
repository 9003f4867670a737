namespace Caravan.Data.Building;

/// <summary>
/// Ties ports to a sea graph by great circles: a port near an edge to the nearest point of the edge, which is cut
/// there, a port far from every edge to both ends of the nearest. Edges that cross a passage are left alone.
/// </summary>
internal sealed class SeaAccess
{
    // An edge longer than this times the straight line between its ends winds: only its ends have a known place.
    private const double MostWinding = 1.05;

    // A port farther than this from every edge lies off the lanes: a ship sails straight to either end.
    private const double FarKm = 25;

    // Two cuts nearer than this are one.
    private const double SmallestStepKm = 2;

    private SeaAccess(SeaGraph graph, int[] terminals, double[] approachKm) =>
        (Graph, Terminals, ApproachKm) = (graph, terminals, approachKm);

    /// <summary>The graph with the ports and the cuts.</summary>
    public SeaGraph Graph { get; }

    /// <summary>Nodes of the ports, in their order.</summary>
    public int[] Terminals { get; }

    /// <summary>Km from each port to its edge, in their order.</summary>
    public double[] ApproachKm { get; }

    public static SeaAccess Attach(SeaGraph sea, IReadOnlyList<SeaPort> ports)
    {
        var points = sea.Points.ToList();
        var terminals = new int[ports.Count];
        var approach = new double[ports.Count];
        var near = new List<(int Port, int Edge, double Share)>();
        var edges = new List<SeaEdge>();
        for (var n = 0; n < ports.Count; n++)
        {
            var place = new SeaPoint(ports[n].Latitude, ports[n].Longitude);
            terminals[n] = points.Count;
            points.Add(place);
            (var e, var share, approach[n]) = NearestFoot(sea, place);
            if (approach[n] <= FarKm)
            {
                near.Add((n, e, share));
                continue;
            }
            foreach (var end in Ends(sea.Edges[e], share, Winds(sea, sea.Edges[e])))
            {
                edges.Add(new(terminals[n], end, place.KmTo(points[end]), SeaPassages.None));
            }
        }
        var cuts = near.ToLookup(foot => foot.Edge);
        for (var e = 0; e < sea.Edges.Length; e++)
        {
            Cut(sea.Edges[e], [.. cuts[e].OrderBy(foot => foot.Share)], terminals, points, edges);
        }
        return new SeaAccess(new SeaGraph(points, edges), terminals, approach);
    }

    private static int[] Ends(SeaEdge edge, double share, bool winds) =>
        !winds ? [edge.From, edge.To] : share < 0.5 ? [edge.From] : [edge.To];

    private static bool Winds(SeaGraph sea, SeaEdge edge) =>
        edge.Km > MostWinding * sea.Points[edge.From].KmTo(sea.Points[edge.To]);

    private static (int Edge, double Share, double Km) NearestFoot(SeaGraph sea, SeaPoint place)
    {
        var (best, nearest) = ((Edge: -1, Share: 0.0), double.PositiveInfinity);
        for (var e = 0; e < sea.Edges.Length; e++)
        {
            var edge = sea.Edges[e];
            if (edge.Passage != SeaPassages.None)
            {
                continue;
            }
            var (a, b) = (sea.Points[edge.From], sea.Points[edge.To]);
            var share = place.FootOn(a, b);
            if (Winds(sea, edge))
            {
                share = Math.Round(share);
            }
            var km = place.KmTo(a.Towards(b, share));
            if (km < nearest)
            {
                (best, nearest) = ((e, share), km);
            }
        }
        return best.Edge >= 0
            ? (best.Edge, best.Share, nearest)
            : throw new ArgumentException("the sea graph has no edge", nameof(sea));
    }

    // Cuts an edge at the feet of ports, given in their order along it, and links each port to its cut.
    private static void Cut(SeaEdge edge, (int Port, int Edge, double Share)[] feet, int[] terminals,
        List<SeaPoint> points, List<SeaEdge> edges)
    {
        var (last, lastShare) = (edge.From, 0.0);
        foreach (var (port, _, share) in feet)
        {
            var joint = edge.To;
            if ((1 - share) * edge.Km >= SmallestStepKm)
            {
                if ((share - lastShare) * edge.Km >= SmallestStepKm)
                {
                    points.Add(points[edge.From].Towards(points[edge.To], share));
                    edges.Add(new(last, points.Count - 1, (share - lastShare) * edge.Km, edge.Passage));
                    (last, lastShare) = (points.Count - 1, share);
                }
                joint = last;
            }
            edges.Add(new(terminals[port], joint, points[terminals[port]].KmTo(points[joint]), SeaPassages.None));
        }
        edges.Add(new(last, edge.To, (1 - lastShare) * edge.Km, edge.Passage));
    }
}
