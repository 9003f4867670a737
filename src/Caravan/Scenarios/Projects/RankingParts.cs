using System.Collections.Immutable;

namespace Caravan.Scenarios.Projects;

/// <summary>The rows of a ranking whose every solve converged.</summary>
internal sealed record RankingParts(
    ImmutableArray<RankedProject> Projects, ImmutableArray<ProjectEconomyGain> Gains, ImmutableArray<ProjectPair> Pairs,
    ProjectChoice Choice, ProjectOrder Order, ImmutableArray<BudgetRow> Budgets);
