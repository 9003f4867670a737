using System.Collections.Immutable;
using Caravan.Scenarios.Projects;

namespace Caravan.Reporting;

/// <summary>The columns of the tables on ranking and sequencing, as files carry them.</summary>
internal static class RankingColumns
{
    public static ImmutableArray<ReportField<RankedProject>> Projects { get; } =
    [
        new(new("project", "Project", ColumnFormat.Text, "Id of the action."), row => row.Id),
        new(new("title", "Title", ColumnFormat.Text, "Title of the action."), row => row.Title),
        new(new("alone_musd", "Alone", ColumnFormat.MoneyChange,
            "Worth a year with no other project built: v(p) - v()."), row => row.AloneMusd),
        new(new("average_musd", "Average", ColumnFormat.MoneyChange,
            "What it adds, averaged over every order of building (Shapley value); empty where not every set was valued."),
            row => row.AverageMusd),
        new(new("last_musd", "Last of all", ColumnFormat.MoneyChange,
            "What it adds as the last of all projects: v(N) - v(N less p)."), row => row.LastMusd),
        new(new("added_to_best_musd", "Added to best", ColumnFormat.MoneyChange,
            "What it adds to the set that is worth most without it."), row => row.AddedToBestMusd),
        new(new("best_without", "Best without it", ColumnFormat.Text, "Ids of that set, joined by semicolons."),
            row => Join(row.BestWithout)),
        new(new("needed_musd", "If ruled out", ColumnFormat.Money,
            "What ruling it out would cost: the best set within the limits less the best without it."), row => row.NeededMusd),
        new(new("cost_musd", "Cost", ColumnFormat.Money, "Capital cost; empty where it is not known."), row => row.CostMusd),
        new(new("yearly_cost_musd", "Cost a year", ColumnFormat.Money,
            "Capital and upkeep as the same amount in each year of service at the discount rate; worth is net of it."),
            row => row.YearlyCostMusd),
        new(new("gains_most", "Gains most", ColumnFormat.Text,
            "Member that gains most from it as the last project, net of its public cost; empty where none does."),
            row => row.GainsMost?.Economy ?? ""),
        new(new("gains_most_musd", "Gain", ColumnFormat.MoneyChange, "Its gain a year."), row => Of(row.GainsMost)),
        new(new("loses_most", "Loses most", ColumnFormat.Text,
            "Member that loses most from it as the last project; empty where none does."),
            row => row.LosesMost?.Economy ?? ""),
        new(new("loses_most_musd", "Loss", ColumnFormat.MoneyChange, "Its loss a year."), row => Of(row.LosesMost)),
    ];

    public static ImmutableArray<ReportField<ProjectPair>> Pairs { get; } =
    [
        new(new("first", "First", ColumnFormat.Text, "Id of one project."), row => row.First),
        new(new("second", "Second", ColumnFormat.Text, "Id of the other."), row => row.Second),
        new(new("kind", "What they are", ColumnFormat.Text,
            "complements, substitutes, independent (under a hundredth of the smaller one alone), or mixed."),
            row => KindOf(row.Kind)),
        new(new("alone_musd", "With nothing else", ColumnFormat.MoneyChange,
            "Worth together less worth apart with no other project built: v(ab) - v(a) - v(b) + v()."), row => row.AloneMusd),
        new(new("average_musd", "Average", ColumnFormat.MoneyChange,
            "The same averaged over what else may be built (interaction index of Grabisch and Roubens 1999)."),
            row => row.AverageMusd),
        new(new("last_musd", "With all others", ColumnFormat.MoneyChange, "The same with every other project built."),
            row => row.LastMusd),
        new(new("gains_most", "Gains most", ColumnFormat.Text,
            "Member for which they add most to each other with every other project built."),
            row => row.GainsMost?.Economy ?? ""),
        new(new("gains_most_musd", "Gain", ColumnFormat.MoneyChange, "How much, before cost."), row => Of(row.GainsMost)),
        new(new("loses_most", "Loses most", ColumnFormat.Text,
            "Member for which they take most from each other with every other project built."),
            row => row.LosesMost?.Economy ?? ""),
        new(new("loses_most_musd", "Loss", ColumnFormat.MoneyChange, "How much, before cost."), row => Of(row.LosesMost)),
    ];

    public static ImmutableArray<ReportField<ProjectEconomyGain>> Gains { get; } =
    [
        new(new("project", "Project", ColumnFormat.Text, "Id of the action."), row => row.Project),
        new(new("economy", "Code", ColumnFormat.Text, "ISO 3166 alpha-3 code."), row => row.Economy),
        new(new("name", "Economy", ColumnFormat.Text, "Short name."), row => row.Name),
        new(new("member", "Member", ColumnFormat.Flag, "True for members."), row => row.Member),
        new(new("alone_musd", "Alone", ColumnFormat.MoneyChange,
            "Real income net of public cost, with no other project built."), row => row.AloneMusd),
        new(new("last_musd", "Last of all", ColumnFormat.MoneyChange,
            "Real income net of public cost, as the last of all projects."), row => row.LastMusd),
    ];

