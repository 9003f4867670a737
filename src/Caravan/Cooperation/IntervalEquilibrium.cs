using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>Numbers that nobody wants to change alone.</summary>
public sealed record IntervalEquilibrium
{
    /// <summary>True where no number moved by more than the tolerance in the last round.</summary>
    public required bool Converged { get; init; }

    /// <summary>Times that every number had its turn.</summary>
    public required int Iterations { get; init; }

    /// <summary>
    /// The most that a player would gain by one other number of an even grid over its interval, recomputed at the end; in
    /// the payoffs' unit, zero where no deviation on the grid does better.
    /// </summary>
    public required double Residual { get; init; }

    /// <summary>The largest move of a number in the last round.</summary>
    public required double Move { get; init; }

    /// <summary>Payoffs asked for.</summary>
    public required int Evaluations { get; init; }

    /// <summary>The numbers, in the order of the strategies.</summary>
    public required ImmutableArray<double> Point { get; init; }

    /// <summary>Each player's payoff there.</summary>
    public required ImmutableArray<double> Payoffs { get; init; }
}
