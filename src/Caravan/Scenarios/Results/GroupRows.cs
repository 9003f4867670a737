using System.Collections.Immutable;

namespace Caravan.Scenarios.Results;

/// <summary>Sums economies to the groups of a result.</summary>
internal static class GroupRows
{
    // Nearer to zero is the solver's noise, not a gain or a loss: its tolerance is 1e-10, in per cent 1e-8.
    private const double NoisePct = 1e-6;

    /// <summary>The groups that have economies, members first, the world last.</summary>
    public static ImmutableArray<GroupResult> Of(ImmutableArray<EconomyResult> economies)
    {
        (string Name, Func<EconomyResult, bool> Belongs)[] groups =
        [
            ("Members", economy => economy.Member),
            ("Landlocked members", economy => economy.Member && economy.Landlocked),
            ("Coastal members", economy => economy.Member && !economy.Landlocked),
            ("Non-members", economy => !economy.Member),
            ("Landlocked economies", economy => economy.Landlocked),
            ("Coastal economies", economy => !economy.Landlocked),
            ("World", _ => true),
        ];
        return [.. groups.Select(group => (group.Name, Rows: economies.Where(group.Belongs).ToList()))
            .Where(group => group.Rows.Count > 0)
            .Select(group => Sum(group.Name, group.Rows))];
    }

    private static GroupResult Sum(string name, List<EconomyResult> rows)
    {
        var gdp = rows.Sum(row => row.GdpBaseMusd);
        return new GroupResult
        {
            Name = name,
            Count = rows.Count,
            RealIncomePct = Share(rows.Sum(row => row.RealIncomeMusd), rows.Sum(row => row.IncomeBaseMusd)),
            RealIncomeMusd = rows.Sum(row => row.RealIncomeMusd),
            GdpRealPct = gdp > 0 ? rows.Sum(row => row.GdpBaseMusd * row.GdpRealPct) / gdp : 0,
            ExportsPct = Share(rows.Sum(row => row.ExportsNewMusd - row.ExportsBaseMusd),
                rows.Sum(row => row.ExportsBaseMusd)),
            Winners = rows.Count(row => row.RealIncomePct > NoisePct),
            Losers = rows.Count(row => row.RealIncomePct < -NoisePct),
        };
    }

    private static double Share(double part, double whole) => whole > 0 ? 100 * part / whole : 0;
}
