using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>Every row and column of talks, as files carry them.</summary>
public static class DiscussTables
{
    /// <summary>All tables that a result has; the first is what a single file holds.</summary>
    public static ImmutableArray<ReportTable> All(DiscussResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var tables = new List<ReportTable?>
        {
            result.Offer is null ? null : Packages(result), result.Offer is null ? null : Verdicts(result),
            result.Offer is null ? null : Conditions(result), result.Offer is null ? null : Changes(result),
            Frontier(result), Steps(result, result.Talks, "chair"),
            Steps(result, result.TalksWithTransfers, "chair_with_payments"), Values(result),
            BlocTables.Profiles(result), BlocTables.Mixtures(result), BlocTables.Dialogue(result),
            BlocTables.Rates(result), BlocTables.Gains(result),
        };
        ImmutableArray<ReportTable> shown = [.. tables.OfType<ReportTable>()];
        return [.. shown, Columns(shown)];
    }

    /// <summary>Every package looked at, with each member's gain and vote.</summary>
    public static ReportTable Packages(DiscussResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var members = result.Scenario.Members;
        return new ReportTable
        {
            Name = "packages",
            Title = "Packages looked at",
            Columns =
            [
                new("package", "Package", ColumnFormat.Text, "Ids of the actions, with the size where it is not the whole."),
                new("accepting", "Accept", ColumnFormat.Count, "Members that accept."),
                new("all_accept", "All", ColumnFormat.Flag, "Whether every member accepts."),
                new("passes", "Passes", ColumnFormat.Flag, "Whether it passes by the decision rule."),
                new("members_musd", "Members", ColumnFormat.MoneyChange, "Real income of all members together, a year."),
                new("smallest_gain_pct", "Smallest gain", ColumnFormat.PercentChange, "Real income of the member that gains least."),
                new("smallest_gainer", "Of", ColumnFormat.Text, "Code of that member."),
                new("others_musd", "Others", ColumnFormat.MoneyChange, "Real income of all other economies together, a year."),
                .. members.Select(code => new ReportColumn(
                    $"{code}_pct", code, ColumnFormat.PercentChange, $"Real income of {code}.")),
                .. members.Select(code => new ReportColumn(
                    $"{code}_accepts", code, ColumnFormat.Flag, $"Whether {code} accepts.")),
            ],
            Rows = result.Packages.Select(package => (ImmutableArray<ReportCell>)
            [
                package.Words, package.Accepting, package.AllAccept, package.Passes, package.TotalMusd,
                package.SmallestGainPct, members[package.SmallestGainer], package.OthersMusd,
                .. package.GainPct.Select(gain => (ReportCell)gain), .. package.Accepts.Select(yes => (ReportCell)yes),
            ]),
        };
    }

    /// <summary>One row a member.</summary>
    public static ReportTable Verdicts(DiscussResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ReportTable
        {
            Name = "verdicts",
            Title = "Verdicts on the offer",
            Columns =
            [
                new("economy", "Code", ColumnFormat.Text, "Code of the member."),
                new("name", "Member", ColumnFormat.Text, "Short name."),
                new("real_income_pct", "Real income", ColumnFormat.PercentChange, "Change of real income under the offer."),
                new("real_income_musd", "Real income", ColumnFormat.MoneyChange, "The same in money, a year."),
                new("accepts", "Accepts", ColumnFormat.Flag, "Whether every condition of its red line holds."),
                new("transfer_musd", "Transfer", ColumnFormat.Money,
                    "Smallest payment a year that turns a refusal, at the offer's prices; empty where none does."),
                new("others_can_pay", "Payable", ColumnFormat.Flag, "Whether the others' gains beyond their red lines cover it."),
                new("change", "Change", ColumnFormat.Text, "Single changes of the offer that turn the refusal, best first."),
            ],
            Rows = result.Verdicts.Select(verdict => (ImmutableArray<ReportCell>)
            [
                verdict.Economy, verdict.Name, verdict.GainPct, verdict.GainMusd, verdict.Accepts, verdict.TransferMusd,
                verdict.OthersCanPay, DiscussWords.Turning(verdict, result.Verdicts.Length),
            ]),
        };
    }

