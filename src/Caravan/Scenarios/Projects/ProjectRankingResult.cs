using System.Collections.Immutable;
using Caravan.Trade;

namespace Caravan.Scenarios.Projects;

/// <summary>Projects of a package ranked, chosen and put in order.</summary>
public sealed record ProjectRankingResult
{
    /// <summary>How the solves ended; unless all converged the rows are empty.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Sweeps over all equations, over all solves.</summary>
    public required long Iterations { get; init; }

    /// <summary>Largest relative violation over all equation groups, over all solves.</summary>
    public required double Residual { get; init; }

    /// <summary>Number of packages solved.</summary>
    public required int Solves { get; init; }

    /// <summary>Ids of the actions in force in the package that did not converge; empty where all did.</summary>
    public ImmutableArray<string> Unsolved { get; init; } = [];

    /// <summary>The scenario as resolved.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Name of the baseline.</summary>
    public required string BaselineName { get; init; }

    /// <summary>Hash of its content.</summary>
    public required string BaselineHash { get; init; }

    /// <summary>What was asked, with rate and budget filled in.</summary>
    public required ProjectRankingOptions Options { get; init; }

    /// <summary>Whose real income counts, as a phrase.</summary>
    public required string ObjectiveText { get; init; }

    /// <summary>True where worth is net of what projects take in a year; false where a cost is not known, so that worth is
    /// the gain before cost.</summary>
    public required bool IsNetOfCost { get; init; }

    /// <summary>Ids of projects whose cost is not known.</summary>
    public required ImmutableArray<string> WithoutCost { get; init; }

    /// <summary>Ids of actions that are no projects.</summary>
    public required ImmutableArray<string> Others { get; init; }

    /// <summary>One row a project, in the order of the file.</summary>
    public ImmutableArray<RankedProject> Projects { get; init; } = [];

    /// <summary>One row a project and economy, by project in the order of the file, economies in the baseline's.</summary>
    public ImmutableArray<ProjectEconomyGain> Gains { get; init; } = [];

    /// <summary>One row a pair of projects, in the order of the file.</summary>
    public ImmutableArray<ProjectPair> Pairs { get; init; } = [];

    /// <summary>The best set; null unless every solve converged.</summary>
    public ProjectChoice? Choice { get; init; }

    /// <summary>The best order; null unless every solve converged.</summary>
    public ProjectOrder? Order { get; init; }

    /// <summary>What each budget buys, from nothing up; empty where a cost is not known.</summary>
    public ImmutableArray<BudgetRow> Budgets { get; init; } = [];

    /// <summary>True where every solve converged.</summary>
    public bool Converged => Status == SolveStatus.Converged;
}
