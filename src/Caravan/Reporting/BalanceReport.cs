using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>Tables about who stands where: landlocked against coastal economies, income groups, regions.</summary>
internal static class BalanceReport
{
    private static readonly ImmutableArray<ReportField<GroupResult>> s_levels =
    [
        .. GroupColumns.Fields.Select("group"),
        Millions(GroupColumns.Fields.Select("population")[0]),
        .. GroupColumns.Fields.Select("income_per_person_base_usd", "income_per_person_new_usd").Select(WholeDollars),
        .. GroupColumns.Fields.Select("real_income_pct"),
    ];

    private static readonly ImmutableArray<ReportField<InequalityResult>> s_inequality = InequalityColumns.Fields.Select(
        "split", "gap_base", "gap_new", "theil_base", "theil_new", "theil_pct", "between_pct", "within_pct");

    /// <summary>Levels and inequality; none where the baseline has no inhabitants.</summary>
    public static IEnumerable<ReportTable> Tables(RunResult result)
    {
        if (result.Inequality.IsEmpty)
        {
            return [];
        }
        var groups = result.Groups.Where(group => group.Population > 0
            && group.Split is GroupSplit.Coast or GroupSplit.Income or GroupSplit.World);
        return
        [
            s_levels.ToTable("levels", "Real income a person, dollars", groups),
            s_inequality.ToTable("inequality", "How far economies stand apart", result.Inequality),
        ];
    }

    /// <summary>What the tables mean and cannot say.</summary>
    public static IEnumerable<string> Closing(RunResult result) => result.Inequality.IsEmpty ? [] :
    [
        "Gap: richest group over poorest. Theil's index counts each economy by its inhabitants, at market exchange rates; it "
        + "falls when economies come nearer to each other, between the groups or within them. It knows nothing of inequality "
        + "inside an economy, of the way from before to after, nor of growth that trade may bring or cost over time.",
    ];

    private static ReportField<GroupResult> Millions(ReportField<GroupResult> field) => new(
        field.Column with { Heading = "People, million", Decimals = 0 }, group => group.Population / 1e6);

    private static ReportField<GroupResult> WholeDollars(ReportField<GroupResult> field) =>
        field with { Column = field.Column with { Decimals = 0 } };
}
