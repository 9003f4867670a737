namespace Caravan.Numerics;

/// <summary>How the solution of a linear program ended.</summary>
public enum LinearStatus
{
    /// <summary>Solved: feasible, with a dual solution that leaves no gap, both recomputed.</summary>
    Optimal,

    /// <summary>Nothing satisfies all rows and bounds, which a second program confirmed. An answer, not a failure.
    /// </summary>
    Infeasible,

    /// <summary>The objective falls without end, which a second program confirmed.</summary>
    Unbounded,

    /// <summary>The solver gave an answer that did not stand up to the check.</summary>
    Inaccurate,

    /// <summary>The solver gave up after its limit of iterations, or failed.</summary>
    Stopped,
}
