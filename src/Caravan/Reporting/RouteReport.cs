using System.Collections.Immutable;
using System.Globalization;
using Caravan.Data.Transport;
using Caravan.Scenarios.Routes;

namespace Caravan.Reporting;

/// <summary>A route as a drawn itinerary, as a table of legs and as JSON.</summary>
public sealed class RouteReport
{
    private const int Named = 3;
    private const int LongestName = 38;

    private readonly RouteResult _route;

    /// <summary>The report of a route that exists.</summary>
    /// <exception cref="ArgumentException">There is no way.</exception>
    public RouteReport(RouteResult route)
    {
        ArgumentNullException.ThrowIfNull(route);
        _route = route.HasWay ? route : throw new ArgumentException(route.CutOff, nameof(route));
    }

    /// <summary>The itinerary, its totals, and the ways by other modes.</summary>
    public Report Report() => new()
    {
        Title = $"{_route.From.Name} ({_route.From.Economy}) to {_route.To.Name} ({_route.To.Economy})",
        Lines = [.. Lines()],
        Tables = [Itinerary(), Options()],
        Closing =
        [
            "Days are door to door, waiting and handling included; dollars are for one TEU, the goods' time not "
                + "included unless said.",
            "docs/network.md tells how they are computed and compares them with published journeys.",
        ],
    };

    /// <summary>The legs in full precision.</summary>
    public ReportTable Table() => new()
    {
        Name = "legs",
        Title = "Legs",
        Columns =
        [
            new("step", "Step", ColumnFormat.Text, "travel, border, load, change or unload."),
            new("mode", "Mode", ColumnFormat.Text, "rail, road, sea or ferry; after a change the new one."),
            new("gauge_mm", "Gauge", ColumnFormat.Count, "Millimetres between the rails; empty off the rails."),
            new("from", "From", ColumnFormat.Text, "Id of the place or crossing."),
            new("from_name", "From", ColumnFormat.Text, "Its name."),
            new("to", "To", ColumnFormat.Text, "Id of the place or crossing."),
            new("to_name", "To", ColumnFormat.Text, "Its name."),
            new("km", "km", ColumnFormat.Number, "Length in kilometres."),
            new("days", "Days", ColumnFormat.Number, "Days."),
            new("cost_usd", "USD", ColumnFormat.Number, "Dollars per TEU."),
            new("via", "Via", ColumnFormat.Text, "Ids of the places passed on land, joined by semicolons."),
            new("passages", "Passages", ColumnFormat.Text, "Ids of the sea passages, joined by semicolons."),
        ],
        Rows = _route.Legs.Select(leg => (ImmutableArray<ReportCell>)
        [
            WordOf(leg.Step), WordOf(leg.Mode), leg.GaugeToMm > 0 ? leg.GaugeToMm : double.NaN, leg.From.Id,
            leg.From.Name, leg.To.Id, leg.To.Name, Math.Round(leg.Km, 3), Math.Round(leg.Days, 6),
            Math.Round(leg.UsdPerTeu, 2), string.Join(';', leg.Via.Select(stop => stop.Id)),
            string.Join(';', leg.Passages.Select(passage => passage.Id)),
        ]),
    };

    /// <summary>
    /// Writes one object: <c>{from, to, mode, km, days, cost_usd, legs: [{mode, from, to, km, days, cost_usd, step,
    /// gauge_mm, ...}], ...}</c>; the days and dollars of the legs add up to the route's.
    /// </summary>
    public void WriteJson(Stream output) => JsonTables.WriteDocument(output, writer =>
    {
        writer.WriteString("schema", "caravan-route/1");
        writer.WriteString("caravan", ProductVersion.Text);
        writer.WriteString("from", _route.From.Id);
        writer.WriteString("to", _route.To.Id);
        writer.WriteString("mode", WordOf(_route.Request.Mode));
        writer.WriteNumber("km", Math.Round(_route.Km, 3));
        writer.WriteNumber("days", Math.Round(_route.Days, 6));
        writer.WriteNumber("cost_usd", Math.Round(_route.UsdPerTeu, 2));
        writer.WriteNumber("day_value_usd", _route.Request.UsdPerTeuDay);
        if (_route.Request.Scenario.Length > 0)
        {
            writer.WriteString("scenario", _route.Request.Scenario);
            writer.WriteFinite("km_without", Math.Round(_route.WithoutScenario?.Km ?? double.NaN, 3));
            writer.WriteFinite("days_without", Math.Round(_route.WithoutScenario?.Days ?? double.NaN, 6));
            writer.WriteFinite("cost_usd_without", Math.Round(_route.WithoutScenario?.UsdPerTeu ?? double.NaN, 2));
        }
        writer.WriteNumber("borders", Borders.Count());
        writer.WriteNumber("gauge_changes", GaugeChanges);
        writer.WriteNumber("transshipments", Transshipments);
        writer.WriteTable("legs", Table());
        writer.WriteTable("options", OptionTable());
    });

