using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>The nucleolus of a game.</summary>
public sealed record NucleolusResult
{
    /// <summary>How it ended; there are payoffs only where it was found.</summary>
    public required NucleolusStatus Status { get; init; }

    /// <summary>Iterations of the simplex method over all programs.</summary>
    public required int Iterations { get; init; }

    /// <summary>
    /// Largest of the residuals of the linear programs and of the distance between the last one's solution and the
    /// payoffs solved from the settled coalitions, relative to the game's largest value.
    /// </summary>
    public required double Residual { get; init; }

    /// <summary>One payoff a player; empty unless found.</summary>
    public ImmutableArray<double> Payoffs { get; init; } = [];

    /// <summary>The excesses that were settled one after the other, falling; one a program.</summary>
    public ImmutableArray<double> Levels { get; init; } = [];
}
