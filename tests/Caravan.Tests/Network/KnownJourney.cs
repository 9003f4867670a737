using System.Collections.Immutable;
using System.Globalization;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Tests.Reporting;

namespace Caravan.Tests.Network;

/// <summary>A published journey beside the one that the network computes; nothing is fitted to it.</summary>
internal sealed record KnownJourney(
    string From, string To, string Mode, double Km, double Days, double Usd, string Verified)
{
    private static string File => Path.Combine(
        Repository.Root, "tests", "Caravan.Tests", "Network", "known_journeys.csv");

    /// <summary>Every published journey; NaN where a figure was not published.</summary>
    public static ImmutableArray<KnownJourney> All { get; } =
    [
        .. WriterTests.ReadCsv(System.IO.File.ReadAllText(File)).Skip(1).Select(row => new KnownJourney(
            row[0], row[1], row[2], Number(row[3]), Number(row[4]), Number(row[5]), row[6])),
    ];

    /// <summary>
    /// The computed journey from station to station, as it is published: loading at the first and unloading at the last
    /// door are left out. From or to a border crossing it is the part of the way across it that lies between the
    /// crossings, what is done at them not included.
    /// </summary>
    public (double Km, double Days, double Usd) Compute(TransportTables tables)
    {
        var legs = Ends(tables, From)
            .SelectMany(from => Ends(tables, To).Select(to => Between(Route(tables, from, to))))
            .First(found => !found.IsDefaultOrEmpty);
        return (legs.Sum(leg => leg.Km), legs.Sum(leg => leg.Days), legs.Sum(leg => leg.UsdPerTeu));
    }

    private ImmutableArray<JourneyLeg> Between(Journey? journey)
    {
        if (journey is null)
        {
            return [];
        }
        var crossed = journey.Legs.Where(leg => leg.Kind == LegKind.Border).Select(leg => leg.From).ToHashSet();
        if (From.StartsWith("x-", StringComparison.Ordinal) && !crossed.Contains(From)
            || To.StartsWith("x-", StringComparison.Ordinal) && !crossed.Contains(To))
        {
            return [];
        }
        return
        [
            .. journey.Legs.Skip(1).SkipLast(1).SkipWhile(leg => crossed.Contains(From) && leg.From != From)
                .SkipWhile(leg => crossed.Contains(From) && leg.Kind == LegKind.Border)
                .TakeWhile(leg => !(leg.Kind == LegKind.Border && leg.From == To)),
        ];
    }

    // for a crossing, the places that lines lead to from it
    private static string[] Ends(TransportTables tables, string id) =>
        tables.Crossings.Any(crossing => crossing.Id == id)
        ?
        [
            .. tables.Links.Where(link => link.Mode == TransportMode.Rail && (link.From == id || link.To == id))
                .Select(link => link.From == id ? link.To : link.From).Order(StringComparer.Ordinal),
        ]
        : [id];

    private Journey? Route(TransportTables tables, string from, string to)
    {
        var economies = tables.Places.Where(place => place.Id == from || place.Id == to)
            .Select(place => place.Economy).Distinct().ToImmutableArray();
        ImmutableArray<TransportMode> modes = Mode switch
        {
            "rail" => [TransportMode.Rail, TransportMode.Ferry],
            "road" => [TransportMode.Road, TransportMode.Ferry],
            "sea" => [TransportMode.Sea],
            _ => [],
        };
        var pure = TransportNetwork.Build(tables, null, new RoutingOptions { Modes = modes }).Route(from, to);
        return pure ?? TransportNetwork.Build(
            tables, null, new RoutingOptions { Modes = modes, TruckEconomies = economies }).Route(from, to);
    }

    private static double Number(string text) =>
        text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
