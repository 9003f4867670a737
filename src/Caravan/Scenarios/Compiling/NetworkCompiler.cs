using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Resolving;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// From the actions on the network to one set of edits. Factors on one thing are multiplied in the order of the actions'
/// ids, and what changes nothing is left out, so that a package of zeros leaves the network as it is.
/// </summary>
internal static class NetworkCompiler
{
    // what a line takes more than the great circle, as in the method of the tables
    private const double RailCircuity = 1.25;
    private const double RoadCircuity = 1.3;
    private const double WaterCircuity = 1.15;

    /// <summary>The edits; null where no action is about the network.</summary>
    public static NetworkEdits? Compile(
        Scenario scenario, Baseline baseline, TransportModel? transport)
    {
        var actions = scenario.Actions.Where(action => action.UsesNetwork)
            .OrderBy(action => action.Id, StringComparer.Ordinal).ToList();
        if (actions.Count == 0)
        {
            return null;
        }
        var tables = (transport ?? TransportModel.Shipped).Tables;
        var closures = actions.Where(action => action.Lever.Name == "link-closure").ToList();
        var links = actions.Where(action => action.Lever.Name == "link").ToList();
        return new NetworkEdits
        {
            Projects = Union(links, action => action.Projects),
            WithoutProjects = Union(closures, action => action.Projects),
            Opened = Opened(links, tables),
            Links = [.. links.Where(IsNewLine).SelectMany(action => NewLinks(action, tables))],
            ClosedLinks = [.. closures.SelectMany(Stretches).Distinct()],
            Speeds = Speeds(links),
            Closed = Union(closures, action => action.Passages.AddRange(action.Crossings)),
            Crossings = BorderTimes(actions),
            Rates = Rates(actions, baseline),
        };
    }

    /// <summary>True for an action that builds a line of its own.</summary>
    public static bool IsNewLine(ScenarioAction action) =>
        action is { Link: not null, Lever.Name: "link" } && action.Size("speed") is null;

    // a project that bears the name of a planned passage opens it
    private static ImmutableArray<string> Opened(List<ScenarioAction> links, TransportTables tables)
    {
        var planned = tables.Passages.Where(passage => passage.Status != LinkStatus.Existing).Select(passage => passage.Id);
        return [.. planned.Intersect(links.SelectMany(link => link.Projects)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The links of an action's own line, whose project is the action.</summary>
    public static IEnumerable<TransportLink> NewLinks(ScenarioAction action, TransportTables tables)
    {
        var (link, places) = (action.Link!, new PlaceWords(tables, new IssueList()));
        var nodes = link.Nodes.Select(id => places[id]).ToList();
        var straight = nodes.Zip(nodes.Skip(1), (from, to) => from.KmTo(to)).ToList();
        var perKm = link.Km > 0 ? link.Km / straight.Sum() : link.Mode switch
        {
            TransportMode.Rail => RailCircuity,
            TransportMode.Road => RoadCircuity,
            _ => WaterCircuity,
        };
        for (var i = 0; i + 1 < nodes.Count; i++)
        {
            yield return new TransportLink(nodes[i].Id, nodes[i + 1].Id, link.Mode, Math.Max(0.1, straight[i] * perKm))
            {
                SpeedKmh = link.SpeedKmh,
                GaugeMm = link.GaugeMm,
                CarriesRoad = link.Mode == TransportMode.Ferry,
                CarriesRail = link.Mode == TransportMode.Ferry,
                Status = LinkStatus.Existing,
                Project = action.Id,
            };
        }
    }

    private static IEnumerable<LinkEnds> Stretches(ScenarioAction action) => action.Link is { } link
        ? link.Nodes.Zip(link.Nodes.Skip(1), (from, to) => Ends(from, to, link.Mode))
        : [];

    private static LinkEnds Ends(string from, string to, TransportMode mode) =>
        string.CompareOrdinal(from, to) <= 0 ? new LinkEnds(from, to, mode) : new LinkEnds(to, from, mode);

    private static ImmutableArray<LinkSpeed> Speeds(List<ScenarioAction> links)
    {
        var factors = new Factors<LinkEnds>();
        foreach (var action in links)
        {
            if (action.Size("speed") is { } speed)
            {
                factors.Multiply(Stretches(action), 1 + speed);
            }
        }
        return [.. factors.All.Select(one => new LinkSpeed(one.Key, one.Value))];
    }

    private static ImmutableArray<CrossingFactor> BorderTimes(List<ScenarioAction> actions)
    {
        var (hours, usd) = (new Factors<(string, TransportMode)>(), new Factors<(string, TransportMode)>());
        foreach (var action in actions.Where(action => action.Lever.Name == "border-time"))
        {
            var modes = action.Mode is { } mode ? [mode] : new[] { TransportMode.Road, TransportMode.Rail };
            var cells = action.Crossings.SelectMany(id => modes.Select(one => (id, one))).ToList();
            hours.Multiply(cells, 1 + (action.Size("change") ?? 0));
            usd.Multiply(cells, 1 + (action.Size("cost") ?? 0));
        }
        return
        [
            .. hours.All.Concat(usd.All).Select(one => one.Key).Distinct().Order()
                .Select(key => new CrossingFactor(key.Item1, hours[key], usd[key]) { Mode = key.Item2 }),
        ];
    }

    private static ImmutableArray<RateFactor> Rates(List<ScenarioAction> actions, Baseline baseline)
    {
        var (inside, everywhere) = (new Factors<(TransportMode, string)>(), new Factors<TransportMode>());
        foreach (var action in actions.Where(action => action.Lever.Name == "transport-cost"))
        {
            var factor = 1 + (action.Size("change") ?? 0);
            if (action.Economies.IsEmpty)
            {
                everywhere.Multiply([action.Mode!.Value], factor);
            }
            else
            {
                inside.Multiply(action.Economies.SelectMany(code => Codes(code, baseline))
                    .Select(code => (action.Mode!.Value, code)), factor);
            }
        }
        return
        [
            .. everywhere.All.Select(one => new RateFactor(one.Key, [], one.Value)),
            .. inside.All.GroupBy(one => (one.Key.Item1, one.Value))
                .Select(group => new RateFactor(group.Key.Item1, [.. group.Select(one => one.Key.Item2)], group.Key.Value)),
        ];
    }

    private static ImmutableArray<string> Codes(string economy, Baseline baseline)
    {
        var inside = baseline.Economies[baseline.IndexOfEconomy(economy)].Contains;
        return inside.IsEmpty ? [economy] : inside;
    }

    private static ImmutableArray<string> Union(
        List<ScenarioAction> actions, Func<ScenarioAction, ImmutableArray<string>> ids) =>
        [.. actions.SelectMany(action => ids(action)).Distinct().Order(StringComparer.Ordinal)];

    // Products by key in the order of first mention; factors of one are left out.
    private sealed class Factors<TKey>
        where TKey : notnull
    {
        private readonly Dictionary<TKey, double> _values = [];
        private readonly List<TKey> _order = [];

        public IEnumerable<KeyValuePair<TKey, double>> All =>
            _order.Where(key => _values[key] != 1).Select(key => KeyValuePair.Create(key, _values[key]));

        public double this[TKey key] => _values.GetValueOrDefault(key, 1);

        public void Multiply(IEnumerable<TKey> keys, double factor)
        {
            foreach (var key in keys)
            {
                if (!_values.TryAdd(key, factor))
                {
                    _values[key] *= factor;
                }
                else
                {
                    _order.Add(key);
                }
            }
        }
    }
}
