namespace Caravan.Data.Loading;

/// <summary>
/// Spending X where KITE data leave it out: the fixed point of spending = final and input demand, given value added and
/// trade balances. Shares are in the orders [sector, origin, destination], [economy, input, sector], [economy, sector].
/// </summary>
internal sealed class KiteExpenditure(
    int economies, int sectors, double[] tradeShare, double[] tariffFactor, double[] inputShare, double[] finalShare)
{
    private const double Tolerance = 1e-14;
    private const int MostSweeps = 10_000;

    /// <summary>Spending [economy, sector]; balanced trade where no balances are given.</summary>
    public double[] Solve(double[] valueAdded, double[]? tradeBalance)
    {
        var spending = new double[economies * sectors];
        for (var cell = 0; cell < spending.Length; cell++)
        {
            spending[cell] = valueAdded[cell / sectors] * finalShare[cell];
        }
        // inputs are less than the whole cost of a sector, so each sweep leaves less than it found
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var next = Demand(spending, valueAdded, tradeBalance);
            var change = spending.Zip(next, (before, after) => Math.Abs(after - before)).Max();
            spending = next;
            if (change <= Tolerance * spending.Max())
            {
                break;
            }
        }
        return spending;
    }

    private double[] Demand(double[] spending, double[] valueAdded, double[]? tradeBalance)
    {
        var (output, income) = (new double[spending.Length], (double[])valueAdded.Clone());
        for (var cell = 0; cell < tradeShare.Length; cell++)
        {
            var (j, i, n) = (cell / economies / economies, cell / economies % economies, cell % economies);
            var value = tradeShare[cell] * spending[n * sectors + j] / tariffFactor[cell];
            output[i * sectors + j] += value;
            income[n] += value * (tariffFactor[cell] - 1);
        }
        var demand = new double[spending.Length];
        for (var cell = 0; cell < demand.Length; cell++)
        {
            var (n, k) = (cell / sectors, cell % sectors);
            demand[cell] = finalShare[cell] * (income[n] - (tradeBalance?[n] ?? 0));
            for (var j = 0; j < sectors; j++)
            {
                demand[cell] += inputShare[(n * sectors + k) * sectors + j] * output[n * sectors + j];
            }
        }
        return demand;
    }
}
