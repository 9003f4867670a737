using Caravan.Data;

namespace Caravan.Scenarios.Compiling;

/// <summary>Lists the cells that an action touches.</summary>
internal static class ActionCells
{
    /// <summary>
    /// Calls <paramref name="visit"/> with the position in a [sector, origin, destination] array of every cell of a
    /// bilateral action, trade at home left out, and with the table's value, or NaN where the action has no table.
    /// </summary>
    public static void Visit(ScenarioAction action, Baseline baseline, Action<int, double> visit)
    {
        var count = baseline.Economies.Length;
        if (!action.Cells.IsEmpty)
        {
            var (economies, sectors) = Positions(baseline);
            foreach (var cell in action.Cells)
            {
                visit((sectors[cell.Sector] * count + economies[cell.Origin]) * count + economies[cell.Destination],
                    cell.Value);
            }
        }
        var origins = action.Exporters.Select(baseline.IndexOfEconomy).ToArray();
        var destinations = action.Importers.Select(baseline.IndexOfEconomy).ToArray();
        foreach (var sector in action.Sectors)
        {
            var j = baseline.IndexOfSector(sector);
            foreach (var i in origins)
            {
                foreach (var n in destinations.Where(n => n != i))
                {
                    visit((j * count + i) * count + n, double.NaN);
                }
            }
        }
    }

    /// <summary>The same for levers on economies, or on economies and sectors, in an [economy, sector] array.</summary>
    public static void VisitEconomies(ScenarioAction action, Baseline baseline, Action<int, double> visit)
    {
        var bySector = action.Lever.Shape == LeverShape.EconomyAndSector;
        var count = bySector ? baseline.Sectors.Length : 1;
        foreach (var cell in action.Cells)
        {
            visit(baseline.IndexOfEconomy(cell.Origin) * count + (bySector ? baseline.IndexOfSector(cell.Sector) : 0),
                cell.Value);
        }
        var sectors = bySector ? action.Sectors.Select(baseline.IndexOfSector).ToArray() : [0];
        foreach (var economy in action.Economies.Select(baseline.IndexOfEconomy))
        {
            foreach (var j in sectors)
            {
                visit(economy * count + j, double.NaN);
            }
        }
    }

    // A table may have tens of thousands of rows, too many to search the baseline for each.
    private static (Dictionary<string, int> Economies, Dictionary<string, int> Sectors) Positions(Baseline baseline) =>
        (Enumerable.Range(0, baseline.Economies.Length).ToDictionary(n => baseline.Economies[n].Code),
            Enumerable.Range(0, baseline.Sectors.Length).ToDictionary(j => baseline.Sectors[j].Code));

    /// <summary>A cell of a [sector, origin, destination] array for a message: <c>C29 CHN to KAZ</c>.</summary>
    public static string Name(int cell, Baseline baseline)
    {
        var count = baseline.Economies.Length;
        return $"{baseline.Sectors[cell / count / count].Code} {baseline.Economies[cell / count % count].Code} to "
            + baseline.Economies[cell % count].Code;
    }
}
