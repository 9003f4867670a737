using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>The tables that people read about the game of blocs.</summary>
internal static class BlocReport
{
    private const int ProfilesShown = 25;
    private const int EconomiesShown = 5;

    public static IEnumerable<ReportTable> Tables(DiscussResult result)
    {
        if (result.Blocs is { } game)
        {
            yield return Profiles(game);
            if (BlocTables.Mixtures(result) is { } mixtures)
            {
                yield return With(mixtures, "No bloc gains by choosing otherwise, recomputed from the payoffs; where policies are "
                    + "drawn by lot the other bloc is indifferent." + (game.IsDegenerate
                        ? " Some policies are equally good, so mixtures of these may be equilibria as well." : ""));
            }
            if (!game.Dialogue.IsEmpty)
            {
                yield return Dialogue(game);
            }
        }
        if (result.Tariffs is { } tariffs)
        {
            yield return With(BlocTables.Rates(result)!, tariffs.Converged
                ? "Best alone: the others keep their tariffs. Nash: no bloc gains by another rate; on a grid over its range the "
                    + $"best deviation gains {NumberText.General(Math.Max(0, tariffs.ResidualMusd))} musd "
                    + $"({tariffs.Iterations} rounds, {tariffs.Solves} solves)."
                : $"The search did not settle in {tariffs.Iterations} rounds: these rates are no equilibrium.");
            yield return With(BlocTables.Gains(Extremes(tariffs.Gains, row => row.Role == "other")),
                "Against the baseline, without the package. The five others that lose most and the five that gain most in "
                + "per cent are named.");
        }
    }

    private static ReportTable Profiles(BlocGameResult game)
    {
        var shown = game.Profiles.Select((profile, at) => (Profile: profile, At: at))
            .Where(each => game.Profiles.Length <= ProfilesShown || each.Profile.IsPareto || each.Profile.IsEquilibrium
                || each.At == game.Cooperative)
            .ToImmutableArray();
        return new ReportTable
        {
            Name = "blocs",
            Title = $"Policies of {string.Join(" and ", game.Blocs)}"
                + (shown.Length < game.Profiles.Length ? $" ({shown.Length} of {game.Profiles.Length})" : ""),
            Note = $"Best answer: the blocs that have no better policy there; all of them make an equilibrium. "
                + $"{Path(game)} Largest sum: {game.Profiles[game.Cooperative].Words}"
                + (game.WithoutLosers < 0 || game.WithoutLosers == game.Cooperative ? "."
                    : $"; where no bloc may have less than alone: {game.Profiles[game.WithoutLosers].Words}."),
            Columns =
            [
                new("policies", "Policies", ColumnFormat.Text),
                .. game.Blocs.Select(bloc => new ReportColumn($"{bloc}_musd", bloc, ColumnFormat.MoneyChange)),
                new("others_musd", "others", ColumnFormat.MoneyChange), new("best", "Best answer", ColumnFormat.Text),
                new("loses_most", "Loses most of the others", ColumnFormat.Text),
            ],
            Rows = shown.Select(each => (ImmutableArray<ReportCell>)
            [
                each.Profile.Words, .. each.Profile.PayoffMusd.Select(payoff => (ReportCell)payoff), each.Profile.OthersMusd,
                each.Profile.IsEquilibrium ? "all" : string.Join(", ", game.Blocs.Where((_, bloc) => each.Profile.IsBestResponse[bloc])),
                each.Profile.TopLoser.Length > 0 ? each.Profile.TopLoser : "none",
            ]),
        };
    }

    private static string Path(BlocGameResult game)
    {
        var from = game.Profiles[game.Path[0]].Words;
        if (game.PathCycle >= 0)
        {
            return $"Answering each other from {from}, the blocs go round for ever.";
        }
        return game.Path.Length == 1 ? $"From {from} no bloc moves."
            : $"Answering each other from {from}, the blocs end at {game.Profiles[game.Path[^1]].Words}.";
    }

    private static ReportTable Dialogue(BlocGameResult game) => With(
        BlocTables.Dialogue(Extremes(game.Dialogue, row => row.Role == "other")),
        $"Alone: {game.Alone}, the equilibrium{(IsOne(game) ? "" : " with the smallest sum")}. Together: "
        + $"{game.Profiles[game.Cooperative].Words}. The five others that lose most and the five that gain most in per cent "
        + "are named."
        + (IsOne(game) ? "" : " There are several equilibria: talking may be no more than choosing among them."));

    private static bool IsOne(BlocGameResult game) =>
        game.Mixtures.Length <= 1 && game.Profiles.Count(profile => profile.IsEquilibrium) <= 1;

    // blocs and the others together, then the ends of the list, which is sorted from the largest loss on
    private static IEnumerable<T> Extremes<T>(ImmutableArray<T> rows, Func<T, bool> isOther)
    {
        var others = rows.Where(isOther).ToImmutableArray();
        return rows.Where(row => !isOther(row)).Concat(others.Length <= 2 * EconomiesShown ? others
            : others.Take(EconomiesShown).Concat(others.TakeLast(EconomiesShown)));
    }

    private static ReportTable With(ReportTable table, string note) => new()
    {
        Name = table.Name,
        Title = table.Title,
        Columns = table.Columns,
        Rows = table.Rows,
        Note = note,
    };
}
