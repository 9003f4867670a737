using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Scenarios.Projects;

namespace Caravan.Reporting;

/// <summary>What <c>caravan build</c> found: money and debt, ranking and order, or both.</summary>
/// <param name="Money">Finance, fiscal cost, worth and debt; null where it was not asked for or nothing has a cost.</param>
/// <param name="Ranking">What to build and in which order; null where it was not asked for.</param>
public sealed record BuildParts(BuildResult? Money, ProjectRankingResult? Ranking)
{
    /// <summary>The projects of a scenario on a baseline.</summary>
    /// <param name="loaded">A scenario that was read, with its overrides.</param>
    /// <param name="baseline">The world before.</param>
    /// <param name="options">Model, closure, elasticities, transport, tolerance, threads and progress.</param>
    /// <param name="scope">Which parts are wanted.</param>
    /// <param name="ranking">How projects are ranked.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    /// <exception cref="InputException">Something is wrong in the scenario; carries every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static BuildParts Solve(LoadedScenario loaded, Baseline baseline, RunOptions options, BuildScope scope,
        ProjectRankingOptions ranking, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var scenario = ScenarioFile.Resolve(loaded, baseline, options.Transport);
        var actions = scenario.Actions;
        if (scope != BuildScope.Finance && actions.Any(ProjectRanking.IsProject))
        {
            // money is reckoned first, and a slip in what is asked of the ranking should not wait for it
            ProjectRanking.Check(loaded, scenario, baseline, ranking);
        }
        // without any cost there is no money to reckon, but still something to rank
        var withMoney = scope != BuildScope.Ranking && (scope == BuildScope.Finance
            || actions.Any(action => action.Finance is not null) || !actions.Any(ProjectRanking.IsProject));
        return new BuildParts(
            withMoney ? BuildRunner.Run(loaded, baseline, options, cancellation) : null,
            scope == BuildScope.Finance ? null : ProjectRanking.Run(loaded, baseline, options, ranking, cancellation));
    }

    /// <summary>What did not converge; null where everything did.</summary>
    public string? Trouble() => this switch
    {
        { Money.Converged: false } =>
            $"a part of the package did not converge: residual {NumberText.General(Money.Residual)}",
        { Ranking.Converged: false } => $"the package of {string.Join(", ", Ranking.Unsolved)} did not converge",
        _ => null,
    };

    /// <summary>One section after the other, in reading order.</summary>
    public ImmutableArray<Report> Reports() =>
    [
        .. Money is null ? [] : new[] { ProjectReport.Of(Money) },
        .. Ranking is null ? [] : new[] { new ProjectRankingReport(Ranking).Report() },
    ];

    /// <summary>Every table, with the meaning of the columns.</summary>
    public ImmutableArray<ReportTable> Tables()
    {
        ImmutableArray<ReportTable> tables =
        [
            .. Money is null ? [] : BuildTables.Of(Money),
            .. Ranking is null ? [] : new ProjectRankingReport(Ranking).Tables(),
        ];
        return tables.Add(BuildTables.Columns(tables));
    }

    /// <summary>Writes one object and a line feed; the stream stays open.</summary>
    public void WriteJson(Stream output)
    {
        var ranking = Ranking is null ? null : new ProjectRankingReport(Ranking);
        if (Money is null)
        {
            ranking!.WriteJson(output);
            return;
        }
        BuildTables.WriteJson(Money, output, ranking);
    }
}
