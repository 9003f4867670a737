using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// How far a returned solution is from solving the model, recomputed from its wages, prices and spending alone and
/// equation group by equation group; shares no intermediate result with the solver.
/// </summary>
internal static class ResidualCheck
{
    /// <summary>Largest relative violation over all equation groups; NaN where a value is not a number.</summary>
    public static double Largest(World world, Solution solution)
    {
        var accounts = world.Accounts;
        var (economies, sectors) = (accounts.Economies, accounts.Sectors);
        var cost = UnitCosts(world, solution);
        var (sales, imports) = (new double[economies * sectors], new double[economies]);
        var largest = 0.0;
        var supply = new double[economies];
        var sums = (Gross: new double[economies], Net: new double[economies]);
        var (demand, sold) = (new double[economies], new double[economies]);
        for (var j = 0; j < sectors; j++)
        {
            var theta = accounts.Theta[j];
            var scale = double.NegativeInfinity;
            for (var i = 0; i < economies; i++)
            {
                scale = Math.Max(scale, -theta * cost[i * sectors + j]);
            }
            for (var i = 0; i < economies; i++)
            {
                supply[i] = Math.Exp(-theta * cost[i * sectors + j] - scale);
            }
            Kernels.CombineRows(world.Weight[j], supply, sums.Gross);
            Kernels.CombineRows(world.NetWeight[j], supply, sums.Net);
            foreach (var n in accounts.BuysNothing[j])
            {
                sums.Gross[n] = Math.Exp(-scale);
            }
            for (var n = 0; n < economies; n++)
            {
                var e = n * sectors + j;
                var logPrice = -(Math.Log(sums.Gross[n]) + scale) / theta;
                largest = Worst(largest, Math.Exp(logPrice - solution.LogPrice[e]) - 1);
                demand[n] = solution.Spending[e] / sums.Gross[n];
                imports[n] += demand[n] * sums.Net[n];
            }
            Kernels.RowDots(world.NetWeight[j], demand, sold);
            for (var i = 0; i < economies; i++)
            {
                sales[i * sectors + j] = sold[i] * supply[i];
            }
        }
        for (var n = 0; n < economies; n++)
        {
            largest = Worst(largest, OfEconomy(world, solution, n, sales.AsSpan(n * sectors, sectors), imports[n]));
        }
        return largest;
    }

    // Cost, spending, labour market and trade balance of one economy.
    private static double OfEconomy(World world, Solution solution, int n, ReadOnlySpan<double> sales, double purchases)
    {
        var accounts = world.Accounts;
        var sectors = accounts.Sectors;
        var at = n * sectors;
        double largest = 0, labour = 0, spent = 0, output = 0;
        for (var j = 0; j < sectors; j++)
        {
            labour += accounts.ValueAddedShare[at + j] * sales[j];
            spent += solution.Spending[at + j];
            output += sales[j];
        }
        var wageBill = Math.Exp(solution.LogWage[n]) * world.LabourValue[n];
        largest = Worst(largest, labour / wageBill - 1);
        var absorption = wageBill + (spent - purchases) + world.Deficit[n];
        for (var k = 0; k < sectors; k++)
        {
            var spending = world.FinalShare[at + k] * absorption;
            spending += accounts.InputShare is { } inputs ? Kernels.Dot(inputs.Row(n, k), sales) : 0;
            largest = spending == solution.Spending[at + k]
                ? largest
                : Worst(largest, solution.Spending[at + k] / spending - 1);
        }
        return Worst(largest, (purchases - output - world.Deficit[n]) / absorption);
    }

    private static double[] UnitCosts(World world, Solution solution)
    {
        var accounts = world.Accounts;
        var sectors = accounts.Sectors;
        var cost = new double[accounts.Economies * sectors];
        for (var n = 0; n < accounts.Economies; n++)
        {
            var at = n * sectors;
            for (var j = 0; j < sectors; j++)
            {
                cost[at + j] = accounts.ValueAddedShare[at + j] * solution.LogWage[n]
                    - (world.LogProductivity?[at + j] ?? 0);
            }
            for (var k = 0; k < sectors && accounts.InputShare is not null; k++)
            {
                Kernels.AddScaled(
                    accounts.InputShare.Row(n, k), solution.LogPrice[at + k], cost.AsSpan(at, sectors));
            }
        }
        return cost;
    }

    private static double Worst(double largest, double violation) =>
        Math.Abs(violation) > largest || double.IsNaN(violation) ? Math.Abs(violation) : largest;
}