    /// <summary>One row a condition of a red line.</summary>
    public static ReportTable Conditions(DiscussResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ReportTable
        {
            Name = "red_lines",
            Title = "Red lines",
            Columns =
            [
                new("economy", "Code", ColumnFormat.Text, "Code of the member."),
                new("name", "Member", ColumnFormat.Text, "Short name."),
                new("measure", "Measure", ColumnFormat.Text,
                    "real_income_pct, real_income_musd, sector_output_pct (real output) or debt_pct."),
                new("sector", "Sector", ColumnFormat.Text, "Code of the sector or debt ratio; empty for real income."),
                new("limit", "Limit", ColumnFormat.Number, "The least that the member accepts; the most for debt."),
                new("offer", "Offer", ColumnFormat.Number, "What the offer gives."),
                new("best", "Best", ColumnFormat.Number, "The most that any package looked at gives; the least for debt."),
                new("holds", "Holds", ColumnFormat.Flag, "Whether the offer stays within the line."),
                new("can_hold", "Can hold", ColumnFormat.Flag, "Whether any package looked at does."),
            ],
            Rows = result.Verdicts.SelectMany(verdict => verdict.Checks.Select(check => (ImmutableArray<ReportCell>)
            [
                verdict.Economy, verdict.Name, DiscussWords.Of(check.Kind), check.Sector, check.Limit, check.Value, check.Best,
                check.Holds, check.CanHold,
            ])),
        };
    }

    /// <summary>One row a single change that turns a refusal.</summary>
    public static ReportTable Changes(DiscussResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ReportTable
        {
            Name = "changes",
            Title = "Single changes that turn a refusal",
            Columns =
            [
                new("economy", "Code", ColumnFormat.Text, "Code of the member that then accepts."),
                new("change", "Change", ColumnFormat.Text, "drop, halve or add."),
                new("action", "Action", ColumnFormat.Text, "Id of the action."),
                new("real_income_pct", "Real income", ColumnFormat.PercentChange, "The member's real income afterwards."),
                new("accepting", "Accept", ColumnFormat.Count, "Members that accept afterwards."),
                new("members_musd", "Members", ColumnFormat.MoneyChange, "Real income of all members afterwards, a year."),
            ],
            Rows = result.Verdicts.SelectMany(verdict => verdict.Changes.Select(change => (ImmutableArray<ReportCell>)
            [
                verdict.Economy, DiscussWords.Of(change.Kind), change.Action, change.GainPct, change.Accepting,
                change.TotalMusd,
            ])),
        };
    }

    /// <summary>One row a package of the frontier; null without one.</summary>
    public static ReportTable? Frontier(DiscussResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Frontier is not { } frontier ? null : new ReportTable
        {
            Name = "pareto",
            Title = $"What {frontier.First} and {frontier.Second} can have",
            Columns =
            [
                new("first_pct", frontier.First, ColumnFormat.PercentChange, "Real income of the first group."),
                new("second_pct", frontier.Second, ColumnFormat.PercentChange, "Real income of the second group."),
                new("first_musd", frontier.First, ColumnFormat.MoneyChange, "The first group's in money, a year."),
                new("second_musd", frontier.Second, ColumnFormat.MoneyChange, "The second group's in money, a year."),
                new("accepting", "Accept", ColumnFormat.Count, "Members that accept."),
                new("package", "Package", ColumnFormat.Text, "Ids of the actions, with the size where it is not the whole."),
            ],
            Rows = frontier.Points.Select(point => (ImmutableArray<ReportCell>)
            [
                point.FirstPct, point.SecondPct, point.FirstMusd, point.SecondMusd, point.Package.Accepting,
                point.Package.Words,
            ]),
        };
    }

