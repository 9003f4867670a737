using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <content>The tables of KITE.</content>
internal sealed partial class FolderReader
{
    // Below lie tariffs written as fractions; no economy pays half of what its imports cost.
    private const double LowestTariffFactor = 0.5;

    /// <summary>The baseline in KITE's tables, checked.</summary>
    public Baseline ReadKite()
    {
        var economies = Exists(FolderTables.Economies) ? ReadEconomies() : EconomiesOf(KiteTables.ValueAdded);
        var sectors = Exists(FolderTables.Sectors) ? ReadSectors() : SectorsOf(KiteTables.TradeElasticity);
        _economies = new Labels("country", economies.Select(economy => economy.Code));
        _sectors = new Labels("sector", sectors.Select(sector => sector.Code));
        if (economies.IsEmpty || sectors.IsEmpty)
        {
            _issues.ThrowIfAny();
        }
        RefuseTooManyCells();
        var (j, n) = (_sectors.Count, _economies.Count);
        // tariffs first: the lines of trade shares are those that findings on trade refer to
        var tariff = Exists(KiteTables.Tariff)
            ? ReadBilateral(KiteTables.Tariff, 1, CheckTariff)
            : [.. Enumerable.Repeat(1.0, j * n * n)];
        var share = ReadBilateral(KiteTables.TradeShare, 0);
        var intermediate = new double[n * j * j];
        ReadCells(BaselineTable.Inputs, KiteTables.IntermediateShare, [_economies, _sectors, _sectors],
            (table, cell) => intermediate[cell] = table.Number(3));
        var final = ReadBySector(KiteTables.ConsumptionShare);
        var expenditure = Exists(KiteTables.Expenditure) ? ReadBySector(KiteTables.Expenditure) : null;
        var factor = ReadBySector(KiteTables.FactorShare);
        var balance = Exists(KiteTables.TradeBalance) ? ReadByEconomy(KiteTables.TradeBalance) : null;
        var valueAdded = ReadByEconomy(KiteTables.ValueAdded);
        var theta = ReadTheta();
        CheckTradeShares(share);
        _issues.ThrowIfAny();
        for (var cell = 0; cell < intermediate.Length; cell++)
        {
            intermediate[cell] *= 1 - factor[cell / j / j * j + cell % j];
        }
        expenditure ??= new KiteExpenditure(n, j, share, tariff, intermediate, final).Solve(valueAdded, balance);
        return Checked(new Baseline
        {
            Name = _package.Name.Length > 0 ? _package.Name : new DirectoryInfo(_folder).Name,
            Title = _package.Title,
            Year = _package.Year,
            Sources = _package.Sources,
            Economies = economies,
            Sectors = sectors,
            Trade = new(j, n, n, [.. share.Select((part, cell) =>
                part * expenditure[cell % n * j + cell / n / n] / tariff[cell])]),
            TariffRate = new(j, n, n, [.. tariff.Select(factorOfTariff => factorOfTariff - 1)]),
            Estimated = new(j, n, n),
            InputShare = new(n, j, j, intermediate),
            ValueAddedShare = new(n, j, factor),
            FinalShare = new(n, j, final),
            ValueAdded = [.. valueAdded],
            Deficit = balance is null ? DeficitOf(share, tariff, expenditure) : [.. balance.Select(value => -value)],
            Gdp = [.. valueAdded],
            Population = [.. new double[n]],
            Elasticities = [new ElasticitySet("default", theta, [.. new double[j]], [.. theta.Select(_ => "")])],
        });
    }

    private bool Exists(Table table) => File.Exists(Path.Combine(_folder, FileOf(table)));

    private ImmutableArray<Economy> EconomiesOf(Table table) =>
    [
        .. LabelsOf(BaselineTable.Economies, table).Order(StringComparer.Ordinal)
            .Select(code => new Economy(code, code)),
    ];

    private ImmutableArray<Sector> SectorsOf(Table table) =>
        [.. LabelsOf(BaselineTable.Sectors, table).Select(code => new Sector(code, code, false))];

