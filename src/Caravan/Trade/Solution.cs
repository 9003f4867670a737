namespace Caravan.Trade;

/// <summary>A state of one world that was found by sweeps, and what the equations give there.</summary>
internal sealed record Solution(
    SolveStatus Status,
    int Iterations,
    double[] LogWage,
    double[] LogPrice,
    double[] Spending,
    double[] LogCost,
    double[] Output,
    double[] Revenue,
    double[] Income)
{
    /// <summary>
    /// Where a solve may start whose shock is made of several: the state before, moved by what each does alone. Prices
    /// and wages add up in logs; so does spending, where there was some.
    /// </summary>
    public static Solution SumOfEffects(Solution before, IEnumerable<Solution> alone)
    {
        double[] wage = [.. before.LogWage], price = [.. before.LogPrice], spending = [.. before.Spending];
        foreach (var effect in alone)
        {
            for (var n = 0; n < wage.Length; n++)
            {
                wage[n] += effect.LogWage[n] - before.LogWage[n];
            }
            for (var e = 0; e < price.Length; e++)
            {
                price[e] += effect.LogPrice[e] - before.LogPrice[e];
                spending[e] = before.Spending[e] > 0
                    ? spending[e] * (effect.Spending[e] / before.Spending[e])
                    : Math.Max(spending[e], effect.Spending[e]);
            }
        }
        return before with { LogWage = wage, LogPrice = price, Spending = spending };
    }
}
