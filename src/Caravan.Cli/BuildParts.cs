using System.Collections.Immutable;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Scenarios.Projects;

namespace Caravan.Cli;

/// <summary>What <c>caravan build</c> found: money and debt, ranking and order, or both.</summary>
internal sealed record BuildParts(BuildResult? Money, ProjectRankingResult? Ranking)
{
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

    /// <summary>One object.</summary>
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
