namespace Caravan.Cooperation.Projects;

/// <summary>
/// How far two projects are worth more together than apart, in the unit of the set function: above zero complements,
/// below zero substitutes.
/// </summary>
/// <param name="First">Number of one project.</param>
/// <param name="Second">Number of the other; larger.</param>
/// <param name="Alone">With nothing else built: v(ab) - v(a) - v(b) + v().</param>
/// <param name="Last">With everything else built: v(N) - v(N less a) - v(N less b) + v(N less both).</param>
/// <param name="Average">
/// Averaged over what else may be built, the interaction index of Grabisch and Roubens (1999, International Journal of Game
/// Theory 28: 547-565); null unless every set was valued.
/// </param>
public sealed record ProjectInteraction(int First, int Second, double Alone, double Last, double? Average);
