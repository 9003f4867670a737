using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;
using Caravan.Numerics;
using Caravan.Scenarios;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Resolving;

namespace Caravan.Tests.Scenarios;

/// <summary>
/// The measures of published studies, per cent unless said otherwise. The Belt and Road is the step from the network without
/// its completed projects to that with all completed, unfinished and planned ones: results of the packs
/// <c>belt-and-road-undone</c> and <c>belt-and-road-planned</c>, one over the other.
/// </summary>
internal sealed class StudyMeasures
{
    private const double HastyUsdPerDay = 1500;

    private static readonly string[] s_corridors =
    [
        "new-eurasian-land-bridge", "china-mongolia-russia", "china-central-asia-west-asia", "china-indochina-peninsula",
        "bangladesh-china-india-myanmar", "china-pakistan",
    ];

    private static readonly string[] s_centralAsia = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];

    private readonly Dictionary<string, double> _values = [];
    private readonly Baseline _baseline = Baselines.Load("world-2023");
    private readonly TransportTables _tables = TransportModel.Shipped.Tables;

    public StudyMeasures()
    {
        AddJourneys();
        AddDeliveredCosts();
        AddResults();
        AddSea();
    }

    public double this[string key] => _values[key];

    private void AddJourneys()
    {
        var cities = EconomyTravel.RepresentativeCities(_tables, _baseline.Economies);
        var pairs = CityPairs.Of(cities, _baseline.Economies);
        var (without, with) = (Edits("belt-and-road-undone"), Edits("belt-and-road-planned"));
        // the quickest ways for days, the cheapest at the usual value of a day for costs
        var days = Changes(HastyUsdPerDay, (before, after, i, n) => after.Days[i, n] / before.Days[i, n] - 1);
        var cost = Changes(100, (before, after, i, n) => (after.UsdPerTeu[i, n] + 100 * after.Days[i, n])
            / (before.UsdPerTeu[i, n] + 100 * before.Days[i, n]) - 1);
        foreach (var (name, change) in new[] { ("days", days), ("cost", cost) })
        {
            _values[$"{name}-world"] = Mean(change, _ => true, _ => true);
            _values[$"{name}-members"] = Mean(change, IsMember, _ => true);
            _values[$"{name}-corridor"] = s_corridors.Min(corridor =>
            {
                var on = _tables.Projects.Where(project => project.Corridor == corridor)
                    .SelectMany(project => project.Economies).ToHashSet();
                return Mean(change, n => on.Contains(_baseline.Economies[n].Code), n => on.Contains(_baseline.Economies[n].Code));
            });
        }

        double[,] Changes(double usdPerDay, Func<EconomyTravel, EconomyTravel, int, int, double> change)
        {
            var options = new RoutingOptions { UsdPerTeuDay = usdPerDay };
            var (before, after) = (TransportNetwork.Build(_tables, without, options).Travel(cities, 2),
                TransportNetwork.Build(_tables, with, options).Travel(cities, 2));
            var (then, now) = (EconomyTravel.Of(before, pairs, after), EconomyTravel.Of(after, pairs, before));
            var count = _baseline.Economies.Length;
            var changes = new double[count, count];
            for (var i = 0; i < count; i++)
            {
                for (var n = 0; n < count; n++)
                {
                    changes[i, n] = 100 * change(then, now, i, n);
                }
            }
            return changes;
        }
    }

    // what goods cost delivered, that is d^, for want of which a change of transport costs says little about trade
    private void AddDeliveredCosts()
    {
        Cube<double> Cost(string pack) => TransportShock.Of(
            Edits(pack), TransportModel.Shipped, _baseline, 2, CancellationToken.None).Cost!.IcebergHat;
        var (without, with) = (Cost("belt-and-road-undone"), Cost("belt-and-road-planned"));
        double sum = 0, count = 0, value = 0, trade = 0;
        for (var j = 0; j < _baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < _baseline.Economies.Length && !_baseline.Sectors[j].IsService; i++)
            {
                for (var n = 0; n < _baseline.Economies.Length; n++)
                {
                    if (i != n && IsMember(i))
                    {
                        var change = 100 * (with[j, i, n] / without[j, i, n] - 1);
                        (sum, count) = (sum + change, count + 1);
                        (value, trade) = (value + _baseline.Trade[j, i, n] * change, trade + _baseline.Trade[j, i, n]);
                    }
                }
            }
        }
        (_values["delivered-mean"], _values["delivered-trade"]) = (sum / count, value / trade);
    }

    private void AddResults()
    {
        var (without, with) = (Run("belt-and-road-undone"), Run("belt-and-road-planned"));
        Add("gdp-members", row => row.Member, row => row.GdpBaseMusd, row => row.GdpRealPct);
        Add("gdp-world", _ => true, row => row.GdpBaseMusd, row => row.GdpRealPct);
        Add("income-members", row => row.Member, row => row.IncomeBaseMusd, row => row.RealIncomePct);
        Add("income-world", _ => true, row => row.IncomeBaseMusd, row => row.RealIncomePct);
        Add("income-central-asia", row => s_centralAsia.Contains(row.Code), row => row.IncomeBaseMusd, row => row.RealIncomePct);
        Add("exports-members", row => row.Member, row => row.ExportsBaseMusd, row => row.ExportsPct);
        Add("exports-world", _ => true, row => row.ExportsBaseMusd, row => row.ExportsPct);
        _values["trade-among-members"] = 100 * (Among(with) / Among(without) - 1);

        void Add(string key, Func<EconomyResult, bool> of, Func<EconomyResult, double> weight, Func<EconomyResult, double> pct)
        {
            double After(RunResult run)
            {
                var rows = run.Economies.Where(of).ToList();
                return rows.Sum(row => weight(row) * (1 + pct(row) / 100)) / rows.Sum(weight);
            }
            _values[key] = 100 * (After(with) / After(without) - 1);
        }

        static double Among(RunResult run)
        {
            var members = run.Economies.Where(row => row.Member).Select(row => row.Code).ToHashSet();
            return run.Flows.Where(flow => flow.Origin != flow.Destination && members.Contains(flow.Origin)
                && members.Contains(flow.Destination)).Sum(flow => flow.NewMusd);
        }
    }

    private void AddSea()
    {
        var ships = new RoutingOptions { Modes = [TransportMode.Sea] };
        var (suez, cape) = (Sea(ships), Sea(ships with { Avoid = ["suez"] }));
        (_values["suez-km"], _values["cape-km"]) = (suez.Km, cape.Km);
        (_values["suez-days"], _values["cape-extra-days"]) = (suez.Days, cape.Days - suez.Days);
        _values["sea-elasticity"] = SeaElasticity();

        (double Km, double Days) Sea(RoutingOptions options)
        {
            var legs = TransportNetwork.Build(_tables, null, options).Route("shanghai-port", "rotterdam-port")!.Legs
                .Where(leg => leg.Mode == TransportMode.Sea && leg.Kind == LegKind.Travel).ToList();
            return (legs.Sum(leg => leg.Km), legs.Sum(leg => leg.Days));
        }
    }

    // Slope of the change of goods trade, both ways, in the change of sea distance between main ports, both in logs.
    private double SeaElasticity()
    {
        var cities = _tables.Places.Where(place => place.Kind == PlaceKind.City).ToDictionary(place => place.Id);
        var owner = CityPairs.OwnerOf(_baseline.Economies);
        ImmutableArray<Place> ports =
        [
            .. _tables.Places.Where(place => place is { Kind: PlaceKind.Port, Status: LinkStatus.Existing }
                    && owner.ContainsKey(place.Economy))
                .GroupBy(port => owner[port.Economy]).OrderBy(group => group.Key)
                .Select(group => group.OrderByDescending(port => cities.TryGetValue(port.City, out var city) ? city.Population : 0)
                    .ThenBy(port => port.Id, StringComparer.Ordinal).First()),
        ];
        var (open, closed) = (Kilometres([]), Kilometres(["suez"]));
        var result = Run("suez-blocked");
        var goods = _baseline.Sectors.Where(sector => !sector.IsService).Select(sector => sector.Code).ToHashSet();
        var trade = result.Flows.Where(flow => goods.Contains(flow.Sector) && flow.Origin != flow.Destination)
            .GroupBy(flow => string.CompareOrdinal(flow.Origin, flow.Destination) < 0
                ? (flow.Origin, flow.Destination) : (flow.Destination, flow.Origin))
            .ToDictionary(group => group.Key, group => Math.Log(group.Sum(flow => flow.NewMusd) / group.Sum(flow => flow.BaseMusd)));
        var points = new List<(double Distance, double Trade)>();
        for (var a = 0; a < ports.Length; a++)
        {
            for (var b = a + 1; b < ports.Length; b++)
            {
                var (one, other) = (CodeOf(a), CodeOf(b));
                var key = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
                if (trade.TryGetValue(key, out var change) && double.IsFinite(change) && open.HasWay(a, b))
                {
                    points.Add((Math.Log(closed.UsdPerTeu(a, b) / open.UsdPerTeu(a, b)), change));
                }
            }
        }
        var (meanX, meanY) = (points.Average(point => point.Distance), points.Average(point => point.Trade));
        return points.Sum(point => (point.Distance - meanX) * (point.Trade - meanY))
            / points.Sum(point => (point.Distance - meanX) * (point.Distance - meanX));

        string CodeOf(int port) => _baseline.Economies[owner[ports[port].Economy]].Code;

        // on a network on which a kilometre at sea costs a dollar and nothing else costs anything
        TravelMatrix Kilometres(ImmutableArray<string> closedPassages) => TransportNetwork.Build(
            _tables with
            {
                Places = [.. _tables.Places.Select(place => place with { HandlingHours = 0, HandlingUsdPerTeu = 0 })],
                Passages = [.. _tables.Passages.Select(passage => passage with { Hours = 0, UsdPerTeu = 0 })],
                Transshipments = [],
                Rates = [.. _tables.Rates.Select(rate => rate with { UsdPerTeuKm = 1, UsdFixed = 0, HoursFixed = 0 })],
            },
            new NetworkEdits { Closed = closedPassages },
            new RoutingOptions { Modes = [TransportMode.Sea], UsdPerTeuDay = 0 }).Travel(ports, 2);
    }

    private NetworkEdits Edits(string pack)
    {
        var issues = new IssueList();
        var scenario = ScenarioResolver.Resolve(ScenarioFile.Load(pack, []).Draft, _baseline, issues, null);
        issues.ThrowIfAny();
        return NetworkCompiler.Compile(scenario, _baseline, null)!;
    }

    private static RunResult Run(string pack) => ScenarioRunner.Run(pack)[0];

    private bool IsMember(int economy) => _baseline.Economies[economy].BeltAndRoadCore;

    private double Mean(double[,] change, Func<int, bool> origins, Func<int, bool> destinations)
    {
        var count = _baseline.Economies.Length;
        return (from i in Enumerable.Range(0, count)
                from n in Enumerable.Range(0, count)
                where i != n && origins(i) && destinations(n) && double.IsFinite(change[i, n])
                select change[i, n]).Average();
    }
}
