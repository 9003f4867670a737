using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

public sealed partial class TransportNetwork
{
    /// <summary>The cities that some way leads to, the first city included, in the order of the tables.</summary>
    /// <param name="from">Id of a city, port or junction.</param>
    /// <exception cref="ArgumentException">No place has this id.</exception>
    public ImmutableArray<Place> ReachableCities(string from)
    {
        var start = DoorOf(from);
        if (start < 0)
        {
            return [.. Tables.Places.Where(place => place.Kind == PlaceKind.City && place.Id == from)];
        }
        var search = new ShortestPaths(SearchedArcs);
        search.Search(start);
        return
        [
            .. Tables.Places.Where(place => place.Kind == PlaceKind.City
                && _graph.TryFind(new Node(place.Id, "", Node.Door), out var door)
                && search.Distance[door] < Cost.NoWay),
        ];
    }
}