    public static ImmutableArray<ReportField<OpeningRow>> Steps { get; } =
    [
        new(new("project", "Opens", ColumnFormat.Text, "Id of the project that opens."), row => row.Project),
        new(new("title", "Title", ColumnFormat.Text, "Its title."), row => row.Title),
        new(new("year", "Year", ColumnFormat.Number, "Years after the start.") { Decimals = 1 },
            row => Math.Round(row.Year, 6)),
        new(new("added_musd", "Adds", ColumnFormat.MoneyChange, "What it adds a year to those that are open."),
            row => row.AddedMusd),
        new(new("worth_musd", "All open", ColumnFormat.MoneyChange, "What all that are open are worth a year."),
            row => row.WorthMusd),
        new(new("spent_musd", "Spent", ColumnFormat.Money, "Capital cost so far; empty where one is not known."),
            row => row.SpentMusd),
        new(new("losers", "Who loses then", ColumnFormat.Text,
            "Members whose real income net of public cost is lower than without projects until the next opens."),
            row => Losers(row.Losers)),
    ];

    public static ImmutableArray<ReportField<BudgetRow>> Budgets { get; } =
    [
        new(new("cost_musd", "Budget from", ColumnFormat.Money, "Least that buys the set."), row => row.CostMusd),
        new(new("worth_musd", "Worth a year", ColumnFormat.MoneyChange, "What the set is worth a year."),
            row => row.WorthMusd),
        new(new("projects", "Buys", ColumnFormat.Text, "Ids, joined by semicolons."), row => Join(row.Projects)),
    ];

    public static ImmutableArray<ReportField<ProjectLimitUse>> Limits { get; } =
    [
        new(new("limit", "Limit", ColumnFormat.Text, "What is limited."), row => row.Name),
        new(new("cap_musd", "At most", ColumnFormat.Money, "The limit."), row => row.CapMusd),
        new(new("used_musd", "Best set takes", ColumnFormat.Money, "What the best set takes."), row => row.UsedMusd),
        new(new("all_musd", "All would take", ColumnFormat.Money, "What all projects would take."), row => row.AllMusd),
        new(new("needed_musd", "Needed", ColumnFormat.Money,
            "Least limit with which some set pays; empty where one does already, or where no limit would help."),
            row => row.NeededMusd),
        new(new("needed_for", "For", ColumnFormat.Text, "Ids of that set, joined by semicolons."),
            row => Join(row.NeededFor)),
    ];

    public static ImmutableArray<ReportField<DebtUse>> Debt { get; } =
    [
        new(new("economy", "Code", ColumnFormat.Text, "ISO 3166 alpha-3 code."), row => row.Economy),
        new(new("name", "Economy", ColumnFormat.Text, "Short name of a member that pays for a project."), row => row.Name),
        new(new("ratio", "Ratio", ColumnFormat.Text,
            "The ratio that all projects bring nearest to its threshold, or farthest above it."), row => row.Ratio),
        new(new("threshold_pct", "Threshold", ColumnFormat.PercentShare, "Its threshold by carrying capacity."),
            row => row.ThresholdPct),
        new(new("before_pct", "No project", ColumnFormat.PercentShare,
            "Largest of ten years without shocks, without projects."), row => row.BeforePct),
        new(new("best_pct", "Best set", ColumnFormat.PercentShare, "The same with the best set."), row => row.BestPct),
        new(new("all_pct", "All", ColumnFormat.PercentShare, "The same with all projects."), row => row.AllPct),
    ];

    /// <summary>The word for what two projects are to each other.</summary>
    public static string KindOf(PairKind kind) => kind switch
    {
        PairKind.Independent => "independent",
        PairKind.Complements => "complements",
        PairKind.Substitutes => "substitutes",
        PairKind.Mixed => "mixed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    /// <summary>Members that lose, with how much, in one cell.</summary>
    public static string Losers(ImmutableArray<MemberChange> losers) =>
        string.Join("; ", losers.Select(Text));

    /// <summary>An economy and what changes for it.</summary>
    public static string Text(MemberChange? change) => change is null ? "" : $"{change.Name} {Musd(change.Musd)}";

    /// <summary>A change of million dollars as people read it: with decimals where it is small.</summary>
    public static string Musd(double value) => NumberText.Change(value, Digits(value));

    /// <summary>A level of million dollars as people read it.</summary>
    public static string Level(double value) => NumberText.Level(value, Digits(value));

    private static int Digits(double value) => Math.Abs(value) >= 100 ? 0 : Math.Abs(value) >= 10 ? 1 : 2;

    private static string Join(ImmutableArray<string> ids) => string.Join(';', ids);

    private static double Of(MemberChange? change) => change?.Musd ?? double.NaN;
}
