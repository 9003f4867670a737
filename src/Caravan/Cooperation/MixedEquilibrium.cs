using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>An equilibrium of a two-player game; each player may draw its strategy by lot.</summary>
/// <param name="First">Probability of each strategy of the first player.</param>
/// <param name="Second">Probability of each strategy of the second player.</param>
/// <param name="FirstPayoff">Expected payoff of the first player.</param>
/// <param name="SecondPayoff">Expected payoff of the second player.</param>
/// <param name="Regret">The most that a player would gain by another strategy, recomputed from the payoffs; zero but for
/// rounding.</param>
public sealed record MixedEquilibrium(
    ImmutableArray<double> First, ImmutableArray<double> Second, double FirstPayoff, double SecondPayoff, double Regret)
{
    /// <summary>True where both players pick one strategy for certain.</summary>
    public bool IsPure => First.Count(p => p > 0) == 1 && Second.Count(p => p > 0) == 1;

    /// <summary>How likely each profile is.</summary>
    public double[] Probabilities() => [.. First.SelectMany(p => Second.Select(q => p * q))];
}
