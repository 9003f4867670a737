using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Data.Loading;

/// <content>Who can be reached from where.</content>
internal sealed partial class NetworkCheck
{
    /// <summary>
    /// Every city must be reached from every other, and every part of an economy's roads that is not the largest must
    /// have a port, a ferry or a crossing. Gives the economies whose roads fall into parts.
    /// </summary>
    private ImmutableArray<string> CheckWays()
    {
        var world = new Components();
        var roads = new Components();
        var outlets = new HashSet<string>();
        foreach (var link in _tables.Links.Where(link => link.Status == LinkStatus.Existing))
        {
            world.Join(Node(link.From, link.To), Node(link.To, link.From));
            switch (link.Mode)
            {
                case TransportMode.Road:
                    roads.Join(Node(link.From, link.To), Node(link.To, link.From));
                    break;
                case TransportMode.Ferry:
                    outlets.Add(link.From);
                    outlets.Add(link.To);
                    break;
            }
        }
        foreach (var crossing in _tables.Crossings.Where(crossing => !crossing.Closed))
        {
            var (a, b) = (Side(crossing.Id, crossing.EconomyA), Side(crossing.Id, crossing.EconomyB));
            world.Join(a, b);
            outlets.Add(a);
            outlets.Add(b);
        }
        foreach (var port in _tables.Places.Where(place =>
            place is { Kind: PlaceKind.Port, Status: LinkStatus.Existing }))
        {
            world.Join(port.Id, port.City);
            roads.Join(port.Id, port.City);
            outlets.Add(port.Id);
        }
        CheckReach(world);
        return CheckRoads(roads, outlets);
    }

    private void CheckReach(Components world)
    {
        var parts = Cities().GroupBy(at => world.Of(_tables.Places[at].Id)).OrderByDescending(part => part.Count());
        foreach (var part in parts.Skip(1))
        {
            foreach (var at in part)
            {
                var city = _tables.Places[at];
                Error(_rows.PlaceOrigins[at], "reach:" + city.Id,
                    $"{city.Id} ({city.Economy}) cannot be reached from most of the world",
                    "give it a road, a railway, a ferry or a port");
            }
        }
    }

    private ImmutableArray<string> CheckRoads(Components roads, HashSet<string> outlets)
    {
        var withOutlet = outlets.Select(roads.Of).ToHashSet();
        var divided = ImmutableArray.CreateBuilder<string>();
        foreach (var economy in Cities().GroupBy(at => _tables.Places[at].Economy)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var parts = economy.GroupBy(at => roads.Of(_tables.Places[at].Id))
                .OrderByDescending(part => part.Sum(at => _tables.Places[at].Population)).ToArray();
            foreach (var part in parts.Skip(1).Where(part => !withOutlet.Contains(part.Key)))
            {
                var cities = string.Join(", ", part.Select(at => _tables.Places[at].Id));
                Error(_rows.PlaceOrigins[part.First()], "road:" + cities,
                    $"no road leads from {cities} to the rest of {economy.Key}",
                    "give it a road, or a port or ferry where it is an island");
            }
            if (parts.Length > 1)
            {
                divided.Add($"{economy.Key} {parts.Length}");
            }
        }
        return divided.ToImmutable();
    }

    private IEnumerable<int> Cities() =>
        Enumerable.Range(0, _tables.Places.Length).Where(at => _tables.Places[at].Kind == PlaceKind.City);

    // A crossing is two nodes, one a side; a link stands on the side of the economy of its other end.
    private string Node(string end, string other) => _crossings.ContainsKey(end)
        && EconomiesOf(end).Intersect(EconomiesOf(other)).FirstOrDefault() is { } economy ? Side(end, economy) : end;

    private static string Side(string crossing, string economy) => $"{crossing}/{economy}";
}
