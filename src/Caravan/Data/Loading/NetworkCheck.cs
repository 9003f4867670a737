using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Data.Loading;

/// <summary>Judges the network as a whole: every cell, how rows fit each other, and that every city can be reached.
/// </summary>
internal sealed partial class NetworkCheck
{
    // A link shorter than the great circle by this much is a wrong place or a wrong length, not rounding.
    private const double Straightest = 0.99;
    private const double MostWinding = 3;
    private const double RoundingKm = 8;
    private const double AbsurdKm = 100;

    // Goods pass them or might; the baseline has no data for them.
    private static readonly ImmutableArray<string> s_beyondBaseline =
        ["AND", "LIE", "MCO", "PRK", "PSE", "SMR", "STP", "TWN", "XKX"];

    private readonly Baseline _baseline;
    private readonly TransportTables _tables;
    private readonly NetworkReader _rows;
    private readonly InputIssues _errors = new();
    private readonly InputIssues _warnings = new();
    private readonly Dictionary<string, Place> _places = [];
    private readonly Dictionary<string, BorderCrossing> _crossings = [];
    private readonly List<string> _builtIn = [];
    private readonly ImmutableArray<NetworkTableReport> _sizes;

    private NetworkCheck(string? folder, Baseline baseline)
    {
        _baseline = baseline;
        _rows = new NetworkReader(new NetworkTexts(folder, new InputIssues()));
        _tables = _rows.Read();
        var cells = new NetworkColumnCheck(folder, _errors);
        cells.Run(Codes(baseline).Union(s_beyondBaseline));
        _sizes = [.. cells.Tables];
        foreach (var place in _tables.Places)
        {
            _places.TryAdd(place.Id, place);
        }
        foreach (var crossing in _tables.Crossings)
        {
            _crossings.TryAdd(crossing.Id, crossing);
        }
    }

    /// <summary>Everything wrong with the network in a folder, or with the shipped one.</summary>
    public static NetworkReport Run(string? folder, Baseline baseline)
    {
        var check = new NetworkCheck(folder, baseline);
        check.CheckPlaces();
        check.CheckLinks();
        check.CheckCrossings();
        check.CheckProjects();
        check.CheckRates();
        var divided = check.CheckWays();
        return new NetworkReport(check._errors.ToImmutable(), check._warnings.ToImmutable(), check._sizes)
        {
            DividedRoads = divided,
            BuiltIn = [.. check._builtIn],
            BeyondBaseline =
            [
                .. s_beyondBaseline.Except(Codes(baseline)).Where(code =>
                    check._tables.Places.Any(place => place.Economy == code)
                    || check._tables.Crossings.Any(crossing => crossing.EconomyA == code || crossing.EconomyB == code)),
            ],
        };
    }

    private static IEnumerable<string> Codes(Baseline baseline) => baseline.Economies.SelectMany(
        economy => economy.Contains.IsEmpty ? [economy.Code] : economy.Contains.AsEnumerable());

    private void CheckPlaces()
    {
        var missing = Codes(_baseline).Except(_tables.Places.Where(place => place.Kind == PlaceKind.City)
            .Select(place => place.Economy));
        foreach (var economy in missing)
        {
            Error(new(NetworkSchema.Cities.FileName, 0), "economy:" + economy, $"{economy} has no city", "give it one");
        }
        for (var at = 0; at < _tables.Places.Length; at++)
        {
            var place = _tables.Places[at];
            if (place.Kind == PlaceKind.Port && _places.TryGetValue(place.City, out var city)
                && city.Economy != place.Economy)
            {
                Error(_rows.PlaceOrigins[at], "port:" + place.Id,
                    $"port {place.Id} lies in {place.Economy} and its city {city.Id} in {city.Economy}",
                    "a port serves a city of its own economy");
            }
        }
    }

    private void CheckLinks()
    {
        var seen = new Dictionary<(string, string, TransportMode, int, string), RowOrigin>();
        for (var at = 0; at < _tables.Links.Length; at++)
        {
            var (link, origin) = (_tables.Links[at], _rows.LinkOrigins[at]);
            var turned = string.CompareOrdinal(link.From, link.To) > 0;
            var key = (turned ? link.To : link.From, turned ? link.From : link.To, link.Mode, link.GaugeMm,
                link.Project + link.Passage);
            if (!seen.TryAdd(key, origin))
            {
                var first = seen[key];
                Error(origin, "twice:" + key,
                    $"the link {link.From} - {link.To} stands also in {first.File}:{first.Line}", "remove one");
            }
            if (link.SpeedBeforeKmh > link.SpeedKmh && link.SpeedKmh > 0)
            {
                Error(origin, "before:" + key, $"{link.From} - {link.To} was faster before its project", "");
            }
            CheckEnds(link, origin);
            CheckLength(link.From, link.To, link.Km, link.Mode, origin);
        }
    }

    private void CheckEnds(TransportLink link, RowOrigin origin)
    {
        if (link.From == link.To)
        {
            Error(origin, "loop", $"the link leads from {link.From} to itself", "");
        }
        if (link.Mode == TransportMode.Sea)
        {
            foreach (var end in new[] { link.From, link.To })
            {
                if (_crossings.ContainsKey(end)
                    || _places.TryGetValue(end, out var place) && place.Kind is PlaceKind.City or PlaceKind.Junction)
                {
                    Error(origin, "sea:" + end, $"{end} is no port and no node of the sea", "name a port");
                }
            }
        }
        else if (link.Mode != TransportMode.Ferry)
        {
            CheckEconomies(link.From, link.To, origin);
            CheckCrossingMode(link.From, link, origin);
            CheckCrossingMode(link.To, link, origin);
        }
    }

