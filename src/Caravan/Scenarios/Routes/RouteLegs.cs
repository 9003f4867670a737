using System.Collections.Immutable;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Scenarios.Routes;

/// <summary>Joins the stretches of a journey into legs that a person can read.</summary>
internal sealed class RouteLegs(TransportTables tables)
{
    private readonly Dictionary<string, Place> _places = tables.Places.ToDictionary(place => place.Id);
    private readonly Dictionary<string, BorderCrossing> _crossings =
        tables.Crossings.ToDictionary(crossing => crossing.Id);

    public RouteStop Stop(string place) => Stop(place, "");

    public ImmutableArray<RouteLeg> Of(Journey journey)
    {
        var legs = ImmutableArray.CreateBuilder<RouteLeg>();
        var economy = _places[journey.From].Economy;
        foreach (var run in Runs(journey))
        {
            var (first, last) = (run[0], run[^1]);
            var leg = new RouteLeg(
                first.Kind switch
                {
                    LegKind.Travel => RouteStep.Travel,
                    LegKind.Border => RouteStep.Border,
                    _ when legs.Count == 0 => RouteStep.Load,
                    _ when last == journey.Legs[^1] => RouteStep.Unload,
                    _ => RouteStep.Change,
                },
                last.Mode, Stop(first.From, economy), Stop(last.To, economy), run.Sum(leg => leg.Km),
                run.Sum(leg => leg.Days), run.Sum(leg => leg.UsdPerTeu))
            {
                GaugeFromMm = first.GaugeFromMm,
                GaugeToMm = last.GaugeToMm,
                ModeBefore = first.Kind == LegKind.Transfer && legs.Count > 0 ? legs[^1].Mode : last.Mode,
                Via =
                [
                    .. run.Skip(1).Where(leg => first.Kind == LegKind.Travel && IsOnLand(leg.From))
                        .Select(leg => Stop(leg.From, "")),
                ],
                Passages =
                [
                    .. run.Select(leg => leg.Passage).Where(passage => passage.Length > 0).Distinct()
                        .Select(id => tables.Passages.First(passage => passage.Id == id)),
                ],
            };
            legs.Add(leg);
            economy = first.Kind == LegKind.Border ? OtherSide(first.From, economy)
                : _places.TryGetValue(last.To, out var place) && place.Economy.Length > 0 ? place.Economy
                : economy;
        }
        for (var at = 0; at < legs.Count - 1; at++)
        {
            // what comes after a change decides its mode; both sides of a border are named in the direction of travel
            legs[at] = legs[at].Step is RouteStep.Change or RouteStep.Load
                ? legs[at] with { Mode = legs[at + 1].Mode }
                : legs[at];
            legs[at + 1] = legs[at + 1] with { From = legs[at].To };
        }
        return legs.ToImmutable();
    }

    // Stretches that belong together: travel by one mode, and all handling at one place.
    private static IEnumerable<ImmutableArray<JourneyLeg>> Runs(Journey journey)
    {
        var run = ImmutableArray.CreateBuilder<JourneyLeg>();
        foreach (var leg in journey.Legs)
        {
            if (run.Count > 0 && !(leg.Kind == run[^1].Kind
                && leg.Kind switch
                {
                    LegKind.Travel => leg.Mode == run[^1].Mode,
                    LegKind.Transfer => leg.From == run[^1].From,
                    _ => false,
                }))
            {
                yield return run.ToImmutable();
                run.Clear();
            }
            run.Add(leg);
        }
        if (run.Count > 0)
        {
            yield return run.ToImmutable();
        }
    }

    private bool IsOnLand(string id) => !_places.TryGetValue(id, out var place) || place.Kind != PlaceKind.Sea;

    private RouteStop Stop(string id, string economy)
    {
        if (!_crossings.TryGetValue(id, out var crossing))
        {
            var place = _places[id];
            return new RouteStop(
                place.Id, NameOf(place), place.Economy, place.Population);
        }
        var (near, far) = economy == crossing.EconomyB
            ? (crossing.EconomyB, crossing.EconomyA)
            : (crossing.EconomyA, crossing.EconomyB);
        return new RouteStop(crossing.Id, $"{crossing.Name} border", $"{near}-{far}", 0);
    }

    private static string NameOf(Place place) =>
        place.Kind == PlaceKind.Port && !place.Name.Contains("Port", StringComparison.Ordinal)
            ? $"{place.Name} port"
            : place.Name;

    private string OtherSide(string id, string economy) =>
        _crossings[id].EconomyA == economy ? _crossings[id].EconomyB : _crossings[id].EconomyA;
}