    private IEnumerable<RouteLeg> Borders => _route.Legs.Where(leg => leg.Step == RouteStep.Border);

    private int GaugeChanges => _route.Legs.Count(leg => leg.ChangesGauge);

    private int Transshipments => _route.Legs.Count(leg => leg.Step == RouteStep.Change && leg.Mode != leg.ModeBefore);

    private IEnumerable<string> Lines()
    {
        var modes = _route.Request.Mode is { } mode ? $"by {WordOf(mode)}" : "over all modes together";
        var avoided = _route.Request.Avoid.IsEmpty ? "" : $", avoiding {string.Join(", ", _route.Request.Avoid)}";
        yield return $"The cheapest way {modes}{avoided}, with a day worth {Number(_route.Request.UsdPerTeuDay, 0)} "
            + "dollars per TEU.";
        if (_route.Request.Scenario.Length > 0)
        {
            yield return $"In the network of {_route.Request.Scenario}; without it "
                + (_route.WithoutScenario is { } before
                    ? $"{Number(before.Km, 0)} km, {Number(before.Days, 2)} days, {Number(before.UsdPerTeu, 0)} USD."
                    : "there is no way.");
        }
    }

    private ReportTable Itinerary() => new()
    {
        Name = "itinerary",
        Title = "Itinerary",
        Columns =
        [
            new("leg", "Leg", ColumnFormat.Text), Right("km", "km", 0), Right("days", "Days", 2),
            Right("usd", "USD", 0), new("remark", "Remark", ColumnFormat.Text),
        ],
        Rows =
        [
            [$"● {_route.From.Name}", default, default, default, ""],
            .. _route.Legs.Select(Drawn),
            [$"● {_route.To.Name}", _route.Km, _route.Days, _route.UsdPerTeu, "in all"],
        ],
        Note = Totals(),
    };

    private static ImmutableArray<ReportCell> Drawn(RouteLeg leg)
    {
        var (name, remark) = leg.Step switch
        {
            RouteStep.Travel => ($"│   {Layer(leg.Mode, leg.GaugeToMm)}", Passed(leg)),
            RouteStep.Border => ($"╪ {Short(leg.From.Name)}",
                $"{leg.From.Economy.Replace("-", " to ")} by {WordOf(leg.Mode)}"
                + (leg.ChangesGauge ? $", gauge {leg.GaugeFromMm} to {leg.GaugeToMm}" : "")),
            RouteStep.Change when leg.Mode == leg.ModeBefore => ($"◆ {leg.From.Name}", leg.ChangesGauge
                ? $"gauge {leg.GaugeFromMm} to {leg.GaugeToMm}"
                : "handling"),
            RouteStep.Change => ($"◆ {leg.From.Name}", $"{WordOf(leg.ModeBefore)} to {WordOf(leg.Mode)}"),
            RouteStep.Load => ("┆   load", $"for {WordOf(leg.Mode)}"),
            _ => ("┆   unload", $"from {WordOf(leg.Mode)}"),
        };
        return [name, leg.Km > 0 ? leg.Km : default(ReportCell), leg.Days, leg.UsdPerTeu, remark];
    }