    private void CheckEconomies(string from, string to, RowOrigin origin)
    {
        var (a, b) = (EconomiesOf(from), EconomiesOf(to));
        if (a.Length > 0 && b.Length > 0 && !a.Intersect(b).Any())
        {
            Error(origin, $"economy:{from}:{to}",
                $"{from} lies in {string.Join('/', a)} and {to} in {string.Join('/', b)}",
                "lead the link through a border crossing");
        }
    }

    private void CheckCrossingMode(string end, TransportLink link, RowOrigin origin)
    {
        if (_crossings.TryGetValue(end, out var crossing) && link.Status == LinkStatus.Existing
            && (link.Mode == TransportMode.Rail ? crossing.RailHours : crossing.RoadHours) is null)
        {
            var mode = link.Mode == TransportMode.Rail ? "rail" : "road";
            Error(origin, $"mode:{mode}:{end}", $"{end} has no {mode}_hours, so the link leads nowhere",
                "give the crossing hours for this mode");
        }
    }

    private void CheckLength(string from, string to, double km, TransportMode mode, RowOrigin origin)
    {
        if (Position(from) is not { } a || Position(to) is not { } b)
        {
            return;
        }
        var straight = GreatCircle.Km(a.Latitude, a.Longitude, b.Latitude, b.Longitude);
        var text = FormattableString.Invariant(
            $"{from} - {to} is {km:0.#} km long and the great circle {straight:0.#} km");
        if (km < Straightest * straight - AbsurdKm)
        {
            Error(origin, $"length:{from}:{to}", text, "correct the length or a coordinate");
        }
        else if (km < Straightest * straight - RoundingKm
            || mode != TransportMode.Sea && km > MostWinding * straight + RoundingKm)
        {
            _warnings.Add(origin.File, origin.Line, $"length:{from}:{to}", text,
                "look at the length and the coordinates");
        }
    }

    private void CheckCrossings()
    {
        var sides = new HashSet<(string Crossing, string Economy, TransportMode Mode)>();
        foreach (var link in _tables.Links)
        {
            Touch(link.From, link.To, link.Mode, sides);
            Touch(link.To, link.From, link.Mode, sides);
        }
        foreach (var effect in _tables.Projects.SelectMany(project => project.Effects).Where(IsLink))
        {
            Touch(effect.From, effect.To, effect.Mode, sides);
            Touch(effect.To, effect.From, effect.Mode, sides);
        }
        for (var at = 0; at < _tables.Crossings.Length; at++)
        {
            var (crossing, origin) = (_tables.Crossings[at], _rows.CrossingOrigins[at]);
            if (!crossing.Id.StartsWith("x-", StringComparison.Ordinal))
            {
                Error(origin, "prefix:" + crossing.Id, $"{crossing.Id} does not begin with x-", "");
            }
            if (crossing.EconomyA == crossing.EconomyB)
            {
                Error(origin, "same:" + crossing.Id, $"{crossing.Id} has {crossing.EconomyA} on both sides", "");
            }
            foreach (var economy in new[] { crossing.EconomyA, crossing.EconomyB })
            {
                CheckSide(crossing, economy, TransportMode.Road, crossing.RoadHours, sides, origin);
                CheckSide(crossing, economy, TransportMode.Rail, crossing.RailHours, sides, origin);
            }
            if (crossing.RoadHours is null && crossing.RailHours is null)
            {
                _warnings.Add(origin.File, origin.Line, "unused:" + crossing.Id,
                    $"{crossing.Id} has neither road nor rail hours", "give hours, unless only a project opens it");
            }
        }
    }

    private void CheckSide(
        BorderCrossing crossing, string economy, TransportMode mode, double? hours,
        HashSet<(string Crossing, string Economy, TransportMode Mode)> sides, RowOrigin origin)
    {
        if (hours is not null && !sides.Contains((crossing.Id, economy, mode)))
        {
            var word = mode == TransportMode.Rail ? "rail" : "road";
            Error(origin, $"side:{crossing.Id}:{economy}:{word}",
                $"{crossing.Id} has {word}_hours and no {word} link on the side of {economy}",
                "give the link, or leave the hours of this mode empty");
        }
    }

    // A link between two crossings touches each on the side of the economy that they share.
    private void Touch(
        string end, string other, TransportMode mode,
        HashSet<(string Crossing, string Economy, TransportMode Mode)> sides)
    {
        if (_crossings.TryGetValue(end, out var crossing))
        {
            foreach (var economy in EconomiesOf(other))
            {
                if (economy == crossing.EconomyA || economy == crossing.EconomyB)
                {
                    sides.Add((end, economy, mode));
                }
            }
        }
    }

    private string[] EconomiesOf(string node) =>
        _crossings.TryGetValue(node, out var crossing) ? [crossing.EconomyA, crossing.EconomyB]
        : _places.TryGetValue(node, out var place) && place.Kind != PlaceKind.Sea ? [place.Economy]
        : [];

    private (double Latitude, double Longitude)? Position(string node) =>
        _crossings.TryGetValue(node, out var crossing) ? (crossing.Latitude, crossing.Longitude)
        : _places.TryGetValue(node, out var place) ? (place.Latitude, place.Longitude)
        : null;

    private void Error(RowOrigin origin, string kind, string problem, string repair) =>
        _errors.Add(origin.File, origin.Line, kind, problem, repair);
}
