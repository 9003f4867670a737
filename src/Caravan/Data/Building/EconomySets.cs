using System.Collections.Immutable;

namespace Caravan.Data.Building;

/// <summary>Named sets of economies from the written table, plus those that follow from the economies' own flags.
/// </summary>
internal static class EconomySets
{
    public static ImmutableArray<EconomySet> Read(EconomyList list)
    {
        var sets = new List<EconomySet>();
        foreach (var row in BuildingTable.Rows("sets.csv", "name", "title", "members", "source"))
        {
            sets.Add(new(row.Text("name"), row.Text("title"),
                [.. row.Text("members").Split(' ').Order(StringComparer.Ordinal)], row.Text("source")));
        }
        sets.Add(Flagged(list, "belt-and-road-core", "Core economies of the Belt and Road", e => e.BeltAndRoadCore,
            "The usual list of China and 65 economies along the routes; Palestine is not in the source data"));
        sets.Add(Flagged(list, "landlocked", "Landlocked economies", e => e.Landlocked, "CEPII GeoDist"));
        var unknown = sets.SelectMany(set => set.Members.Select(code => (set.Name, code)))
            .Where(x => !list.IndexOfCode.ContainsKey(x.code)).ToArray();
        return unknown.Length == 0
            ? [.. sets.OrderBy(set => set.Name, StringComparer.Ordinal)]
            : throw new InputException(
                [.. unknown.Select(x => new InputIssue(
                    "sets.csv", 0, $"set {x.Name} names {x.code}, not an economy"))]);
    }

    private static EconomySet Flagged(
        EconomyList list, string name, string title, Func<Economy, bool> belongs, string source) =>
        new(name, title, [.. list.Economies.Where(belongs).Select(economy => economy.Code)], source);
}
