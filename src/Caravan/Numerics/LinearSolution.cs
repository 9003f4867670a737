using System.Collections.Immutable;

namespace Caravan.Numerics;

/// <summary>The answer to a linear program.</summary>
public sealed record LinearSolution
{
    /// <summary>How it ended.</summary>
    public required LinearStatus Status { get; init; }

    /// <summary>Iterations of the simplex method.</summary>
    public required int Iterations { get; init; }

    /// <summary>
    /// Largest of the violations recomputed from the solution: of rows and bounds, of the signs of the dual solution,
    /// and the gap between the two objectives, each relative to one plus the size of what it is compared with. For an
    /// infeasible or unbounded program that of the program which confirmed it.
    /// </summary>
    public required double Residual { get; init; }

    /// <summary>The least value of the objective; NaN unless optimal.</summary>
    public double Objective { get; init; } = double.NaN;

    /// <summary>One value a variable; empty unless optimal.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>
    /// One shadow price a row: by how much the objective rises with the bound that binds. At least zero for a lower
    /// bound, at most zero for an upper one; empty unless optimal.
    /// </summary>
    public ImmutableArray<double> Prices { get; init; } = [];

    /// <summary>For an infeasible program the least sum of violations of its rows; zero otherwise.</summary>
    public double Infeasibility { get; init; }
}
