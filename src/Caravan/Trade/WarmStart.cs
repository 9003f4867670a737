using System.Numerics.Tensors;

namespace Caravan.Trade;

/// <summary>A state of one model from which its next solve may start: prices, wages and spending of a solution.</summary>
public sealed class WarmStart
{
    // A polynomial whose weights add up to more than this, signs aside, leaves the states it goes through too far behind.
    private const double LargestReach = 20;

    internal WarmStart(Accounts accounts, Solution solution) => (Accounts, Solution) = (accounts, solution.Compact());

    internal Accounts Accounts { get; }

    internal Solution Solution { get; }

    /// <summary>The same state without what was learnt on the way to it, which takes most of the space.</summary>
    internal WarmStart Bare() => Solution.Memory is null ? this : new(Accounts, Solution with { Memory = null });

    /// <summary>The same state, with what was learnt on the way to another.</summary>
    internal WarmStart Knowing(WarmStart other) => new(Accounts, Solution with { Memory = other.Solution.Memory });

    /// <summary>
    /// Where the solution lies at one value of a size of the shock, by the polynomial in that size, in logs of wages, prices
    /// and spending, through the solutions at others (Lagrange).
    /// </summary>
    /// <param name="known">Solutions of one model at different values of the size, the nearest first; at least one.</param>
    /// <param name="at">The value.</param>
    internal static WarmStart Between(ReadOnlySpan<(double At, WarmStart State)> known, double at)
    {
        var (nearest, weights) = (known[0].State, Weights(known, at));
        // the weight of a single state is one; a weight that is no number is beyond any reach
        while (known.Length > 1 && !(TensorPrimitives.SumOfMagnitudes<double>(weights) <= LargestReach))
        {
            known = known[..^1];
            weights = Weights(known, at);
        }
        if (known.Length == 1)
        {
            return nearest;
        }
        var shift = new double[nearest.Solution.LogWage.Length + 2 * nearest.Solution.LogPrice.Length];
        for (var i = 1; i < known.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(known[i].State.Solution.ShiftFrom(nearest.Solution), weights[i], shift, shift);
        }
        return new(nearest.Accounts, nearest.Solution.MovedBy(shift));
    }

    private static double[] Weights(ReadOnlySpan<(double At, WarmStart State)> known, double at)
    {
        var weights = new double[known.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = 1;
            for (var j = 0; j < weights.Length; j++)
            {
                weights[i] *= i == j ? 1 : (at - known[j].At) / (known[i].At - known[j].At);
            }
        }
        return weights;
    }
}
