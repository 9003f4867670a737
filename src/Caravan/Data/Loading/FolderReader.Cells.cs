using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Data.Loading;

/// <content>Tables of numbers.</content>
internal sealed partial class FolderReader
{
    private (Cube<double> Trade, Cube<double> Tariff, Cube<bool> Estimated) ReadTrade()
    {
        var (j, n) = (_sectors.Count, _economies.Count);
        var (values, rates, flags) = (new double[j * n * n], new double[j * n * n], new bool[j * n * n]);
        var inclusive = _package.Values == DataPackage.TariffInclusive;
        ReadCells(BaselineTable.Trade, FolderTables.Trade, [_sectors, _economies, _economies], (table, cell) =>
        {
            rates[cell] = table.Number(4, 0);
            values[cell] = inclusive ? table.Number(3) / (1 + rates[cell]) : table.Number(3);
            flags[cell] = table.Flag(5);
        });
        return (new(j, n, n, values), new(j, n, n, rates), new(j, n, n, flags));
    }

    private Cube<double> ReadInputs()
    {
        var (j, n) = (_sectors.Count, _economies.Count);
        var shares = new double[n * j * j];
        ReadCells(BaselineTable.Inputs, FolderTables.Inputs, [_economies, _sectors, _sectors],
            (table, cell) => shares[cell] = table.Number(3));
        return new(n, j, j, shares);
    }

    private (Matrix<double> ValueAddedShare, Matrix<double> FinalShare) ReadProduction()
    {
        var (j, n) = (_sectors.Count, _economies.Count);
        var (valueAdded, final) = (new double[n * j], new double[n * j]);
        ReadCells(BaselineTable.Production, FolderTables.Production, [_economies, _sectors], (table, cell) =>
        {
            valueAdded[cell] = table.Number(2);
            final[cell] = table.Number(3);
        }, complete: true);
        return (new(n, j, valueAdded), new(n, j, final));
    }

    // Value added, deficit, GDP and population by economy.
    private double[][] ReadMacro()
    {
        double[][] totals = [.. Enumerable.Range(0, 4).Select(_ => new double[_economies.Count])];
        ReadCells(BaselineTable.Macro, FolderTables.Macro, [_economies], (table, cell) =>
        {
            totals[0][cell] = table.Number(1);
            totals[1][cell] = table.Number(2);
            totals[2][cell] = table.Number(3, totals[0][cell]);
            totals[3][cell] = table.Number(4, 0);
        }, complete: true);
        return totals;
    }

    private ImmutableArray<ElasticitySet> ReadElasticities()
    {
        var sets = new List<(string Name, double[] Theta, double[] Error, string[] Source)>();
        var lines = new List<int>();
        using var table = Open(FolderTables.Elasticities);
        while (table?.Next() == true)
        {
            var sector = table.Label(1, _sectors);
            if (sector < 0)
            {
                continue;
            }
            var name = table.Text(0) is { Length: > 0 } given ? given : "default";
            var at = sets.FindIndex(set => set.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                at = sets.Count;
                sets.Add((name, new double[_sectors.Count], new double[_sectors.Count], new string[_sectors.Count]));
                lines.AddRange(new int[_sectors.Count]);
            }
            var cell = at * _sectors.Count + sector;
            if (lines[cell] != 0)
            {
                table.Report(1, "key",
                    $"{_sectors[sector]} is given twice in set {name}, first in line {Math.Abs(lines[cell])}");
                continue;
            }
            (sets[at].Theta[sector], sets[at].Error[sector]) = (table.Number(2), table.Number(3, 0));
            sets[at].Source[sector] = table.Text(4);
            lines[cell] = table.RowIsGood ? table.Line : -table.Line;
        }
        ReportEmpty(table, sets.Count);
        ReportMissing(BaselineTable.Elasticities, FileOf(FolderTables.Elasticities), [.. lines],
            cell => $"{_sectors[cell % _sectors.Count]} in set {sets[cell / _sectors.Count].Name}");
        return [.. sets.Select(set => new ElasticitySet(set.Name, [.. set.Theta], [.. set.Error], [.. set.Source]))];
    }

    /// <summary>
    /// Reads a table whose first columns are labels of <paramref name="axes"/>, row by row into cells; reports cells
    /// given twice and, where the table must be <paramref name="complete"/>, cells that are missing. Gives the line of
    /// each cell.
    /// </summary>
    private int[] ReadCells(
        BaselineTable kind, Table schema, Labels[] axes, Action<CsvTable, int> read, bool complete = false)
    {
        var lines = new int[axes.Aggregate(1, (cells, axis) => cells * axis.Count)];
        using var table = Open(schema);
        while (table?.Next() == true)
        {
            var cell = 0;
            for (var axis = 0; axis < axes.Length; axis++)
            {
                var position = table.Label(axis, axes[axis]);
                cell = position < 0 || cell < 0 ? -1 : cell * axes[axis].Count + position;
            }
            if (cell < 0)
            {
                continue;
            }
            if (lines[cell] != 0)
            {
                table.Report(0, "key", $"{Describe(axes, cell)} is given twice, first in line {Math.Abs(lines[cell])}");
                continue;
            }
            read(table, cell);
            lines[cell] = table.RowIsGood ? table.Line : -table.Line;
        }
        if (complete && table is not null)
        {
            ReportMissing(kind, table.File, lines, cell => Describe(axes, cell));
        }
        _lines[kind] = (FileOf(schema), lines);
        return lines;
    }

    private void ReportMissing(BaselineTable kind, string file, int[] lines, Func<int, string> describe)
    {
        for (var cell = 0; cell < lines.Length; cell++)
        {
            if (lines[cell] == 0)
            {
                _issues.Add(file, 0, "missing", $"there is no row for {describe(cell)}", "add the row");
            }
        }
        _lines[kind] = (file, lines);
    }

    private static string Describe(Labels[] axes, int cell)
    {
        var words = new string[axes.Length];
        for (var axis = axes.Length - 1; axis >= 0; axis--)
        {
            words[axis] = axes[axis][cell % axes[axis].Count];
            cell /= axes[axis].Count;
        }
        return string.Join(", ", words);
    }
}
