using System.Collections.Immutable;
using System.Globalization;
using Caravan.Data;
using static Caravan.Reporting.ColumnFormat;

namespace Caravan.Reporting;

/// <summary>What a baseline says about one economy, for people.</summary>
public sealed class EconomyProfile
{
    private const int Partners = 10;
    private readonly Baseline _baseline;
    private readonly BaselineAccounts _accounts;
    private readonly int _economy;

    /// <summary>The profile of an economy by its position in the baseline.</summary>
    public EconomyProfile(Baseline baseline, int economy)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentOutOfRangeException.ThrowIfNegative(economy);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(economy, baseline.Economies.Length);
        (_baseline, _accounts, _economy) = (baseline, new BaselineAccounts(baseline), economy);
    }

    /// <summary>The whole profile.</summary>
    public Report Report() => new()
    {
        Title = $"{Economy.Name} ({Economy.Code}) in {_baseline.Name}",
        Lines = [.. Lines()],
        Tables = Tables(),
        Closing =
        [
            "musd is million US dollars a year, net of tariff. Home share: part of spending on the sector that "
                + "stays at home. Tariffs are weighted by trade. Estimated: part of foreign trade in cells that are "
                + "estimates.",
        ],
    };

    /// <summary>Sectors first, then totals, export partners and import partners.</summary>
    public ImmutableArray<ReportTable> Tables() => [Sectors(), Totals(), PartnersOf(isExport: true),
        PartnersOf(isExport: false)];

    private Economy Economy => _baseline.Economies[_economy];

    private IEnumerable<string> Lines()
    {
        string[] flags =
        [
            Economy.Region,
            Economy.IncomeGroup.Length > 0 ? Economy.IncomeGroup + " income" : "",
            Economy.Landlocked ? "landlocked" : "with a sea coast",
            Economy.BeltAndRoadCore ? "core economy of the Belt and Road" : "",
        ];
        yield return string.Join(", ", flags.Where(flag => flag.Length > 0)) + ".";
        if (!Economy.Contains.IsEmpty)
        {
            yield return $"Contains {string.Join(", ", Economy.Contains)}.";
        }
        var sets = _baseline.Sets.Where(set => set.Members.Contains(Economy.Code)).Select(set => set.Name).ToArray();
        if (sets.Length > 0)
        {
            yield return $"Sets: {string.Join(", ", sets)}.";
        }
        var population = _baseline.Population[_economy];
        if (population > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{population / 1e6:0.0##} million inhabitants, ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"GDP per head {_baseline.Gdp[_economy] * 1e6 / population:N0} dollars.");
        }
        yield return Economy.ProductionNote.Length > 0
            ? $"Production data: {Economy.ProductionNote}."
            : "Production data: its own.";
        yield return EstimatedShare(_ => true) is > 0 and var share
            ? string.Create(CultureInfo.InvariantCulture,
                $"{100 * share:0} % of its foreign trade stands in cells that are estimates.")
            : "None of its foreign trade stands in cells marked as estimates.";
    }

    private ReportTable Totals()
    {
        var gdp = _baseline.Gdp[_economy];
        var (exports, imports) = (_accounts.Exports[_economy], _accounts.Imports[_economy]);
        (string Name, double Value)[] rows =
        [
            ("GDP", gdp),
            ("Value added", _baseline.ValueAdded[_economy]),
            ("Output", _accounts.Output.Row(_economy).ToArray().Sum()),
            ("Exports", exports),
            ("Imports", imports),
            ("Exports and imports (openness)", exports + imports),
            ("Deficit (imports minus exports)", _baseline.Deficit[_economy]),
            ("Tariff revenue", _accounts.TariffRevenue[_economy]),
        ];
        return new ReportTable
        {
            Name = "totals",
            Title = "Totals",
            Columns =
            [
                new("total", "Total", Text, "What is measured."),
                new("value_musd", "Value", Money, "Million dollars a year."),
                new("gdp_share_pct", "Of GDP", PercentShare, "Value as per cent of GDP.") { Decimals = 1 },
            ],
            Rows = rows.Select(row => (ImmutableArray<ReportCell>)
                [row.Name, row.Value, gdp > 0 ? 100 * row.Value / gdp : double.NaN]),
        };
    }

    private ReportTable Sectors()
    {
        var gross = _accounts.Output.Row(_economy).ToArray();
        return new ReportTable
        {
            Name = "sectors",
            Title = "Sectors",
            Columns =
            [
                new("sector", "Sector", Text, "Name of the sector."),
                new("output_pct", "Share of output", PercentShare, "Part of the economy's output.") { Decimals = 1 },
                new("value_added_pct", "Value added in cost", PercentShare, "Value added as per cent of cost."),
                new("home_share_pct", "Home share", PercentShare, "Part of spending that stays at home."),
                new("exports_musd", "Exports", Money, "Sales to other economies."),
                new("imports_musd", "Imports", Money, "Purchases from other economies."),
                new("tariff_faced_pct", "Tariff faced", PercentShare, "Mean tariff abroad.") { Decimals = 1 },
                new("tariff_applied_pct", "Tariff applied", PercentShare, "Mean tariff at home.") { Decimals = 1 },
                new("estimated_pct", "Estimated", PercentShare, "Foreign trade in estimated cells.") { Decimals = 0 },
            ],
            Rows = Enumerable.Range(0, _baseline.Sectors.Length).Select(j => (ImmutableArray<ReportCell>)
            [
                _baseline.Sectors[j].Name,
                100 * gross[j] / gross.Sum(),
                100 * _baseline.ValueAddedShare[_economy, j],
                _accounts.Spending[_economy, j] > 0
                    ? 100 * _baseline.Trade[j, _economy, _economy] / _accounts.Spending[_economy, j]
                    : double.NaN,
                Flow(isExport: true, s => s == j, _ => true, _ => 1),
                Flow(isExport: false, s => s == j, _ => true, _ => 1),
                Tariff(isExport: true, s => s == j, _ => true),
                Tariff(isExport: false, s => s == j, _ => true),
                100 * EstimatedShare(s => s == j),
            ]),
        };
    }

    private ReportTable PartnersOf(bool isExport)
    {
        var total = isExport ? _accounts.Exports[_economy] : _accounts.Imports[_economy];
        var partners = Enumerable.Range(0, _baseline.Economies.Length)
            .Select(partner => (Partner: partner, Value: Flow(isExport, _ => true, m => m == partner, _ => 1)))
            .Where(row => row.Value > 0)
            .OrderByDescending(row => row.Value)
            .Take(Partners);
        return new ReportTable
        {
            Name = isExport ? "export_partners" : "import_partners",
            Title = isExport ? "Largest destinations of exports" : "Largest origins of imports",
            Columns =
            [
                new("partner", "Partner", Text, "Name of the other economy."),
                new("value_musd", "Value", Money, "Million dollars a year, net of tariff."),
                new("share_pct", "Share", PercentShare, "Part of all exports or imports.") { Decimals = 1 },
                new("tariff_pct", "Tariff", PercentShare, "Mean tariff on it.") { Decimals = 1 },
                new("largest_sector", "Largest sector", Text, "The sector with most of it, and its part."),
            ],
            Rows = partners.Select(row => (ImmutableArray<ReportCell>)
            [
                _baseline.Economies[row.Partner].Name,
                row.Value,
                100 * row.Value / total,
                Tariff(isExport, _ => true, m => m == row.Partner),
                LargestSector(isExport, row.Partner, row.Value),
            ]),
        };
    }

    private string LargestSector(bool isExport, int partner, double total)
    {
        var (sector, value) = Enumerable.Range(0, _baseline.Sectors.Length)
            .Select(j => (Sector: j, Value: Flow(isExport, s => s == j, m => m == partner, _ => 1)))
            .MaxBy(row => row.Value);
        return string.Create(CultureInfo.InvariantCulture,
            $"{100 * value / total:0} % {_baseline.Sectors[sector].Name}");
    }

    // Trade with other economies in the sectors and partners chosen, each cell times a weight.
    private double Flow(bool isExport, Func<int, bool> sector, Func<int, bool> partner, Func<Cell, double> weight)
    {
        var sum = 0.0;
        for (var j = 0; j < _baseline.Sectors.Length; j++)
        {
            for (var m = 0; m < _baseline.Economies.Length && sector(j); m++)
            {
                if (m != _economy && partner(m))
                {
                    var cell = isExport ? new Cell(j, _economy, m) : new Cell(j, m, _economy);
                    sum += _baseline.Trade[cell.Sector, cell.Origin, cell.Destination] * weight(cell);
                }
            }
        }
        return sum;
    }

    private double Tariff(bool isExport, Func<int, bool> sector, Func<int, bool> partner)
    {
        var value = Flow(isExport, sector, partner, _ => 1);
        var duty = Flow(isExport, sector, partner,
            cell => _baseline.TariffRate[cell.Sector, cell.Origin, cell.Destination]);
        return value > 0 ? 100 * duty / value : double.NaN;
    }

    private double EstimatedShare(Func<int, bool> sector)
    {
        double Weight(Cell cell) => _baseline.Estimated[cell.Sector, cell.Origin, cell.Destination] ? 1 : 0;
        var all = Flow(true, sector, _ => true, _ => 1) + Flow(false, sector, _ => true, _ => 1);
        var estimated = Flow(true, sector, _ => true, Weight) + Flow(false, sector, _ => true, Weight);
        return all > 0 ? estimated / all : double.NaN;
    }

    private readonly record struct Cell(int Sector, int Origin, int Destination);
}
