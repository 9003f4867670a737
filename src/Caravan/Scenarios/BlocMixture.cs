using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>An equilibrium of two blocs.</summary>
/// <param name="First">Probability of each policy of the first bloc.</param>
/// <param name="Second">Probability of each policy of the second bloc.</param>
/// <param name="PayoffMusd">Expected real income of the two, million dollars a year.</param>
/// <param name="IsPure">True where each has one policy for certain.</param>
/// <param name="RegretMusd">The most that a bloc would gain by another policy; zero but for rounding.</param>
public sealed record BlocMixture(
    ImmutableArray<double> First, ImmutableArray<double> Second, ImmutableArray<double> PayoffMusd, bool IsPure,
    double RegretMusd);
