using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>
/// Pairs of cities whose goods are divided among modes as recorded, and not all sent the cheapest way: those of areas between
/// which a land bridge competes with ships. What the table calls land goes the cheapest way of all, which is the land bridge
/// wherever that is the cheaper one; what it calls sea goes the cheapest way on a network that has no land between the areas.
/// </summary>
internal sealed class ModeSplit
{
    private readonly int[] _position;
    private readonly int[] _area;
    private readonly ModeShare?[][] _shares;

    private ModeSplit(ImmutableArray<Place> cities, int[] position, int[] area, ModeShare?[][] shares) =>
        (Cities, _position, _area, _shares) = (cities, position, area, shares);

    /// <summary>The cities of these areas, rows and columns of matrices by sea.</summary>
    public ImmutableArray<Place> Cities { get; }

    /// <summary>Position of a city among <see cref="Cities"/>.</summary>
    public int Position(int city) => _position[city];

    /// <summary>How goods from one city to another are divided; null where they all go the cheapest way.</summary>
    public ModeShare? Of(int from, int to) =>
        _area[from] < 0 || _area[to] < 0 ? null : _shares[_area[from]][_area[to]];

    /// <summary>The division of goods between some cities; null where the tables have none.</summary>
    public static ModeSplit? Of(TransportTables tables, ImmutableArray<Place> cities)
    {
        var areas = AreasOf(tables);
        if (areas.Count == 0)
        {
            return null;
        }
        int[] area = [.. cities.Select(city => areas.IndexOf(tables.AreaOf(city.Economy)))];
        var (position, some) = (new int[cities.Length], ImmutableArray.CreateBuilder<Place>());
        for (var city = 0; city < area.Length; city++)
        {
            position[city] = area[city] < 0 ? -1 : some.Count;
            if (area[city] >= 0)
            {
                some.Add(cities[city]);
            }
        }
        return new ModeSplit(some.ToImmutable(), position, area,
            [.. areas.Select(from => areas.Select(to => tables.ModeShares.FirstOrDefault(
                share => (share.FromArea, share.ToArea) == (from, to))).ToArray())]);
    }

    /// <summary>
    /// What goods by sea do not pass: places outside these areas, and borders with those or between areas whose goods are
    /// divided. Ports that lie elsewhere stay, for ships that call.
    /// </summary>
    public static ImmutableArray<string> OffTheSea(TransportTables tables)
    {
        var areas = AreasOf(tables).ToHashSet();
        var divided = tables.ModeShares.Select(share => (share.FromArea, share.ToArea)).ToHashSet();
        bool IsInside(BorderCrossing crossing)
        {
            var (a, b) = (tables.AreaOf(crossing.EconomyA), tables.AreaOf(crossing.EconomyB));
            return areas.Contains(a) && areas.Contains(b) && !divided.Contains((a, b)) && !divided.Contains((b, a));
        }
        return
        [
            .. tables.Places.Where(place => place.Kind is PlaceKind.City or PlaceKind.Junction
                && !areas.Contains(tables.AreaOf(place.Economy))).Select(place => place.Id),
            .. tables.Crossings.Where(crossing => !IsInside(crossing)).Select(crossing => crossing.Id),
        ];
    }

    private static List<string> AreasOf(TransportTables tables) =>
        [.. tables.ModeShares.SelectMany(share => new[] { share.FromArea, share.ToArea }).Distinct()];
}
