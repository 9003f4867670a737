using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>Every row and column of the game of blocs; a table is null where the result has none.</summary>
internal static class BlocTables
{
    public static ReportTable? Profiles(DiscussResult result) => result.Blocs is not { } game ? null : new ReportTable
    {
        Name = "blocs",
        Title = $"Policies of {string.Join(" and ", game.Blocs)}",
        Columns =
        [
            new("policies", "Policies", ColumnFormat.Text, "The policy of each bloc, in the order of the file."),
            .. game.Blocs.Select(bloc => new ReportColumn($"{bloc}_musd", bloc, ColumnFormat.MoneyChange,
                $"Real income of {bloc}, a year.")),
            new("others_musd", "others", ColumnFormat.MoneyChange, "Real income of all other economies together, a year."),
            .. game.Blocs.Select(bloc => new ReportColumn($"{bloc}_best", $"{bloc} best", ColumnFormat.Flag,
                $"Whether {bloc} has no better answer to the others.")),
            new("equilibrium", "Equilibrium", ColumnFormat.Flag, "Whether no bloc gains by another policy."),
            new("cooperative", "Cooperative", ColumnFormat.Flag, "Whether the blocs' sum is largest."),
            new("pareto", "Pareto", ColumnFormat.Flag, "Whether no other is better for a bloc without loss to another."),
            new("loses_most", "Loses most", ColumnFormat.Text, "The other economy that loses most in per cent."),
            new("gains_most", "Gains most", ColumnFormat.Text, "The other economy that gains most in per cent."),
        ],
        Rows = game.Profiles.Select((profile, at) => (ImmutableArray<ReportCell>)
        [
            profile.Words, .. profile.PayoffMusd.Select(payoff => (ReportCell)payoff), profile.OthersMusd,
            .. profile.IsBestResponse.Select(best => (ReportCell)best), profile.IsEquilibrium, at == game.Cooperative,
            profile.IsPareto, profile.TopLoser, profile.TopGainer,
        ]),
    };

    public static ReportTable? Mixtures(DiscussResult result) => result.Blocs is not { Mixtures.IsEmpty: false } game
        ? null
        : new ReportTable
        {
            Name = "equilibria",
            Title = "Equilibria",
            Columns =
            [
                new("first", game.Blocs[0], ColumnFormat.Text, "Policies of the first bloc, with their probabilities."),
                new("second", game.Blocs[1], ColumnFormat.Text, "Policies of the second bloc, with their probabilities."),
                new("pure", "Pure", ColumnFormat.Flag, "Whether each has one policy for certain."),
                new("first_musd", game.Blocs[0], ColumnFormat.MoneyChange, "Expected real income of the first bloc, a year."),
                new("second_musd", game.Blocs[1], ColumnFormat.MoneyChange, "Expected real income of the second bloc, a year."),
                new("dialogue_musd", "Dialogue adds", ColumnFormat.MoneyChange,
                    "What the largest sum of the blocs is above the sum of this equilibrium, a year."),
                new("regret_musd", "Regret", ColumnFormat.Number,
                    "The most that a bloc would gain by another policy, recomputed; zero but for rounding."),
            ],
            Rows = game.Mixtures.Select(one => (ImmutableArray<ReportCell>)
            [
                Words(result, 0, one.First), Words(result, 1, one.Second), one.IsPure, one.PayoffMusd[0], one.PayoffMusd[1],
                game.Profiles[game.Cooperative].TotalMusd - one.PayoffMusd.Sum(), one.RegretMusd,
            ]),
        };

    public static ReportTable? Dialogue(DiscussResult result) => result.Blocs is not { Dialogue.IsEmpty: false } game
        ? null
        : Dialogue(game.Dialogue);

    public static ReportTable Dialogue(IEnumerable<DialogueRow> rows) => new()
    {
        Name = "dialogue",
        Title = "What dialogue is worth",
        Columns =
        [
            new("party", "Party", ColumnFormat.Text, "Bloc or economy."),
            new("role", "Role", ColumnFormat.Text, "bloc, others (all others together) or other."),
            new("alone_musd", "Alone", ColumnFormat.MoneyChange, "Expected real income where each bloc chooses alone, a year."),
            new("together_musd", "Together", ColumnFormat.MoneyChange,
                "Real income where the blocs choose what is best for all of them together, a year."),
            new("dialogue_musd", "Dialogue", ColumnFormat.MoneyChange, "Together less alone, a year."),
            new("dialogue_pct", "Dialogue", ColumnFormat.PercentChange, "The same in per cent of income."),
        ],
        Rows = rows.Select(row => (ImmutableArray<ReportCell>)
            [row.Party, row.Role, row.AloneMusd, row.TogetherMusd, row.ValueMusd, row.ValuePct]),
    };

    public static ReportTable? Rates(DiscussResult result) => result.Tariffs is not { } game ? null : new ReportTable
    {
        Name = "tariffs",
        Title = "Best tariffs of the blocs",
        Columns =
        [
            new("bloc", "Bloc", ColumnFormat.Text, "Bloc that sets the tariff."),
            new("on", "On goods of", ColumnFormat.Text, "Whose goods bear it."),
            new("base_pct", "There is", ColumnFormat.PercentShare, "Mean tariff there is, weighted by trade.") { Decimals = 2 },
            new("optimal_pct", "Best alone", ColumnFormat.PercentShare,
                "The rate best for the bloc where the others keep theirs.")
            { Decimals = 2 },
            new("nash_pct", "Nash", ColumnFormat.PercentShare, "The rate where every bloc sets its best.") { Decimals = 2 },
        ],
        Rows = game.Rates.Select(row => (ImmutableArray<ReportCell>)
            [row.Bloc, row.On, 100 * row.Base, 100 * row.Optimal, 100 * row.Nash]),
    };

    public static ReportTable? Gains(DiscussResult result) => result.Tariffs is not { } game ? null : Gains(game.Gains);

    public static ReportTable Gains(IEnumerable<TariffGain> rows) => new()
    {
        Name = "tariff_gains",
        Title = "What these tariffs do",
        Columns =
        [
            new("party", "Party", ColumnFormat.Text, "Bloc or economy."),
            new("role", "Role", ColumnFormat.Text, "bloc, others (all others together) or other."),
            new("alone_musd", "Best alone", ColumnFormat.MoneyChange,
                "Real income where only this bloc sets its best tariff, a year."),
            new("nash_musd", "Nash", ColumnFormat.MoneyChange, "Real income where every bloc does, a year."),
            new("nash_pct", "Nash", ColumnFormat.PercentChange, "The same in per cent of income."),
            new("free_musd", "None", ColumnFormat.MoneyChange, "Real income where these tariffs are zero, a year."),
        ],
        Rows = rows.Select(row => (ImmutableArray<ReportCell>)
        [
            row.Party, row.Role, row.AloneMusd, row.NashMusd,
            row.IncomeMusd > 0 ? 100 * row.NashMusd / row.IncomeMusd : 0, row.FreeMusd,
        ]),
    };

    private static string Words(DiscussResult result, int bloc, ImmutableArray<double> mixture) => string.Join(", ", mixture
        .Select((probability, policy) => (Probability: probability, result.Scenario.Blocs[bloc].Policies[policy].Name))
        .Where(each => each.Probability > 0)
        .Select(each => each.Probability > 1 - 1e-9 ? each.Name : $"{each.Name} {NumberText.Level(100 * each.Probability, 1)} %"));
}
