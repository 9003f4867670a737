namespace Caravan.Cooperation.Projects;

/// <summary>The least that must be spent to reach a worth, and on what.</summary>
/// <param name="Cost">What the set costs.</param>
/// <param name="Worth">What it is worth.</param>
/// <param name="Projects">The set.</param>
public sealed record BudgetStep(double Cost, double Worth, Coalition Projects);
