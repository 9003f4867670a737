using Caravan.Trade;

namespace Caravan.Benchmarks;

/// <summary>
/// What the literature's programs do: sweep, move wages a part of the way towards market clearing, repeat. The sweep is
/// the library's own, so the ratio shows what acceleration and preconditioning gain and nothing else.
/// </summary>
internal static class TextbookSolver
{
    public static int Solve(World world, double damping, double tolerance)
    {
        var accounts = world.Accounts;
        var equations = new WorldEquations(world, threads: 1);
        var (logWage, logPrice) = (new double[accounts.Economies], new double[accounts.Spending.Length]);
        var spending = (double[])accounts.Spending.Clone();
        for (var sweep = 1; sweep <= 100_000; sweep++)
        {
            equations.Sweep(logWage, logPrice, spending);
            var worst = 0.0;
            for (var n = 0; n < logWage.Length; n++)
            {
                var excess = Math.Log(equations.LabourDemand[n] / (Math.Exp(logWage[n]) * world.LabourValue[n]));
                worst = Math.Max(worst, Math.Abs(excess));
                logWage[n] += damping * excess;
            }
            for (var e = 0; e < spending.Length; e++)
            {
                worst = Math.Max(worst, Math.Abs(equations.LogPriceImage[e] - logPrice[e]));
                worst = Math.Max(worst, Math.Abs(equations.SpendingImage[e] - spending[e]) / equations.SpendingImage[e]);
            }
            if (worst <= tolerance)
            {
                return sweep;
            }
            equations.LogPriceImage.CopyTo(logPrice, 0);
            equations.SpendingImage.CopyTo(spending, 0);
            KeepNumeraire(logWage, world);
        }
        throw new InvalidOperationException("the textbook solver did not converge");
    }

    private static void KeepNumeraire(double[] logWage, World world)
    {
        double target = 0, total = 0;
        for (var n = 0; n < logWage.Length; n++)
        {
            target += world.Accounts.ValueAdded[n];
            total += Math.Exp(logWage[n]) * world.LabourValue[n];
        }
        for (var n = 0; n < logWage.Length; n++)
        {
            logWage[n] += Math.Log(target / total);
        }
    }
}
