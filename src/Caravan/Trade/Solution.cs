using System.Numerics.Tensors;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>A state of one world that was found by sweeps, what the equations give there, and what was learnt on the way.</summary>
internal sealed record Solution(
    SolveStatus Status,
    int Iterations,
    double[] LogWage,
    double[] LogPrice,
    double[] Spending,
    double[] LogCost,
    double[] Output,
    double[] Revenue,
    double[] Income,
    AndersonAcceleration? Acceleration)
{
    // Steps that a later solve starts with.
    private const int Remembered = 8;

    /// <summary>What a later solve starts with; null for nothing.</summary>
    public AccelerationMemory? Memory { get => field ??= Acceleration?.Remember(Remembered); init; }

    /// <summary>The same solution without the space that its acceleration worked in, to be kept.</summary>
    public Solution Compact() => this with { Memory = Memory, Acceleration = null };

    /// <summary>
    /// How far this state lies from another in logs [economy + 2 cells]: wages, prices, and spending where there was
    /// some before.
    /// </summary>
    public double[] ShiftFrom(Solution before)
    {
        var (economies, cells) = (LogWage.Length, LogPrice.Length);
        var shift = new double[economies + 2 * cells];
        TensorPrimitives.Subtract(LogWage, before.LogWage, shift);
        TensorPrimitives.Subtract(LogPrice, before.LogPrice, shift.AsSpan(economies));
        for (var e = 0; e < cells; e++)
        {
            var ratio = Spending[e] / before.Spending[e];
            shift[economies + cells + e] = ratio > 0 && double.IsFinite(ratio) ? Math.Log(ratio) : 0;
        }
        return shift;
    }

    /// <summary>The state that lies so far from this one: where a solve may start.</summary>
    public Solution MovedBy(ReadOnlySpan<double> shift)
    {
        var (economies, cells) = (LogWage.Length, LogPrice.Length);
        var (wage, price, spending) = (new double[economies], new double[cells], new double[cells]);
        TensorPrimitives.Add(LogWage, shift[..economies], wage);
        TensorPrimitives.Add(LogPrice, shift.Slice(economies, cells), price);
        TensorPrimitives.Exp(shift.Slice(economies + cells, cells), spending);
        TensorPrimitives.Multiply(Spending, spending, spending);
        return this with { LogWage = wage, LogPrice = price, Spending = spending };
    }
}
