using System.Globalization;
using System.Collections.Immutable;

namespace Caravan.Data.Building;

/// <summary>
/// The WIOD 2013-release table of 2011 pooled to <see cref="SectorTable.WiodGroups"/>: the only inter-country table
/// among the sources, so the one from which behaviour is estimated and against which the estimates are checked.
/// </summary>
internal sealed class WiodTable
{
    private const string Intermediate = "wiod2013/inter_2011_musd.csv.gz";
    private const string Final = "wiod2013/final_2011_musd.csv.gz";
    private const string ValueAddedFile = "wiod2013/output_va_2011_musd.csv";
    private const string RestOfWorld = "RoW";

    public static IReadOnlyList<string> Files { get; } = [Intermediate, Final, ValueAddedFile];

    /// <summary>Economies by ISO code; the rest of the world is last.</summary>
    public required ImmutableArray<string> Economies { get; init; }

    /// <summary>Sales [group, origin, destination], own sales included, million dollars.</summary>
    public required double[,,] Sales { get; init; }

    /// <summary>Value added by economy, million dollars.</summary>
    public required double[] ValueAdded { get; init; }

    /// <summary>Single economies: all but the rest of the world.</summary>
    public int SingleCount => Economies.Length - 1;

    public static int Groups => SectorTable.WiodGroups.Length;

    /// <summary>Spending of one economy on one group, from home and abroad.</summary>
    public double Spending(int group, int economy)
    {
        var sum = 0.0;
        for (var i = 0; i < Economies.Length; i++)
        {
            sum += Sales[group, i, economy];
        }
        return sum;
    }

    /// <summary>Sales of one economy to all others in one group.</summary>
    public double Exports(int group, int economy)
    {
        var sum = 0.0;
        for (var n = 0; n < Economies.Length; n++)
        {
            sum += n == economy ? 0 : Sales[group, economy, n];
        }
        return sum;
    }

    /// <summary>Goods sales between different single economies [group, origin, destination].</summary>
    public double[,,] GoodsSales()
    {
        var cube = new double[SectorTable.WiodGoods, SingleCount, SingleCount];
        foreach (var (g, i, n) in Cells(cube))
        {
            cube[g, i, n] = i == n ? 0 : Sales[g, i, n];
        }
        return cube;
    }

    /// <summary>Goods spending of single economies [group, economy].</summary>
    public double[,] GoodsDemand()
    {
        var table = new double[SectorTable.WiodGoods, SingleCount];
        for (var g = 0; g < SectorTable.WiodGoods; g++)
        {
            for (var n = 0; n < SingleCount; n++)
            {
                table[g, n] = Spending(g, n);
            }
        }
        return table;
    }

    /// <summary>Revealed advantage in goods of single economies [group, economy], from exports to all.</summary>
    public double[,] GoodsAdvantage()
    {
        var exports = new double[SectorTable.WiodGoods, SingleCount];
        for (var g = 0; g < SectorTable.WiodGoods; g++)
        {
            for (var n = 0; n < SingleCount; n++)
            {
                exports[g, n] = Exports(g, n);
            }
        }
        return TradeDetail.Advantage(exports);
    }

    public static WiodTable Read(SourceFolder sources)
    {
        var groupOf = SectorTable.WiodGroups
            .SelectMany((codes, g) => codes.Select(code => (code, g))).ToDictionary(x => x.code, x => x.g);
        var codes = new List<string>();
        var valueAdded = new List<double>();
        foreach (var row in sources.Rows(ValueAddedFile, "row", "value_added_incl_taxes_margins"))
        {
            var economy = row.Text("row").Split('.')[0];
            if (codes.Count == 0 || codes[^1] != economy)
            {
                codes.Add(economy);
                valueAdded.Add(0);
            }
            valueAdded[^1] += row.Number("value_added_incl_taxes_margins");
        }
        var position = codes.Select((code, n) => (code, n)).ToDictionary(x => x.code, x => x.n);
        var sales = new double[Groups, codes.Count, codes.Count];
        foreach (var file in new[] { Intermediate, Final })
        {
            AddSales(sources, file, position, groupOf, sales);
        }
        sources.ThrowIfAny();
        if (codes[^1] != RestOfWorld)
        {
            throw new InputException(new InputIssue(ValueAddedFile, 0, $"ends with {codes[^1]}, not {RestOfWorld}"));
        }
        return new()
        {
            Economies = [.. codes.Select(code => code == "ROM" ? "ROU" : code)],
            Sales = sales,
            ValueAdded = [.. valueAdded],
        };
    }

    private static void AddSales(
        SourceFolder sources, string file, Dictionary<string, int> position, Dictionary<string, int> groupOf,
        double[,,] sales)
    {
        int[]? destinations = null;
        var line = 1;
        foreach (var row in sources.Rows(file))
        {
            line++;
            destinations ??=
                [.. row.Labels.Select(label => label.Length == 0 ? -1 : position[label.Split('.')[0]])];
            var cells = row.Cells;
            var source = cells[0].Split('.');
            var (origin, group) = (position[source[0]], groupOf[source[1]]);
            for (var c = 1; c < cells.Length; c++)
            {
                if (!double.TryParse(cells[c], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                {
                    sources.Report(new(file, line, $"column {c} is '{cells[c]}', not a number"));
                }
                sales[group, origin, destinations[c]] += value;
            }
        }
        // Inventories may be drawn down: a negative total is kept out, as it is no sale.
        foreach (var (g, i, n) in Cells(sales))
        {
            sales[g, i, n] = Math.Max(sales[g, i, n], 0);
        }
    }

    private static IEnumerable<(int, int, int)> Cells(double[,,] cube)
    {
        for (var g = 0; g < cube.GetLength(0); g++)
        {
            for (var i = 0; i < cube.GetLength(1); i++)
            {
                for (var n = 0; n < cube.GetLength(2); n++)
                {
                    yield return (g, i, n);
                }
            }
        }
    }
}
