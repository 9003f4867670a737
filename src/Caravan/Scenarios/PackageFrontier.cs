using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>Packages in which one of two groups cannot have more without less for the other.</summary>
/// <param name="First">The first group in words.</param>
/// <param name="Second">The second group in words.</param>
/// <param name="Points">The packages looked at that no other betters, from the best for the first group on.</param>
public sealed record PackageFrontier(string First, string Second, ImmutableArray<FrontierPoint> Points);