    /// <summary>One row a round and chair; null where talks were not computed or not solved.</summary>
    public static ReportTable? Steps(DiscussResult result, ChairTalks? talks, string name)
    {
        ArgumentNullException.ThrowIfNull(result);
        var members = result.Scenario.Members;
        return talks is not { IsSolved: true } ? null : new ReportTable
        {
            Name = name,
            Title = talks.SurplusMusd > 0 ? "The chair, with payments" : "The chair",
            Columns =
            [
                new("round", "Round", ColumnFormat.Count, "Round, or place in the order of the chair for talks without end."),
                new("chair", "Chair", ColumnFormat.Text, "Code of the member in the chair."),
                new("probability_pct", "Chance", ColumnFormat.PercentShare, "Probability that it holds the chair then."),
                new("package", "Proposes", ColumnFormat.Text, "The package put to the vote, which passes; empty for none."),
                new("in_favour", "In favour", ColumnFormat.Text, "Codes of those who vote for it."),
                .. members.Select(code => new ReportColumn($"{code}_musd", code, ColumnFormat.MoneyChange,
                    $"What {code} expects then, a year.")),
                .. members.Select(code => new ReportColumn($"{code}_threshold_musd", $"{code} from", ColumnFormat.MoneyChange,
                    $"The least for which {code} says yes: the discounted value of waiting.")),
            ],
            Rows = talks.Steps.Select(step => (ImmutableArray<ReportCell>)
            [
                step.Round, members[step.Chair], 100 * step.Probability, step.Package?.Words ?? "",
                string.Join(' ', members.Where((_, member) => step.InFavour[member])),
                .. step.GainMusd.Select(gain => (ReportCell)gain), .. step.ThresholdMusd.Select(gain => (ReportCell)gain),
            ]),
        };
    }

    /// <summary>One row a member: what talks and the chair are worth; null where none were solved.</summary>
    public static ReportTable? Values(DiscussResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (plain, paid) = (Solved(result.Talks), Solved(result.TalksWithTransfers));
        return plain is null && paid is null ? null : new ReportTable
        {
            Name = "chair_values",
            Title = "What talks and the chair are worth",
            Columns =
            [
                new("name", "Member", ColumnFormat.Text, "Short name."),
                new("value_musd", "Talks", ColumnFormat.MoneyChange, "Expected gain before the first round, discounted, a year."),
                new("chair_musd", "Chair", ColumnFormat.MoneyChange,
                    "Expected gain where it opens the talks less the mean where another does, a year."),
                new("value_with_payments_musd", "Talks, with payments", ColumnFormat.MoneyChange,
                    "The same as value_musd where members may pay each other."),
                new("chair_with_payments_musd", "Chair, with payments", ColumnFormat.MoneyChange,
                    "The same as chair_musd where members may pay each other."),
            ],
            Rows = result.MemberNames.Select((name, member) => (ImmutableArray<ReportCell>)
            [
                name, plain?.ValueMusd[member] ?? double.NaN, plain?.ChairWorthMusd[member] ?? double.NaN,
                paid?.ValueMusd[member] ?? double.NaN, paid?.ChairWorthMusd[member] ?? double.NaN,
            ]),
        };
    }

    private static ChairTalks? Solved(ChairTalks? talks) => talks is { IsSolved: true } ? talks : null;

    private static ReportTable Columns(ImmutableArray<ReportTable> tables) => new()
    {
        Name = "columns",
        Title = "Columns",
        Columns =
        [
            new("table", "Table", ColumnFormat.Text), new("column", "Column", ColumnFormat.Text),
            new("unit", "Unit", ColumnFormat.Text), new("meaning", "Meaning", ColumnFormat.Text),
        ],
        Rows = tables.SelectMany(table => table.Columns.Select(column => (ImmutableArray<ReportCell>)
            [table.Name, column.Name, column.Unit, column.Meaning])),
    };
}
