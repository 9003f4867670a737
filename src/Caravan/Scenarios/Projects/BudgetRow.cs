using System.Collections.Immutable;

namespace Caravan.Scenarios.Projects;

/// <summary>What a budget buys: a set that no cheaper one is worth as much as.</summary>
/// <param name="CostMusd">What it costs, million dollars.</param>
/// <param name="WorthMusd">What it is worth, million dollars a year.</param>
/// <param name="Projects">Ids.</param>
public sealed record BudgetRow(double CostMusd, double WorthMusd, ImmutableArray<string> Projects);
