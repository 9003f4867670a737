using System.Collections.Immutable;
using System.Globalization;
using Caravan.Data;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>What a baseline holds, for people.</summary>
public sealed class BaselineOverview
{
    private readonly Baseline _baseline;
    private readonly BaselineAccounts _accounts;

    /// <summary>The overview of a baseline.</summary>
    public BaselineOverview(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        (_baseline, _accounts) = (baseline, new BaselineAccounts(baseline));
    }

    /// <summary>The whole overview.</summary>
    public Report Report() => new()
    {
        Title = _baseline.Title.Length > 0 ? $"{_baseline.Name}: {_baseline.Title}" : _baseline.Name,
        Lines = [.. Lines()],
        Tables = Tables(),
        Closing =
        [
            "musd is million US dollars a year, trade net of tariff. Production data are an economy's own where "
                + "nothing is said about them.",
            .. _baseline.Sources.Select(source => $"Source: {source}"),
        ],
    };

    /// <summary>Economies, sectors, sets.</summary>
    public ImmutableArray<ReportTable> Tables() => [Economies(), Sectors(), Sets()];

    private IEnumerable<string> Lines()
    {
        var (all, estimated) = (0.0, 0.0);
        var count = _baseline.Economies.Length;
        for (var cell = 0; cell < _baseline.Trade.Values.Length; cell++)
        {
            var value = cell / count % count == cell % count ? 0 : _baseline.Trade.Values[cell];
            all += value;
            estimated += _baseline.Estimated.Values[cell] ? value : 0;
        }
        yield return (_baseline.Year > 0 ? $"Year {_baseline.Year}: " : "")
            + $"{count} economies, {_baseline.Sectors.Length} sectors.";
        yield return $"World GDP {Dollars(_baseline.Gdp.Sum())}, trade between economies {Dollars(all)}, "
            // files of other programs may have no place for marks, so no marks are no claim that all was observed
            + (estimated > 0
                ? string.Create(
                    CultureInfo.InvariantCulture, $"{100 * estimated / all:0} % of it in cells that are estimates.")
                : "none of it in cells marked as estimates.");
        yield return $"Content hash {_baseline.ContentHash}.";
    }

    private static string Dollars(double musd) => musd >= 1e5
        ? string.Create(CultureInfo.InvariantCulture, $"{musd / 1e6:N2} trillion dollars")
        : string.Create(CultureInfo.InvariantCulture, $"{musd:N0} million dollars");

    private ReportTable Economies() => new()
    {
        Name = "economies",
        Title = "Economies",
        Columns =
        [
            new("economy", "Economy", Text, "Short name."),
            new("code", "Code", Text, "ISO alpha-3 or the aggregate's own code."),
            new("gdp_musd", "GDP", Money, "Gross domestic product.") { Decimals = 0 },
            new("exports_pct", "Exports of GDP", PercentShare, "Exports as per cent of GDP."),
            new("imports_pct", "Imports of GDP", PercentShare, "Imports as per cent of GDP."),
            new("landlocked", "Landlocked", Flag, "No sea coast."),
            new("belt_and_road_core", "Core", Flag, "Among the 66 core economies of the Belt and Road."),
            new("production", "Production data", Text, "How they were obtained; empty for own data."),
        ],
        Rows = Enumerable.Range(0, _baseline.Economies.Length)
            .OrderBy(n => _baseline.Economies[n].Name, StringComparer.OrdinalIgnoreCase)
            .Select(Economy),
    };

    private ImmutableArray<ReportCell> Economy(int n)
    {
        var economy = _baseline.Economies[n];
        return
        [
            economy.Name, economy.Code, _baseline.Gdp[n], 100 * _accounts.Exports[n] / _baseline.Gdp[n],
            100 * _accounts.Imports[n] / _baseline.Gdp[n], economy.Landlocked, economy.BeltAndRoadCore,
            economy.ProductionNote,
        ];
    }

    private ReportTable Sectors()
    {
        var elasticities = _baseline.Elasticities[0];
        return new ReportTable
        {
            Name = "sectors",
            Title = $"Sectors, with elasticities of the set {elasticities.Name}"
                + (_baseline.Elasticities.Length > 1
                    ? $" (others: {string.Join(", ", _baseline.Elasticities.Skip(1).Select(set => set.Name))})"
                    : ""),
            Columns =
            [
                new("sector", "Sector", Text, "Name of the sector."),
                new("code", "Code", Text, "Code of the sector."),
                new("kind", "Kind", Text, "Goods or services."),
                new("output_musd", "Output", Money, "World output."),
                new("trade_musd", "Trade", Money, "World trade between economies."),
                new("theta", "Elasticity", Number, "Trade elasticity theta.") { Decimals = 2 },
                new("theta_error", "Standard error", Number, "Standard error of theta.") { Decimals = 2 },
            ],
            Rows = _baseline.Sectors.Select((sector, j) => (ImmutableArray<ReportCell>)
            [
                sector.Name, sector.Code, sector.IsService ? "services" : "goods", Output(j), Output(j) - OwnSales(j),
                elasticities.Theta[j], elasticities.StandardError[j] > 0 ? elasticities.StandardError[j] : double.NaN,
            ]),
        };
    }

    private ReportTable Sets() => new()
    {
        Name = "sets",
        Title = "Sets of economies",
        Columns =
        [
            new("set", "Set", Text, "Word used in scenarios."),
            new("members", "Members", Count, "Number of members."),
            new("title", "Title", Text, "Full name."),
        ],
        Rows = _baseline.Sets.Select(set => (ImmutableArray<ReportCell>)[set.Name, set.Members.Length, set.Title]),
    };

    private double Output(int j) => Enumerable.Range(0, _baseline.Economies.Length).Sum(n => _accounts.Output[n, j]);

    private double OwnSales(int j) =>
        Enumerable.Range(0, _baseline.Economies.Length).Sum(n => _baseline.Trade[j, n, n]);
}