    // the largest places, in the order in which they are passed
    private static string Passed(RouteLeg leg)
    {
        var largest = leg.Via.Where(stop => stop.Population > 0).OrderByDescending(stop => stop.Population).Take(Named)
            .ToHashSet();
        return leg.Passages.Length > 0 ? $"through {string.Join(", ", leg.Passages.Select(passage => passage.Name))}"
            : largest.Count > 0 ? $"via {string.Join(", ", leg.Via.Where(largest.Contains).Select(stop => stop.Name))}"
            : "";
    }

    private string Totals()
    {
        var crossed = Borders.Count();
        var parts = new List<string>
        {
            crossed == 0
                ? "no border"
                : $"{Count(crossed, "border", "borders")} ({Number(Borders.Sum(leg => leg.Days), 1)} days, "
                    + $"{Number(Borders.Sum(leg => leg.UsdPerTeu), 0)} USD)",
            Count(GaugeChanges, "gauge change", "gauge changes"),
            Count(Transshipments, "transshipment", "transshipments"),
        };
        return $"{Number(_route.Km, 0)} km, {Number(_route.Days, 1)} days, {Number(_route.UsdPerTeu, 0)} USD: "
            + $"{string.Join(", ", parts)}. With the value of its days it costs "
            + $"{Number(_route.UsdPerTeu + _route.Request.UsdPerTeuDay * _route.Days, 0)} USD.";
    }

    private ReportTable Options() => new()
    {
        Name = "options",
        Title = "By main mode",
        Columns = [.. OptionTable().Columns.Take(_route.Request.WithShares ? 6 : 5)],
        Rows = OptionTable().Rows.Select(row => row[..(_route.Request.WithShares ? 6 : 5)]),
        Note = Missing() + (_route.Request.WithShares
            ? $"Shares: logit over the log of delivered cost, theta {Number(ModeChoice.Theta, 0)} on goods worth "
                + $"{Number(ModeChoice.UsdPerTeuGoods, 0)} USD per TEU, illustrative."
            : ""),
    };

    private string Missing()
    {
        TransportMode[] none =
        [
            .. new[] { TransportMode.Rail, TransportMode.Road, TransportMode.Sea }
                .Where(mode => !_route.Options.Any(option => option.Mode == mode)),
        ];
        return none.Length == 0 ? "" : $"No way by {string.Join(" or ", none.Select(WordOf))}. ";
    }

    private ReportTable OptionTable() => new()
    {
        Name = "options",
        Columns =
        [
            new("mode", "Mode", ColumnFormat.Text, "Main mode; several where the best way combines them."),
            Right("km", "km", 0), Right("days", "Days", 1), Right("cost_usd", "USD", 0),
            Right("generalized_usd", "USD with days", 0),
            new("share_pct", "Share", ColumnFormat.PercentShare, "Share by the logit rule; empty where not asked for."),
        ],
        Rows = _route.Options.Select(option => (ImmutableArray<ReportCell>)
        [
            option.Mode is { } mode ? WordOf(mode) : "several", Math.Round(option.Km, 3), Math.Round(option.Days, 6),
            Math.Round(option.UsdPerTeu, 2), Math.Round(option.GeneralizedUsd, 2), 100 * option.Share,
        ]),
    };

    // which side lines and lorries use is more than a drawing can hold
    private static string Short(string name) =>
        name.Length > LongestName && name.IndexOf(" (", StringComparison.Ordinal) is var at and > 0
            ? $"{name[..at]} border"
            : name;

    private static ReportColumn Right(string name, string heading, int decimals) =>
        new(name, heading, ColumnFormat.Number) { Decimals = decimals };

    private static string Layer(TransportMode mode, int gaugeMm) =>
        gaugeMm > 0 ? string.Create(CultureInfo.InvariantCulture, $"{WordOf(mode)} {gaugeMm}") : WordOf(mode);

    private static string WordOf(TransportMode? mode) => mode is { } one ? WordOf(one) : "any";

    private static string WordOf(TransportMode mode) => mode.ToString().ToLowerInvariant();

    private static string WordOf(RouteStep step) => step.ToString().ToLowerInvariant();

    private static string Count(int count, string one, string many) =>
        count == 0 ? $"no {one}" : count == 1 ? $"1 {one}" : $"{Number(count, 0)} {many}";

    private static string Number(double value, int decimals) => NumberText.Level(value, decimals);
}
