using System.Collections.Immutable;
using Caravan.Scenarios.Sharing;

namespace Caravan.Reporting;

/// <content>Who pays for projects.</content>
public static partial class ShareReport
{
    private const int PayersShown = 12;

    private static IEnumerable<ReportTable> Projects(ShareResult result) => result.Projects.Select(project =>
    {
        var rules = project.Shares.Where(share => share.Status == FindingStatus.Found).ToImmutableArray();
        var cost = project.CostMusd is { } musd
            ? $"{NumberText.Level(musd, 0)} musd once, {project.CostSource}"
            : "cost not known";
        return new ReportTable
        {
            Name = $"project_{project.Action}",
            Title = $"Who pays for {project.Action} ({cost})",
            Columns =
            [
                new("name", "Economy", ColumnFormat.Text), new("gain_musd", "Gains", ColumnFormat.MoneyChange),
                .. rules.Select(share => new ReportColumn(
                    RuleWords.Of(share.Rule), RuleWords.Title(share.Rule), ColumnFormat.PercentShare)),
            ],
            Rows = PayersOf(result, project).Select(m => (ImmutableArray<ReportCell>)
            [
                result.Members[m].Name, project.GainsMusd[m], .. rules.Select(share => (ReportCell)share.Pct[m]),
            ]),
            Note = "Gains: by the project in the whole package, musd a year. Per cent of the cost when each pays in proportion to "
                + "what the rule gives it of that gain."
                + (result.Members.Length > PayersShown
                    ? $" The {PayersShown} that gain most; all members: --format xlsx or --json." : ""),
        };
    });

    // all members, or of many those that gain most
    private static IEnumerable<int> PayersOf(ShareResult result, ProjectShares project) =>
        result.Members.Length <= PayersShown ? Enumerable.Range(0, result.Members.Length)
            : Enumerable.Range(0, result.Members.Length).OrderByDescending(m => project.GainsMusd[m]).Take(PayersShown);
}
