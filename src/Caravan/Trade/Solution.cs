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
    double[] Income);