    private List<string> LabelsOf(BaselineTable kind, Table schema)
    {
        var labels = new List<string>();
        using var table = Open(schema);
        while (table?.Next() == true)
        {
            if (table.Text(0).Length > 0 && !labels.Contains(table.Text(0), StringComparer.OrdinalIgnoreCase))
            {
                labels.Add(table.Text(0));
            }
        }
        ReportEmpty(table, labels.Count);
        _lines[kind] = (FileOf(schema), []);
        return labels;
    }

    // KITE's columns are origin, destination, sector; the result is in the order [sector, origin, destination].
    private double[] ReadBilateral(Table schema, double missing, Action<CsvTable, int, double>? check = null)
    {
        var (j, n) = (_sectors.Count, _economies.Count);
        var values = new double[j * n * n];
        Array.Fill(values, missing);
        var lines = ReadCells(BaselineTable.Trade, schema, [_economies, _economies, _sectors],
            (table, cell) =>
            {
                values[cell % j * n * n + cell / j] = table.Number(3);
                check?.Invoke(table, cell / j, values[cell % j * n * n + cell / j]);
            });
        _lines[BaselineTable.Trade] =
            (FileOf(schema), [.. values.Select((_, cell) => lines[cell % (n * n) * j + cell / (n * n)])]);
        return values;
    }

    private void CheckTariff(CsvTable table, int pair, double factor)
    {
        if (factor is < LowestTariffFactor or > 1 + BaselineCheck.HighestTariffRate)
        {
            table.Report(3, "range", $"is {FolderRows.Text(factor)}", "give one plus the tariff, 1.12 for 12 %");
        }
        if (pair / _economies.Count == pair % _economies.Count && factor != 1 && !double.IsNaN(factor))
        {
            table.Report(3, "home", $"is {FolderRows.Text(factor)} for own sales", "give 1");
        }
    }

    private double[] ReadBySector(Table schema)
    {
        var values = new double[_economies.Count * _sectors.Count];
        ReadCells(BaselineTable.Production, schema, [_economies, _sectors],
            (table, cell) => values[cell] = table.Number(2), complete: true);
        return values;
    }

    private double[] ReadByEconomy(Table schema)
    {
        var values = new double[_economies.Count];
        ReadCells(BaselineTable.Macro, schema, [_economies],
            (table, cell) => values[cell] = table.Number(1), complete: true);
        return values;
    }

    private ImmutableArray<double> ReadTheta()
    {
        var values = new double[_sectors.Count];
        ReadCells(BaselineTable.Elasticities, KiteTables.TradeElasticity, [_sectors],
            (table, cell) => values[cell] = table.Number(1), complete: true);
        return values.All(value => value is > 0 and < 1) ? [.. values.Select(value => 1 / value)] : [.. values];
    }

    private void CheckTradeShares(double[] share)
    {
        var (j, n) = (_sectors.Count, _economies.Count);
        for (var column = 0; column < j * n; column++)
        {
            var sum = Enumerable.Range(0, n).Sum(i => share[(column / n * n + i) * n + column % n]);
            if (Math.Abs(sum - 1) > BaselineCheck.Tolerance)
            {
                var line = _lines[BaselineTable.Trade].Lines[column / n * n * n + column % n];
                _issues.Add(FileOf(KiteTables.TradeShare), Math.Max(0, line), "sum",
                    $"shares of {_sectors[column / n]} bought by {_economies[column % n]} sum to "
                    + $"{FolderRows.Text(sum)}; 1 is expected");
            }
        }
    }

    private ImmutableArray<double> DeficitOf(double[] share, double[] tariff, double[] expenditure)
    {
        var (j, n) = (_sectors.Count, _economies.Count);
        var deficit = new double[n];
        for (var cell = 0; cell < share.Length; cell++)
        {
            var (origin, destination) = (cell / n % n, cell % n);
            var value = share[cell] * expenditure[destination * j + cell / n / n] / tariff[cell];
            deficit[destination] += origin == destination ? 0 : value;
            deficit[origin] -= origin == destination ? 0 : value;
        }
        return [.. deficit];
    }
}
