using System.Numerics;
using System.Runtime.CompilerServices;
using Caravan.Data.Transport;
using Caravan.Numerics;

namespace Caravan.Network;

/// <content>Which pairs of cities use an edge.</content>
public sealed partial class TransportNetwork
{
    /// <summary>
    /// Which pairs of cities have a cheapest way over some links or through some places [from, to]: the cost to the link,
    /// over it and on from it is then exactly the cost of the pair.
    /// </summary>
    /// <param name="travel">Matrix of this network.</param>
    /// <param name="links">Links by their ends and mode.</param>
    /// <param name="places">Crossings and ports: every crossing, loading or change of mode there counts.</param>
    /// <param name="cancellation">Stops between two links.</param>
    public Matrix<bool> PairsThatUse(
        TravelMatrix travel, IReadOnlySet<LinkEnds> links, IReadOnlySet<string> places,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(travel);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(places);
        return PairsThatUse(travel, [(links, places)], cancellation)[0];
    }

    /// <summary>The same for several uses, each links and places of its own.</summary>
    internal Matrix<bool>[] PairsThatUse(
        TravelMatrix travel, IReadOnlyList<(IReadOnlySet<LinkEnds> Links, IReadOnlySet<string> Places)> uses,
        CancellationToken cancellation)
    {
        var (nodes, count) = (_graph.Nodes, travel.Cities.Length);
        var ids = uses.SelectMany(use => use.Links.SelectMany(link => new[] { link.From, link.To }).Concat(use.Places)).ToHashSet();
        bool[] isNamed = [.. nodes.Select(node => ids.Contains(node.Place))];
        var near = _graph.Edges.Where(edge => isNamed[edge.A] || isNamed[edge.B]).ToList();
        var used = uses.Select(use => near.Where(edge => edge.Kind == LegKind.Travel
            ? IsAmong(use.Links, edge.A, edge.B, edge.Mode) || IsAmong(use.Links, edge.B, edge.A, edge.Mode)
            : use.Places.Contains(nodes[edge.A].Place)).ToList()).ToList();
        int[] ends = [.. used.SelectMany(edges => edges).SelectMany(edge => new[] { edge.A, edge.B }).Distinct()];
        var distances = DistancesTo(ends, travel, cancellation);
        return [.. used.Select(edges => new Matrix<bool>(count, count, PairsOver(edges, ends, distances, travel, cancellation)))];

        bool IsAmong(IReadOnlySet<LinkEnds> links, int from, int to, TransportMode mode) =>
            links.Contains(new LinkEnds(nodes[from].Place, nodes[to].Place, mode));
    }

    // True for each pair of cities with a cheapest way over one of the edges.
    private static bool[] PairsOver(List<Edge> edges, TravelMatrix travel, CancellationToken cancellation)
    {
        int[] ends = [.. edges.SelectMany(edge => new[] { edge.A, edge.B }).Distinct()];
        return PairsOver(edges, ends, DistancesTo(ends, travel, cancellation), travel, cancellation);
    }

    private static bool[] PairsOver(
        List<Edge> edges, int[] ends, long[][] distances, TravelMatrix travel, CancellationToken cancellation)
    {
        var (count, pairs) = (travel.Cities.Length, new bool[travel.Packed.Length]);
        foreach (var edge in edges)
        {
            cancellation.ThrowIfCancellationRequested();
            var (toA, toB) = (distances[Array.IndexOf(ends, edge.A)], distances[Array.IndexOf(ends, edge.B)]);
            var cost = edge.Cost.Pack(travel.CentsPerDay);
            for (var from = 0; from < count; from++)
            {
                var row = travel.Packed.Slice(from * count, count);
                var marks = pairs.AsSpan(from * count, count);
                // a cheapest way over an edge is also a cheapest way to its far end
                if (toA[from] + cost == toB[from])
                {
                    Mark(toB[from], toB, row, marks);
                }
                if (toB[from] + cost == toA[from])
                {
                    Mark(toA[from], toA, row, marks);
                }
            }
        }
        return pairs;
    }

    // Packed costs [node, city] in the network of a matrix.
    private static long[][] DistancesTo(int[] nodes, TravelMatrix travel, CancellationToken cancellation)
    {
        if (travel.Start is not ({ } start, { } come))
        {
            return travel.Hubs.ToCities(nodes, cancellation);
        }
        var network = travel.Network;
        var overlay = new Overlay(
            start, come, nodes, network.IsDoor, network.DoorsOf(travel.Cities), cancellation);
        return [.. nodes.Select(overlay.After)];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mark(long toNode, ReadOnlySpan<long> beyond, ReadOnlySpan<long> cost, Span<bool> marks)
    {
        if (toNode >= Cost.NoWay)
        {
            return;
        }
        var first = new Vector<long>(toNode);
        for (var at = 0; at < cost.Length; at += Vector<long>.Count)
        {
            var end = Math.Min(at + Vector<long>.Count, cost.Length);
            if (end - at == Vector<long>.Count
                && !Vector.EqualsAny(first + new Vector<long>(beyond[at..]), new Vector<long>(cost[at..])))
            {
                continue;
            }
            for (var to = at; to < end; to++)
            {
                marks[to] |= toNode + beyond[to] == cost[to];
            }
        }
    }

    /// <summary>Packed costs from some nodes to doors, and to other nodes.</summary>
    internal (long[] ToDoors, long[] ToOthers)[] DistancesFrom(
        List<int> nodes, int[] doors, int[] others, CancellationToken cancellation)
    {
        var (arcs, number) = nodes.Count < WorthContracting
            ? (SearchedArcs, [.. Enumerable.Range(0, NodeCount)])
            : ContractedFor(doors, nodes.Concat(others));
        var search = new ShortestPaths(arcs);
        return
        [
            .. nodes.Select(node =>
            {
                cancellation.ThrowIfCancellationRequested();
                return (DistancesTo(doors, search, number, node),
                    others.Select(other => search.Distance[number[other]]).ToArray());
            }),
        ];
    }
}
