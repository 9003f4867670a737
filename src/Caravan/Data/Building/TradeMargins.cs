namespace Caravan.Data.Building;

/// <summary>Two-way totals of sales between different economies.</summary>
/// <param name="Pairs">Totals [origin, destination].</param>
/// <param name="Exports">Exports [sector, origin].</param>
/// <param name="Imports">Imports [sector, destination].</param>
internal sealed record TradeMargins(double[,] Pairs, double[,] Exports, double[,] Imports)
{
    /// <summary>Totals of sales [sector, origin, destination] to the importers for which the condition holds.</summary>
    public static TradeMargins Of(double[,,] sales, Func<int, bool> importer)
    {
        var (sectors, count) = (sales.GetLength(0), sales.GetLength(1));
        var margins = new TradeMargins(
            new double[count, count], new double[sectors, count], new double[sectors, count]);
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var n = 0; n < count; n++)
                {
                    if (i != n && importer(n))
                    {
                        margins.Pairs[i, n] += sales[j, i, n];
                        margins.Exports[j, i] += sales[j, i, n];
                        margins.Imports[j, n] += sales[j, i, n];
                    }
                }
            }
        }
        return margins;
    }
}
