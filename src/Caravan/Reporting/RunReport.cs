using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>The tables that people read after a run: members, the others who gain and lose most, groups.</summary>
public static class RunReport
{
    // that far from zero is a result; nearer is rounding noise of the solver (its tolerance is 1e-10)
    private const double NoisePct = 1e-6;
    private const int Shown = 5;

    private static readonly ImmutableArray<ReportField<EconomyResult>> s_measures = EconomyColumns.Fields.Select(
        "name", "real_income_pct", "real_income_musd", "gdp_real_pct", "real_wage_pct", "exports_pct", "imports_pct",
        "trade_with_members_pct");

    private static readonly ImmutableArray<ReportField<GroupResult>> s_groupMeasures = GroupColumns.Fields.Select(
        "group", "economies", "real_income_pct", "real_income_musd", "gdp_real_pct", "exports_pct", "winners",
        "losers");

    /// <summary>The report of one converged result.</summary>
    /// <param name="result">A result that converged.</param>
    /// <param name="withTimings">Whether the milliseconds are told; leave them out of files.</param>
    /// <exception cref="ArgumentException">The result did not converge: its numbers are no equilibrium.</exception>
    public static Report Of(RunResult result, bool withTimings = false)
    {
        RequireConverged(result);
        return new Report
        {
            Title = result.Scenario.Name,
            Lines = [Setting(result), Quality(result, withTimings), Estimates(result)],
            Tables =
            [
                .. Members(result), .. Others(result), Groups(result), .. BalanceReport.Tables(result), .. TransportReport.Decomposition(result),
                .. TransportReport.Tables(result),
            ],
            Closing =
            [
                "Real income is household income, after infrastructure cost, over the price of what households buy: "
                + "the exact equivalent variation. Changes are against the baseline; musd is million US dollars a "
                + "year at base prices.",
                .. BalanceReport.Closing(result),
                .. TransportReport.Closing(result),
            ],
        };
    }

    /// <summary>True for a group of the short list: membership, coast and world.</summary>
    internal static bool IsShort(GroupResult group) => group.Split is not (GroupSplit.Income or GroupSplit.Region);

    /// <summary>Throws unless the result converged.</summary>
    /// <exception cref="ArgumentException">The result did not converge.</exception>
    internal static void RequireConverged(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Converged)
        {
            throw new ArgumentException($"a result with status {result.StatusName} has no table", nameof(result));
        }
    }

    /// <summary>Which data, model and options stand behind a result, in one line.</summary>
    internal static string Setting(RunResult result) =>
        $"{Data(result)}, {Model(result)}.";

    /// <summary>The baseline with the beginning of its hash.</summary>
    internal static string Data(RunResult result) =>
        $"Baseline {result.BaselineName} ({ShortHash(result.BaselineHash)})";

    /// <summary>The model and its options.</summary>
    internal static string Model(RunResult result, bool withName = true) =>
        (withName ? $"{result.ModelName} model, " : "")
        + $"{result.ClosureName} deficits, elasticities {result.Elasticities}";

    /// <summary>How well a result was computed, in one line.</summary>
    internal static string Quality(RunResult result, bool withTimings)
    {
        var timings = result.Timings;
        var total = timings.LoadMs + timings.CompileMs + timings.SolveMs;
        var time = withTimings
            ? $", {NumberText.Level(total, 0)} ms ({NumberText.Level(timings.SolveMs, 0)} ms to solve)"
            : "";
        return $"Converged: residual {NumberText.General(result.Residual)} after {Iterations(result)}{time}.";
    }

    /// <summary>How many sweeps a result took.</summary>
    internal static string Iterations(RunResult result) =>
        result.Iterations == 1 ? "1 iteration" : $"{result.Iterations} iterations";

    /// <summary>How much of the data is estimated, in one line.</summary>
    internal static string Estimates(RunResult result) => result.EstimatedTradePct > 0
        ? NumberText.Level(result.EstimatedTradePct, 0)
            + " % of the value of trade stands in sector cells that are estimates."
        : "No trade stands in sector cells marked as estimates.";

    /// <summary>The first eight digits of a hash, enough to tell two apart.</summary>
    internal static string ShortHash(string hash) => hash.Length > 8 ? hash[..8] : hash;

    private static IEnumerable<ReportTable> Members(RunResult result)
    {
        var members = result.Economies.Where(economy => economy.Member)
            .OrderByDescending(economy => economy.RealIncomePct).ThenBy(economy => economy.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        return members.IsEmpty ? [] : [s_measures.ToTable("members", "Members", members)];
    }

    private static IEnumerable<ReportTable> Others(RunResult result)
    {
        var others = result.Economies.Where(economy => !economy.Member)
            .OrderByDescending(economy => economy.RealIncomePct).ThenBy(economy => economy.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        if (others.IsEmpty)
        {
            yield break;
        }
        var whose = others.Length == result.Economies.Length ? "" : "other ";
        var winners = others.Where(economy => economy.RealIncomePct > NoisePct).ToImmutableArray();
        var losers = others.Where(economy => economy.RealIncomePct < -NoisePct).Reverse().ToImmutableArray();
        yield return Extremes("winners", whose, "gain", winners);
        yield return Extremes("losers", whose, "lose", losers);
    }

    private static ReportTable Extremes(
        string name, string whose, string verb, ImmutableArray<EconomyResult> economies) =>
        s_measures.ToTable(
            name,
            economies.IsEmpty
                ? $"No {whose}economy {verb}s real income"
                : (whose.Length > 0 ? "Other economies" : "Economies")
                    + $" that {verb} most ({Math.Min(Shown, economies.Length)} of {economies.Length})",
            economies.Take(Shown));

    private static ReportTable Groups(RunResult result) => s_groupMeasures.ToTable(
        "groups", "Groups", result.Groups.Where(IsShort));
}
