using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>The tables that people read about talks with a chair.</summary>
internal static class TalksReport
{
    private const int StepsShown = 12;
    private const int GroupShown = 12;

    public static IEnumerable<ReportTable> Tables(DiscussResult result)
    {
        if (result.Talks is { } talks)
        {
            yield return talks.IsSolved ? Plain(result, talks) : Unsolved("The chair", talks);
        }
        if (result.TalksWithTransfers is { } paid)
        {
            yield return paid.IsSolved ? Paid(result, paid) : Unsolved("The chair, where members may pay each other", paid);
        }
        if (DiscussTables.Values(result) is { } values)
        {
            yield return new ReportTable
            {
                Name = values.Name,
                Title = values.Title,
                Columns = values.Columns,
                Rows = values.Rows,
                Note = "Talks: expected gain before the first round, a round's delay costing "
                    + $"{NumberText.Level(100 * (1 - result.Agreement.Chair.Discount), 1)} %. Chair: what opening the talks "
                    + "adds, against the mean where another member opens them.",
            };
        }
    }

    private static ReportTable Plain(DiscussResult result, ChairTalks talks) => new()
    {
        Name = "chair",
        Title = $"The chair: who proposes what ({Horizon(talks)})",
        Note = "Says yes from: the gain for which waiting for the next chair is no better; each member compares it with the "
            + "proposal. No chair gains by another proposal: largest deviation "
            + $"{NumberText.General(talks.Residual)} musd, {talks.Candidates} "
            + (talks.Candidates == 1 ? "package" : "packages") + " worth proposing.",
        Columns =
        [
            new("round", "Round", ColumnFormat.Count), new("chair", "Chair", ColumnFormat.Text),
            new("gain_musd", "Chair's gain", ColumnFormat.MoneyChange),
            new("threshold_musd", "Says yes from", ColumnFormat.MoneyChange),
            new("in_favour", "In favour", ColumnFormat.Count), new("proposes", "Proposes", ColumnFormat.Text),
        ],
        Rows = talks.Steps.Take(StepsShown).Select(step => (ImmutableArray<ReportCell>)
        [
            step.Round, Chair(result, step), step.GainMusd[step.Chair], step.ThresholdMusd[step.Chair],
            step.InFavour.Count(yes => yes),
            step.Package is { } package ? DiscussWords.Of(package, result.Scenario) : "nothing that would pass: the round goes by",
        ]),
    };

    private static ReportTable Paid(DiscussResult result, ChairTalks talks) => new()
    {
        Name = "chair_with_payments",
        Title = $"The chair, where members may pay each other ({Horizon(talks)})",
        Note = $"Divided are {DiscussWords.Money(talks.SurplusMusd)} musd a year, the largest sum of members' gains that "
            + "keeps every sector within its line. The chair pays the cheapest group that carries the vote what waiting is "
            + "worth to it, and keeps the rest.",
        Columns =
        [
            new("round", "Round", ColumnFormat.Count), new("chair", "Chair", ColumnFormat.Text),
            new("keeps_musd", "Keeps", ColumnFormat.MoneyChange), new("pays_musd", "Leaves to others", ColumnFormat.MoneyChange),
            new("in_favour", "In favour", ColumnFormat.Count), new("group", "One such group", ColumnFormat.Text),
        ],
        Rows = talks.Steps.Take(StepsShown).Select(step => (ImmutableArray<ReportCell>)
        [
            step.Round, Chair(result, step), step.GainMusd[step.Chair], step.GainMusd.Sum() - step.GainMusd[step.Chair],
            step.InFavour.Count(yes => yes), Group([.. result.Scenario.Members.Where((_, at) => step.InFavour[at])], step.InFavour.Length),
        ]),
    };

    private static string Group(ImmutableArray<string> codes, int members) => codes.Length == members && members > GroupShown
        ? "all members"
        : string.Join(", ", codes.Take(GroupShown)) + (codes.Length > GroupShown ? $" and {codes.Length - GroupShown} more" : "");

    private static ReportTable Unsolved(string title, ChairTalks talks) => new()
    {
        Name = "chair",
        Title = $"{title}: no steady behaviour found",
        Note = "Without end the chairs would chase each other, or draw lots among equally cheap partners: no behaviour that "
            + $"repeats was found in {talks.Iterations} turns. Give the talks a number of rounds: agreement.chair.rounds=3.",
        Columns = [new("none", "", ColumnFormat.Text)],
        Rows = [],
    };

    private static string Horizon(ChairTalks talks) => talks.Rounds is { } rounds
        ? rounds == 1 ? "one round" : $"{rounds} rounds" : "talks without end";

    private static string Chair(DiscussResult result, ChairStep step) => step.Probability < 1
        ? $"{result.MemberNames[step.Chair]}, {NumberText.Level(100 * step.Probability, 0)} %"
        : result.MemberNames[step.Chair];
}
