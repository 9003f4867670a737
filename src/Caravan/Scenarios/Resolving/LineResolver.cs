using Caravan.Data.Transport;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Resolves lines: new ones from place to place over crossings, and those that are there.</summary>
internal sealed class LineResolver(TransportTables tables, PlaceWords places, IssueList issues)
{
    private readonly Dictionary<TransportMode, LineFinder> _finders = [];

    /// <summary>A line that is there; null after an issue.</summary>
    public ScenarioLink? Existing(DraftLink draft)
    {
        foreach (var key in draft.OfNewLine)
        {
            issues.Add(key, $"{key} is a property of a new line; this one is there already", "leave it out");
        }
        if (Nodes(draft) is not { } ends)
        {
            return null;
        }
        if (!_finders.TryGetValue(draft.Mode, out var finder))
        {
            _finders[draft.Mode] = finder = new LineFinder(tables, draft.Mode);
        }
        var nodes = new List<string> { ends[0].Id };
        foreach (var (from, to) in ends.Zip(ends.Skip(1)))
        {
            var stretch = finder.Find(from.Id, to.Id);
            if (stretch.Count == 0)
            {
                issues.Add(draft.Place, $"no {LinkParser.Word(draft.Mode)} line joins {from.Name} and {to.Name}",
                    "name another place or mode");
                return null;
            }
            nodes.AddRange(stretch.Skip(1));
        }
        return new ScenarioLink(draft.Mode, [.. nodes]);
    }

    /// <summary>A new line, with the crossings of borders that it leaves out; null after an issue.</summary>
    public ScenarioLink? New(DraftLink draft)
    {
        if (draft.Mode == TransportMode.Rail && draft.GaugeMm is null && draft.OfNewLine.All(key => key.Text != "gauge"))
        {
            issues.Add(draft.Place, "gauge is missing for a new railway",
                $"add gauge: and one of {string.Join(", ", LinkParser.Gauges)}");
        }
        if (draft.Mode != TransportMode.Rail && draft.OfNewLine.FirstOrDefault(key => key.Text == "gauge") is { Text: not null } gauge)
        {
            issues.Add(gauge, $"gauge has no meaning for {LinkParser.Word(draft.Mode)}", "leave it out");
        }
        if (Nodes(draft) is not { } named || WithCrossings(draft, named) is not { } nodes)
        {
            return null;
        }
        CheckLength(draft, nodes);
        return new ScenarioLink(draft.Mode, [.. nodes.Select(node => node.Id)])
        {
            Km = draft.Km ?? 0,
            GaugeMm = draft.GaugeMm ?? 0,
            SpeedKmh = draft.SpeedKmh ?? 0,
        };
    }

    private List<NetworkPlace>? Nodes(DraftLink draft)
    {
        var words = draft.Via.Prepend(draft.From).Append(draft.To).ToList();
        var nodes = words.Select(word => places.Find(word, draft.Mode)).OfType<NetworkPlace>().ToList();
        if (nodes.Count < words.Count)
        {
            return null;
        }
        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i].Id == nodes[i - 1].Id)
            {
                issues.Add(words[i], $"the line goes from {nodes[i].Name} to itself", "name two places");
                return null;
            }
        }
        return nodes;
    }

    // A line stays inside one economy from node to node, so that every border is crossed at a crossing; ships need none.
    private List<NetworkPlace>? WithCrossings(DraftLink draft, List<NetworkPlace> named)
    {
        if (draft.Mode is TransportMode.Sea or TransportMode.Ferry)
        {
            return named;
        }
        var crossings = tables.Crossings.Where(one => !one.Closed && Crosses(one, draft.Mode))
            .Select(one => places[one.Id]).ToList();
        var before = issues.Count;
        foreach (var crossing in named.Where(node => node.IsCrossing && crossings.All(open => open.Id != node.Id)))
        {
            issues.Add(draft.Place, $"no {LinkParser.Word(draft.Mode)} crosses at {crossing.Name} ({crossing.Id})",
                Suggest(crossings.Where(open => open.Lies(crossing.Economy) && open.Lies(crossing.OtherEconomy))));
        }
        var nodes = new List<NetworkPlace> { named[0] };
        foreach (var (from, to) in named.Zip(named.Skip(1)))
        {
            if (!from.SharesEconomyWith(to))
            {
                var between = crossings.Where(one => one.SharesEconomyWith(from) && one.SharesEconomyWith(to))
                    .MinBy(one => from.KmTo(one) + one.KmTo(to));
                if (between is null)
                {
                    issues.Add(draft.Place, $"the line from {from.Name} ({from.EconomyText}) to {to.Name} ({to.EconomyText}) "
                        + $"meets no border where {LinkParser.Word(draft.Mode)} crosses", "name the places between in via");
                    continue;
                }
                nodes.Add(between);
            }
            nodes.Add(to);
        }
        return issues.Count == before ? nodes : null;
    }

    private void CheckLength(DraftLink draft, List<NetworkPlace> nodes)
    {
        var straight = nodes.Zip(nodes.Skip(1), (from, to) => from.KmTo(to)).Sum();
        if (draft.Km is { } km && (km < 0.95 * straight || km > 50 + 6 * straight))
        {
            issues.Add(draft.OfNewLine.First(key => key.Text == "km"), FormattableString.Invariant(
                $"km is {km:0.#}, but the places of the line lie {straight:0} km apart as the crow flies"),
                "give the length of the whole line, or leave km out");
        }
    }

    private static bool Crosses(BorderCrossing crossing, TransportMode mode) =>
        (mode == TransportMode.Rail ? crossing.RailHours : crossing.RoadHours) is not null;

    private static string Suggest(IEnumerable<NetworkPlace> crossings)
    {
        var ids = crossings.Select(one => one.Id).Take(5).ToList();
        return ids.Count == 0 ? "name another way" : $"use {string.Join(" or ", ids)}";
    }
}
