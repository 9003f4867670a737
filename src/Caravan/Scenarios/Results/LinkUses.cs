using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Scenarios.Compiling;

namespace Caravan.Scenarios.Results;

/// <summary>
/// Who uses what is built: best routes between the cities that stand for every two economies on the new network, each
/// pair with its part of the two economies' trade in goods (<see cref="CityPairs"/>).
/// </summary>
internal sealed class LinkUses
{
    private readonly Baseline _baseline;
    private readonly List<Item> _items = [];

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
            var item = new Item(action.Id, action.Title);
            _items.Add(item);
            foreach (var (from, to) in action.Link!.Nodes.Zip(action.Link.Nodes.Skip(1)))
            {
                item.Links.Add(new LinkEnds(from, to, action.Link.Mode));
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
        var weights = PairWeights(shock.Pairs, member);
        var all = weights.Trade.Sum();
        var ofMembers = weights.MemberTrade.Sum();
        return
        [
            .. _items.Select(item =>
            {
                var pairs = shock.Network.PairsThatUse(shock.Travel, item.Links, item.Places, cancellation).Values;
                double used = 0, usedByMembers = 0;
                for (var pair = 0; pair < pairs.Length; pair++)
                {
                    used += pairs[pair] ? weights.Trade[pair] : 0;
                    usedByMembers += pairs[pair] ? weights.MemberTrade[pair] : 0;
                }
                return new LinkUse(item.Id, item.Title, Percent(used, all), Percent(usedByMembers, ofMembers));
            }).OrderBy(use => use.Id, StringComparer.Ordinal),
        ];
    }

    // Trade of two economies is spread over pairs of their cities.
    private (double[] Trade, double[] MemberTrade) PairWeights(CityPairs pairs, bool[] member)
    {
        var trade = GoodsTrade();
        var cities = pairs.Cities.Length;
        double[] all = new double[cities * cities], ofMembers = new double[all.Length];
        for (var from = 0; from < cities; from++)
        {
            for (var to = 0; to < cities; to++)
            {
                var (i, n) = (pairs.Owner[from], pairs.Owner[to]);
                all[from * cities + to] = pairs.Part(from, to) * trade[i * member.Length + n];
                ofMembers[from * cities + to] = member[i] || member[n] ? all[from * cities + to] : 0;
            }
        }
        return (all, ofMembers);
    }

    private void AddProject(TransportProject project, TransportTables tables)
    {
        var item = new Item(project.Id, project.Name);
        _items.Add(item);
        foreach (var link in tables.Links.Where(link => link.Project == project.Id))
        {
            item.Links.Add(new LinkEnds(link.From, link.To, link.Mode));
        }
        foreach (var effect in project.Effects)
        {
            if (effect.Kind is "build" or "upgrade")
            {
                item.Links.Add(new LinkEnds(effect.From, effect.To, effect.Mode));
            }
            else
            {
                item.Places.Add(effect.From);
            }
        }
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

    private sealed record Item(string Id, string Title)
    {
        public HashSet<LinkEnds> Links { get; } = [];

        public HashSet<string> Places { get; } = [];
    }
}
