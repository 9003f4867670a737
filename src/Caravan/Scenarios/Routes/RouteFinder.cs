using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Scenarios.Routes;

/// <summary>Answers questions for routes on one set of network tables.</summary>
public sealed class RouteFinder
{
    private static readonly ImmutableArray<TransportMode> s_mainModes =
        [TransportMode.Rail, TransportMode.Road, TransportMode.Sea];

    private readonly TransportTables _tables;
    private readonly PlaceNames _names;

    /// <summary>Prepares the names of the tables.</summary>
    public RouteFinder(TransportTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        (_tables, _names) = (tables, new PlaceNames(tables));
    }

    /// <summary>The best route and the best by each main mode.</summary>
    /// <exception cref="InputException">A name stands for no place or for several; all such names at once.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value of a day is below 0 or above 5,000.</exception>
    public RouteResult Find(RouteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(request.UsdPerTeuDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.UsdPerTeuDay, MostUsdPerTeuDay);
        var issues = new List<InputIssue>();
        var from = _names.Find(request.From, "FROM", issues);
        var to = _names.Find(request.To, "TO", issues);
        var avoid = request.Avoid.SelectMany(word => _names.ToAvoid(word, issues)).Distinct().ToImmutableArray();
        if (from is not null && from == to)
        {
            issues.Add(new InputIssue("TO", 0, $"{to.Name} is where the route begins", "name two places"));
        }
        if (from is null || to is null || issues.Count > 0)
        {
            throw new InputException([.. issues]);
        }
        foreach (var end in new[] { from, to })
        {
            avoid = avoid.Remove(end.Id);
        }
        var question = new Question(_tables, request.Edits, from, to, avoid, request.UsdPerTeuDay);
        var byMode = s_mainModes.Select(mode => (Mode: mode, Journey: question.By(mode)))
            .Where(way => way.Journey is not null).ToDictionary(way => way.Mode, way => way.Journey!);
        var best = request.Mode is { } asked ? byMode.GetValueOrDefault(asked) : question.ByAll();
        var options = Options(byMode, request.Mode is null ? best : null, request);
        var labels = new RouteLegs(_tables);
        return new RouteResult
        {
            Request = request,
            From = labels.Stop(from.Id),
            To = labels.Stop(to.Id),
            CutOff = best is null ? question.CutOff(request.Mode) : "",
            Km = best?.Km ?? 0,
            Days = best?.Days ?? 0,
            UsdPerTeu = best?.UsdPerTeu ?? 0,
            Legs = best is null ? [] : labels.Of(best),
            Options = options,
            WithoutScenario = request.Scenario.Length == 0 ? null : Without(question, request),
        };
    }

    /// <summary>The largest value of a day that routes can be computed with.</summary>
    public const double MostUsdPerTeuDay = 5000;

    private static RouteOption? Without(Question question, RouteRequest request)
    {
        var plain = question with { Edits = NetworkEdits.None };
        var journey = request.Mode is { } mode ? plain.By(mode) : plain.ByAll();
        return journey is null ? null : new RouteOption(
            request.Mode, journey.Km, journey.Days, journey.UsdPerTeu,
            journey.UsdPerTeu + request.UsdPerTeuDay * journey.Days, double.NaN);
    }

    // Where the best way of all is none of the ways by one mode, it stands beside them as one by several modes.
    private static ImmutableArray<RouteOption> Options(
        Dictionary<TransportMode, Journey> byMode, Journey? best, RouteRequest request)
    {
        var ways = byMode.Select(way => ((TransportMode?)way.Key, way.Value)).ToList();
        if (best is not null && !ways.Exists(way => Cost(way.Value) <= Cost(best)))
        {
            ways.Add((null, best));
        }
        ways = [.. ways.OrderBy(way => Cost(way.Value)).ThenBy(way => way.Item1)];
        var shares = ModeChoice.Shares(ways.Select(way => Cost(way.Value)).ToArray());
        return
        [
            .. ways.Select((way, at) => new RouteOption(
                way.Item1, way.Value.Km, way.Value.Days, way.Value.UsdPerTeu, Cost(way.Value),
                request.WithShares ? shares[at] : double.NaN)),
        ];

        double Cost(Journey journey) => journey.UsdPerTeu + request.UsdPerTeuDay * journey.Days;
    }

    private sealed record Question(
        TransportTables Tables, NetworkEdits Edits, Place From, Place To, ImmutableArray<string> Avoid,
        double UsdPerTeuDay)
    {
        public Journey? ByAll() => Network([], withTrucks: false).Route(From.Id, To.Id);

        // Trucks reach the terminals only where the mode does not begin at the door itself; a way on which the mode
        // is not used at all is none by this mode.
        public Journey? By(TransportMode mode)
        {
            var journey = Network(ModesOf(mode), withTrucks: false).Route(From.Id, To.Id)
                ?? (mode == TransportMode.Road ? null : Network(ModesOf(mode), withTrucks: true).Route(From.Id, To.Id));
            return journey?.Legs.Any(leg => leg.Kind == LegKind.Travel && leg.Mode == mode) == true ? journey : null;
        }

        public string CutOff(TransportMode? mode)
        {
            var network = Network(mode is { } one ? ModesOf(one) : [], withTrucks: mode is not null);
            var (here, there) = (network.ReachableCities(From.Id), network.ReachableCities(To.Id));
            var (end, cities) = here.Length <= there.Length ? (From, here) : (To, there);
            var by = mode is { } word ? $" by {word.ToString().ToLowerInvariant()}" : "";
            if (cities.Any(city => city.Id == (end == From ? To : From).Id))
            {
                return $"no way from {From.Name} to {To.Name}{by}: trucks inside {Ends()} make the whole way";
            }
            var others = cities.Where(city => city.Id != end.Id).ToArray();
            var reach = others.Length == 0
                ? "no other city"
                : $"only {others.Length} other {(others.Length == 1 ? "city" : "cities")}, in "
                    + Listed([.. others.Select(city => city.Economy).Distinct().Order(StringComparer.Ordinal)]);
            return $"no way from {From.Name} to {To.Name}{by}: {end.Name} ({end.Economy}) reaches {reach}";
        }

        private string Ends() => Listed([.. new[] { From.Economy, To.Economy }.Distinct()]);

        private static string Listed(string[] codes) =>
            string.Join(", ", codes.Take(12)) + (codes.Length > 12 ? " and others" : "");

        // trains and trucks board ferries
        private static ImmutableArray<TransportMode> ModesOf(TransportMode mode) =>
            mode == TransportMode.Sea ? [mode] : [mode, TransportMode.Ferry];

        private TransportNetwork Network(ImmutableArray<TransportMode> modes, bool withTrucks) =>
            TransportNetwork.Build(Tables, Edits, new RoutingOptions
            {
                Modes = modes,
                TruckEconomies = withTrucks ? [From.Economy, To.Economy] : [],
                Avoid = Avoid,
                UsdPerTeuDay = UsdPerTeuDay,
            });
    }
}
