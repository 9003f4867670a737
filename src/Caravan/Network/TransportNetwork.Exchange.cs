namespace Caravan.Network;

/// <content>The matrix of a network in which a few edges of another were exchanged.</content>
public sealed partial class TransportNetwork
{
    // Edges of the origin that are gone or dearer, and edges that are new or cheaper. An edge for which a cheaper one
    // came is no loss, and one that came for a cheaper one no gain; to take another for a loss or a gain costs time and
    // changes nothing.
    private (List<Edge> Worse, List<Edge> Better) ExchangedEdges()
    {
        return (Unless(_graph.Gone, _graph.Come), Unless(WithoutDeadEnds(_graph.Come), _graph.Gone));

        List<Edge> Unless(List<Edge> edges, List<Edge> others) =>
        [
            .. edges.Where(edge => !others.Exists(other => (edge.A, edge.B) == (other.A, other.B)
                && other.Cost.Pack(_centsPerDay) <= edge.Cost.Pack(_centsPerDay))),
        ];
    }

    // No way leads over an edge to a new node from which no other leads on.
    private List<Edge> WithoutDeadEnds(List<Edge> come)
    {
        while (true)
        {
            var first = _graph.Origin!.Nodes.Count;
            var ends = come.SelectMany(edge => new[] { edge.A, edge.B }).Where(node => node >= first && !IsDoor(node))
                .CountBy(node => node).Where(pair => pair.Value == 1).Select(pair => pair.Key).ToHashSet();
            if (ends.Count == 0)
            {
                return come;
            }
            come = [.. come.Where(edge => !ends.Contains(edge.A) && !ends.Contains(edge.B))];
        }
    }

    // Edges that are gone or dearer are taken out first, which is remembered; then those that came are laid over. A
    // lever that is moved exchanges the same edges each time, so that nothing is searched but at the first movement.
    private TravelMatrix Exchange(
        TravelMatrix before, List<Edge> worse, List<Edge> better, int threads, CancellationToken cancellation)
    {
        if (worse.Count + better.Count == 0)
        {
            return before.On(this);
        }
        var start = worse.Count == 0 ? before : before.Without(
            worse, () => before.Network.TakeOut(before, worse, threads, cancellation));
        // beside a network that has lost edges also a slower one that came for them is a gain
        var come = worse.Count == 0 ? better : _graph.Come;
        var packed = start.Packed.ToArray();
        if (come.Count > 0)
        {
            var overlay = new Overlay(start, come, [], IsDoor, DoorsOf(before.Cities), cancellation);
            Improve(packed, start.Packed, overlay, Cover(come));
        }
        return new TravelMatrix(this, before.Cities, packed, _centsPerDay) { Start = (start, come) };
    }

    // The matrix of this network without some edges: pairs with a cheapest way over one of them are searched anew.
    private TravelMatrix TakeOut(TravelMatrix before, List<Edge> gone, int threads, CancellationToken cancellation)
    {
        var left = gone.ToList();
        var network = new TransportNetwork(new Graph(
            _graph.Index, _graph.Nodes, [], [.. _graph.Edges.Where(edge => !left.Remove(edge))])
        {
            Layers = _graph.Layers,
            Own = [],
            Origin = _graph,
            Gone = gone,
        }, _edits, _options, _nodeFingerprint);
        var packed = before.Packed.ToArray();
        var rows = RowsThatCover(PairsOver(gone, before, cancellation), before.Cities.Length);
        network.SearchRows(DoorsOf(before.Cities), rows, packed, threads, cancellation);
        Mirror(rows, packed, before.Cities.Length);
        return new TravelMatrix(network, before.Cities, packed, _centsPerDay);
    }

    // A pair of cities gains only by a way through a node of the cover which for one of the two has come nearer.
    private static void Improve(long[] packed, ReadOnlySpan<long> before, Overlay overlay, List<int> cover)
    {
        var after = cover.ConvertAll(overlay.After);
        var was = cover.ConvertAll(overlay.Before);
        var count = after[0].Length;
        for (var from = 0; from < count; from++)
        {
            var row = packed.AsSpan(from * count, count);
            for (var via = 0; via < after.Count; via++)
            {
                if (after[via][from] < (was[via]?[from] ?? Cost.NoWay))
                {
                    Overlay.Lower(row, after[via], after[via][from]);
                }
            }
        }
        // the way back costs the same; rows above have lowered what rows below had not
        for (var from = 0; from < count; from++)
        {
            var row = packed.AsSpan(from * count, count);
            var old = before.Slice(from * count, count);
            for (var to = row.CommonPrefixLength(old); to < count; to++)
            {
                if (row[to] < old[to])
                {
                    packed[to * count + from] = Math.Min(packed[to * count + from], row[to]);
                }
            }
        }
    }
}
