using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Scenarios.Compiling;

namespace Caravan.Scenarios.Results;

/// <summary>
/// Who uses what is built: best routes between the largest cities of every two economies on the new network, each with the
/// weight of the two economies' trade in goods, both ways.
/// </summary>
internal sealed class LinkUses
{
    private readonly Baseline _baseline;
    private readonly List<(string Id, string Title)> _items = [];

    // a leg over these ends by this mode, or one that stops at this place, uses the item; a new link has a length too,
    // so that one beside an old link is told from it
    private readonly Dictionary<(string, string, TransportMode), List<(int Item, double? Km)>> _links = [];
    private readonly Dictionary<string, List<int>> _places = [];

    public LinkUses(Scenario scenario, Baseline baseline, TransportTables tables)
    {
        _baseline = baseline;
        var actions = scenario.Actions.Where(action => action.Lever.Name == "link").ToList();
        foreach (var id in actions.SelectMany(action => action.Projects).Distinct().Order(StringComparer.Ordinal))
        {
            AddProject(tables.Projects.First(project => project.Id == id), tables);
        }
        foreach (var action in actions.Where(action => action.Link is not null))
        {
            _items.Add((action.Id, action.Title));
            var km = NetworkCompiler.IsNewLine(action)
                ? NetworkCompiler.NewLinks(action, tables).Select(link => (double?)link.Km).ToList() : null;
            foreach (var ((from, to), at) in action.Link!.Nodes.Zip(action.Link.Nodes.Skip(1)).Select((ends, at) => (ends, at)))
            {
                Add(from, to, action.Link.Mode, km?[at]);
            }
        }
    }

    /// <summary>One row a project or own line, in alphabetical order of id.</summary>
    public ImmutableArray<LinkUse> Of(TransportShock shock, bool[] member, CancellationToken cancellation)
    {
        if (_items.Count == 0)
        {
            return [];
        }
        var cities = LargestCities(shock.Before.Cities);
        var trade = GoodsTrade();
        var (all, ofMembers) = (0.0, 0.0);
        var (used, usedByMembers) = (new double[_items.Count], new double[_items.Count]);
        for (var i = 0; i < cities.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var partners = Enumerable.Range(i + 1, cities.Length - i - 1).Where(n => cities[i] is not null && cities[n] is not null)
                .ToArray();
            var journeys = partners.Length == 0 ? []
                : shock.Network.Routes(cities[i]!, [.. partners.Select(n => cities[n]!)]);
            for (var p = 0; p < partners.Length; p++)
            {
                if (journeys[p] is not { } journey)
                {
                    continue;
                }
                var value = trade[i * cities.Length + partners[p]] + trade[partners[p] * cities.Length + i];
                var memberValue = member[i] || member[partners[p]] ? value : 0;
                (all, ofMembers) = (all + value, ofMembers + memberValue);
                foreach (var item in ItemsOn(journey))
                {
                    used[item] += value;
                    usedByMembers[item] += memberValue;
                }
            }
        }
        return
        [
            .. _items.Select((item, at) => new LinkUse(item.Id, item.Title, Percent(used[at], all),
                Percent(usedByMembers[at], ofMembers))).OrderBy(use => use.Id, StringComparer.Ordinal),
        ];
    }

    private void AddProject(TransportProject project, TransportTables tables)
    {
        _items.Add((project.Id, project.Name));
        foreach (var link in tables.Links.Where(link => link.Project == project.Id))
        {
            Add(link.From, link.To, link.Mode, link.Km);
        }
        foreach (var effect in project.Effects)
        {
            if (effect.Kind is "build" or "upgrade")
            {
                Add(effect.From, effect.To, effect.Mode, effect.Kind == "build" ? effect.Km : null);
            }
            else
            {
                if (!_places.TryGetValue(effect.From, out var list))
                {
                    _places[effect.From] = list = [];
                }
                list.Add(_items.Count - 1);
            }
        }
    }

    private void Add(string from, string to, TransportMode mode, double? km)
    {
        foreach (var key in new[] { (from, to, mode), (to, from, mode) })
        {
            if (!_links.TryGetValue(key, out var list))
            {
                _links[key] = list = [];
            }
            list.Add((_items.Count - 1, km));
        }
    }

    private HashSet<int> ItemsOn(Journey journey)
    {
        var items = new HashSet<int>();
        foreach (var leg in journey.Legs)
        {
            if (leg.Kind == LegKind.Travel && _links.TryGetValue((leg.From, leg.To, leg.Mode), out var links))
            {
                items.UnionWith(links.Where(link => link.Km is null || link.Km == leg.Km).Select(link => link.Item));
            }
            else if (leg.Kind != LegKind.Travel && _places.TryGetValue(leg.From, out var places))
            {
                items.UnionWith(places);
            }
        }
        return items;
    }

    // cities come by economy, the largest first
    private string?[] LargestCities(ImmutableArray<Place> cities)
    {
        var largest = new string?[_baseline.Economies.Length];
        for (var n = 0; n < largest.Length; n++)
        {
            var economy = _baseline.Economies[n];
            largest[n] = cities.Where(city => city.Economy == economy.Code || economy.Contains.Contains(city.Economy))
                .MaxBy(city => city.Population)?.Id;
        }
        return largest;
    }

    private double[] GoodsTrade()
    {
        var count = _baseline.Economies.Length;
        var trade = new double[count * count];
        for (var j = 0; j < _baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < count && !_baseline.Sectors[j].IsService; i++)
            {
                var row = _baseline.Trade.Row(j, i);
                for (var n = 0; n < count; n++)
                {
                    trade[i * count + n] += n == i ? 0 : row[n];
                }
            }
        }
        return trade;
    }

    private static double Percent(double part, double whole) => whole > 0 ? 100 * part / whole : 0;
}
