using System.Collections.Immutable;

namespace Caravan.Data;

/// <summary>Which group each economy or each sector of a baseline goes to.</summary>
public sealed class Grouping
{
    private Grouping(ImmutableArray<string> codes, ImmutableArray<string> names, ImmutableArray<int> groupOf) =>
        (Codes, Names, GroupOf) = (codes, names, groupOf);

    /// <summary>Codes of the groups.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Names of the groups.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Position of the group of each economy or sector, in the baseline's order.</summary>
    public ImmutableArray<int> GroupOf { get; }

    /// <summary>Groups of economies in alphabetical order; economies without an assignment stay as they are.</summary>
    public static Grouping OfEconomies(Baseline baseline, IEnumerable<GroupAssignment> assignments)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return Make([.. baseline.Economies.Select(economy => (economy.Code, economy.Name))], assignments, sorted: true);
    }

    /// <summary>Groups of sectors in the order of their first sectors; sectors without an assignment stay.</summary>
    public static Grouping OfSectors(Baseline baseline, IEnumerable<GroupAssignment> assignments)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return Make([.. baseline.Sectors.Select(sector => (sector.Code, sector.Name))], assignments, sorted: false);
    }

    /// <summary>
    /// Groups of economies by a word: <c>region</c>, <c>income-group</c>, or the name of a set, whose members become
    /// one group; null where the word is neither.
    /// </summary>
    public static Grouping? OfEconomies(Baseline baseline, string word)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        switch (word)
        {
            case "region":
                return By(baseline, economy => economy.Region);
            case "income-group":
                return By(baseline, economy => economy.IncomeGroup);
            default:
                return baseline.Sets.FirstOrDefault(set => set.Name.Equals(word, StringComparison.OrdinalIgnoreCase))
                    is { } set
                    ? OfEconomies(baseline, set.Members.Select(code => new GroupAssignment(code, set.Name, set.Title)))
                    : null;
        }
    }

    /// <summary>
    /// Groups of sectors by a word: <c>kind</c> for goods and services, <c>all</c> for one sector; else null.
    /// </summary>
    public static Grouping? OfSectors(Baseline baseline, string word)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return word switch
        {
            "kind" => OfSectors(baseline, baseline.Sectors.Select(sector => sector.IsService
                ? new GroupAssignment(sector.Code, "services", "Services")
                : new GroupAssignment(sector.Code, "goods", "Goods"))),
            "all" => OfSectors(baseline, baseline.Sectors.Select(sector =>
                new GroupAssignment(sector.Code, "all", "All sectors"))),
            _ => null,
        };
    }

    private static Grouping By(Baseline baseline, Func<Economy, string> attribute) => OfEconomies(baseline,
        baseline.Economies.Where(economy => attribute(economy).Length > 0).Select(economy => new GroupAssignment(
            economy.Code, attribute(economy).ToLowerInvariant().Replace(' ', '-'), attribute(economy))));

    private static Grouping Make(
        (string Code, string Name)[] labels, IEnumerable<GroupAssignment> assignments, bool sorted)
    {
        var assigned = assignments.ToDictionary(item => item.Code, StringComparer.OrdinalIgnoreCase);
        var groups = labels.Select(label => assigned.TryGetValue(label.Code, out var item)
            ? (Code: item.Group, Name: item.GroupName.Length > 0 ? item.GroupName : item.Group)
            : label).ToArray();
        var distinct = groups.DistinctBy(group => group.Code, StringComparer.OrdinalIgnoreCase);
        var ordered = (sorted ? distinct.OrderBy(group => group.Code, StringComparer.Ordinal) : distinct).ToArray();
        return new Grouping(
            [.. ordered.Select(group => group.Code)],
            [.. ordered.Select(group => group.Name)],
            [.. groups.Select(group => Array.FindIndex(ordered,
                known => known.Code.Equals(group.Code, StringComparison.OrdinalIgnoreCase)))]);
    }
}
