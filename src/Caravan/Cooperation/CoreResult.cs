using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>Whether anything keeps every coalition in, with what proves it.</summary>
public sealed record CoreResult
{
    /// <summary>How the linear program ended; unless optimal nothing else is to be read.</summary>
    public required LinearStatus Status { get; init; }

    /// <summary>Iterations of the simplex method.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation recomputed from the solution.</summary>
    public required double Residual { get; init; }

    /// <summary>True where no allocation of what all are worth gives every coalition at least its worth.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>
    /// The least amount e such that every coalition can be given its worth less e: the value of the least core. Above
    /// zero the core is empty and e is what each coalition would have to forgo; below zero there is that much to spare.
    /// </summary>
    public double LeastExcess { get; init; }

    /// <summary>An allocation of the least core, in the core where that is not empty; one payoff a player.</summary>
    public ImmutableArray<double> Payoffs { get; init; } = [];

    /// <summary>
    /// Coalitions with weights that bind the least core: every player's weights sum to one. Where the core is empty their
    /// worth, weighted, exceeds what all are worth, which proves it (Bondareva 1963, Shapley 1967).
    /// </summary>
    public ImmutableArray<BalancedCoalition> Witness { get; init; } = [];
}
