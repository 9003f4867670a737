using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Scenarios.Results;

/// <summary>Sums economies to the groups of a result, and measures how far the groups stand apart.</summary>
internal static class GroupRows
{
    // Nearer to zero is the solver's noise, not a gain or a loss: its tolerance is 1e-10, in per cent 1e-8.
    private const double NoisePct = 1e-6;

    // From poor to rich, as the World Bank has them; others follow by name.
    private static readonly string[] s_incomeGroups = ["low", "lower-middle", "upper-middle", "high"];

    /// <summary>The groups that have economies, members first, the world last.</summary>
    public static ImmutableArray<GroupResult> Of(ImmutableArray<EconomyResult> economies)
    {
        (string Name, Func<EconomyResult, bool> Belongs)[] members =
        [
            ("Members", economy => economy.Member),
            ("Landlocked members", economy => economy.Member && economy.Landlocked),
            ("Coastal members", economy => economy.Member && !economy.Landlocked),
            ("Non-members", economy => !economy.Member),
        ];
        return
        [
            .. members.Select(group => (group.Name, Rows: economies.Where(group.Belongs).ToList()))
                .Where(group => group.Rows.Count > 0).Select(group => Sum(group.Name, GroupSplit.Membership, group.Rows)),
            .. Split(economies, GroupSplit.Coast),
            .. Split(economies, GroupSplit.Income),
            .. Split(economies, GroupSplit.Region),
            .. economies.IsEmpty ? [] : new[] { Sum("World", GroupSplit.World, [.. economies]) },
        ];
    }

    /// <summary>Inequality between economies for each way of grouping them that makes more than one group.</summary>
    public static ImmutableArray<InequalityResult> Inequality(ImmutableArray<EconomyResult> economies)
    {
        var known = economies.Where(economy => economy.Population > 0 && economy.IncomeBaseMusd > 0).ToImmutableArray();
        return
        [
            .. new[] { GroupSplit.Coast, GroupSplit.Income, GroupSplit.Region }
                .Where(split => known.Select(economy => NameOf(economy, split)).Distinct().Count() > 1)
                .Select(split => Inequality(known, split)),
        ];
    }

    private static InequalityResult Inequality(ImmutableArray<EconomyResult> economies, GroupSplit split)
    {
        var names = economies.Select(economy => NameOf(economy, split)).Distinct().ToList();
        int[] group = [.. economies.Select(economy => names.IndexOf(NameOf(economy, split)))];
        double[] people = [.. economies.Select(economy => economy.Population)];
        double[] before = [.. economies.Select(economy => economy.IncomeBaseMusd)];
        double[] after = [.. economies.Select(economy => economy.IncomeBaseMusd + economy.RealIncomeMusd)];
        var levels = Split(economies, split).ToList();
        return new InequalityResult(
            split, TheilIndex.Of(before, people, group), TheilIndex.Of(after, people, group),
            Gap(levels, level => level.IncomePerPersonBaseUsd), Gap(levels, level => level.IncomePerPersonNewUsd));
    }

    private static double Gap(List<GroupResult> groups, Func<GroupResult, double> level) =>
        groups.Max(level) / groups.Min(level);

    private static IEnumerable<GroupResult> Split(ImmutableArray<EconomyResult> economies, GroupSplit split) => economies
        .GroupBy(economy => NameOf(economy, split)).Where(group => group.Key.Length > 0)
        .OrderBy(group => Place(group.Key, split)).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Sum(TitleOf(group.Key, split), split, [.. group]));

    private static string NameOf(EconomyResult economy, GroupSplit split) => split switch
    {
        GroupSplit.Coast => economy.Landlocked ? "Landlocked economies" : "Coastal economies",
        GroupSplit.Income => economy.IncomeGroup,
        _ => economy.Region,
    };

    private static string TitleOf(string name, GroupSplit split) =>
        split == GroupSplit.Income ? $"{char.ToUpperInvariant(name[0])}{name[1..]}-income economies" : name;

    private static int Place(string name, GroupSplit split) => split switch
    {
        GroupSplit.Coast => name == "Landlocked economies" ? 0 : 1,
        GroupSplit.Income => Array.IndexOf(s_incomeGroups, name) is var at and >= 0 ? at : s_incomeGroups.Length,
        _ => 0,
    };

    private static GroupResult Sum(string name, GroupSplit split, List<EconomyResult> rows)
    {
        var gdp = rows.Sum(row => row.GdpBaseMusd);
        var counted = rows.Where(row => row.Population > 0).ToList();
        var people = counted.Sum(row => row.Population);
        var income = counted.Sum(row => row.IncomeBaseMusd);
        return new GroupResult
        {
            Name = name,
            Split = split,
            Count = rows.Count,
            RealIncomePct = Share(rows.Sum(row => row.RealIncomeMusd), rows.Sum(row => row.IncomeBaseMusd)),
            RealIncomeMusd = rows.Sum(row => row.RealIncomeMusd),
            GdpRealPct = gdp > 0 ? rows.Sum(row => row.GdpBaseMusd * row.GdpRealPct) / gdp : 0,
            ExportsPct = Share(rows.Sum(row => row.ExportsNewMusd - row.ExportsBaseMusd),
                rows.Sum(row => row.ExportsBaseMusd)),
            Winners = rows.Count(row => row.RealIncomePct > NoisePct),
            Losers = rows.Count(row => row.RealIncomePct < -NoisePct),
            Population = people,
            IncomePerPersonBaseUsd = people > 0 ? 1e6 * income / people : double.NaN,
            IncomePerPersonNewUsd = people > 0
                ? 1e6 * (income + counted.Sum(row => row.RealIncomeMusd)) / people : double.NaN,
        };
    }

    private static double Share(double part, double whole) => whole > 0 ? 100 * part / whole : 0;
}
