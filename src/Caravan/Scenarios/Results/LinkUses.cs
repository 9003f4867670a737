using System.Collections.Immutable;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Numerics;
using Caravan.Scenarios.Compiling;

namespace Caravan.Scenarios.Results;

/// <summary>
/// Who uses what is built: best routes between the cities that stand for every two economies on the new network, each
/// pair with its part of the two economies' trade in goods (<see cref="CityPairs"/>).
/// </summary>
internal sealed class LinkUses
{
    private readonly List<Item> _items = [];

    public LinkUses(Scenario scenario, TransportTables tables)
    {
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
        var journeys = shock.Journeys;
        var uses = _items.ConvertAll(item => ((IReadOnlySet<LinkEnds>)item.Links, (IReadOnlySet<string>)item.Places));
        var cheapest = Users(journeys.Cheapest[0]);
        var bySea = journeys.Modes is null ? null : Users(journeys.BySea[0]);
        return
        [
            .. _items.Select((item, at) =>
            {
                var (ofAll, ofMembers) = shock.Trade.Share(cheapest[at], bySea?[at], journeys, member);
                return new LinkUse(item.Id, item.Title, ofAll, ofMembers);
            }).OrderBy(use => use.Id, StringComparer.Ordinal),
        ];

        Matrix<bool>[] Users(TravelMatrix travel) => travel.Network.PairsThatUse(travel, uses, cancellation);
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

    private sealed record Item(string Id, string Title)
    {
        public HashSet<LinkEnds> Links { get; } = [];

        public HashSet<string> Places { get; } = [];
    }
}
