using System.Runtime.InteropServices;

namespace Caravan.Network;

/// <content>From a graph without edits to one with a few.</content>
internal sealed partial class GraphBuilder
{
    /// <summary>True for edits that only add to a network or make parts of it faster or slower.</summary>
    public static bool CanExtend(NetworkEdits edits) =>
        edits.WithoutProjects.IsEmpty && edits.ClosedLinks.IsEmpty && edits.Closed.IsEmpty && edits.Rates.IsEmpty;

    /// <summary>
    /// The graph of a base graph's tables with edits of which <see cref="CanExtend"/> is true: the same nodes and edges
    /// as from the tables, in another order, with only those made anew that the edits touch.
    /// </summary>
    public static Graph Extend(Graph origin, NetworkEdits edits, RoutingOptions options)
    {
        var builder = new GraphBuilder(origin.Index, new EditedTables(origin.Index, edits, options), origin);
        var gone = new SortedSet<int>();
        builder.ExtendLinks(edits, gone);
        builder.ExtendPlaces(edits, gone);
        var edges = new List<Edge>(origin.Edges.Count + builder._edges.Count);
        var from = 0;
        foreach (var edge in gone.Append(origin.Edges.Count))
        {
            edges.AddRange(CollectionsMarshal.AsSpan(origin.Edges)[from..edge]);
            from = edge + 1;
        }
        edges.AddRange(builder._edges);
        // what was made anew and is as before has neither gone nor come
        var left = gone.Select(edge => origin.Edges[edge]).ToList();
        var come = builder._edges.Where(edge => !left.Remove(edge)).ToList();
        return new Graph(origin.Index, [.. origin.Nodes, .. builder._nodes], builder._numbers, edges)
        {
            Layers = builder._layers,
            Own = [],
            Origin = origin,
            Gone = left,
            Come = come,
        };
    }

    /// <summary>
    /// A base graph without the edges at some places and crossings: the same edges as from the tables with routing options that
    /// avoid these.
    /// </summary>
    public static Graph Without(Graph origin, IReadOnlySet<string> avoided)
    {
        bool[] isAvoided = [.. origin.Nodes.Select(node => avoided.Contains(node.Place))];
        var edges = new List<Edge>(origin.Edges.Count);
        var number = new int[origin.Edges.Count + 1];
        for (var at = 0; at < origin.Edges.Count; at++)
        {
            var edge = origin.Edges[at];
            number[at] = edges.Count;
            if (!isAvoided[edge.A] && !isAvoided[edge.B])
            {
                edges.Add(edge);
            }
        }
        number[^1] = edges.Count;
        return new Graph(origin.Index, origin.Nodes, origin.Numbers, edges)
        {
            Layers = origin.Layers,
            Own = origin.Own.ToDictionary(pair => pair.Key,
                pair => (number[pair.Value.Start], CountFrom(pair.Value.Start, pair.Value.Count))),
            EdgeOfLink = [.. origin.EdgeOfLink.Select(at => at < 0 || CountFrom(at, 1) == 0 ? -1 : number[at])],
        };

        int CountFrom(int start, int count) => number[start + count] - number[start];
    }

    private void ExtendLinks(NetworkEdits edits, SortedSet<int> gone)
    {
        var links = _index.Tables.Links;
        var ports = edits.Projects.SelectMany(_index.PortsOfProject).Select(port => port.Id);
        var added = edits.Projects.SelectMany(_index.LinksOfProject)
            .Concat(edits.Opened.SelectMany(_index.LinksOfPassage))
            .Concat(ports.SelectMany(_index.LinksOfPort));
        var changed = edits.Speeds.SelectMany(speed => _index.LinksBetween(speed.Link.From, speed.Link.To))
            .Concat(_edited.Effects.Where(effect => effect.Kind == "upgrade")
                .SelectMany(effect => _index.LinksBetween(effect.From, effect.To)));
        foreach (var at in added.Concat(changed).ToHashSet().Order())
        {
            if (_origin!.EdgeOfLink[at] >= 0)
            {
                gone.Add(_origin.EdgeOfLink[at]);
            }
            if (_edited.IsUsable(links[at]))
            {
                AddLink(links[at]);
            }
        }
        foreach (var link in _edited.OwnLinks)
        {
            AddLink(link);
        }
    }

    private void ExtendPlaces(NetworkEdits edits, SortedSet<int> gone)
    {
        var opened = edits.Projects.SelectMany(_index.PortsOfProject);
        var ports = _touched.SelectMany(_index.PortsOfCity).Concat(opened);
        foreach (var port in ports.DistinctBy(port => port.Id).ToList())
        {
            Drop(port.Id, isAccess: true, gone);
            AddPortAccess(port);
        }
        var eased = _edited.Effects.Where(effect => effect.Kind is "border" or "port").Select(effect => effect.From)
            .Concat(edits.Crossings.Select(factor => factor.Crossing));
        var ids = _touched.Concat(edits.Opened).Concat(eased).ToHashSet();
        foreach (var id in ids.Where(_edited.IsCrossing))
        {
            Drop(id, isAccess: false, gone);
            AddCrossing(_index.Crossings[id]);
        }
        foreach (var id in ids.Where(id => !_edited.IsCrossing(id)))
        {
            if (_edited.TryPlace(id, out var place))
            {
                Drop(id, isAccess: false, gone);
                AddTransfers(place);
            }
        }
    }

    private void Drop(string id, bool isAccess, SortedSet<int> gone)
    {
        var (start, count) = _origin!.Own[(id, isAccess)];
        gone.UnionWith(Enumerable.Range(start, count));
    }
}
