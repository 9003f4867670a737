using System.Collections.Immutable;
using System.Text.Json;
using Caravan.Scenarios.Projects;

namespace Caravan.Reporting;

/// <summary>Projects ranked, chosen and put in order: as people read it, as tables and as JSON.</summary>
public sealed partial class ProjectRankingReport
{
    private const int PairsShown = 10;
    private const int BudgetsShown = 12;

    private readonly ProjectRankingResult _result;
    private readonly ProjectChoice _choice;
    private readonly ProjectOrder _order;

    /// <summary>The report of a ranking that converged.</summary>
    /// <exception cref="ArgumentException">A package did not converge: its numbers are no equilibrium.</exception>
    public ProjectRankingReport(ProjectRankingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result is not { Choice: { } choice, Order: { } order })
        {
            throw new ArgumentException("a ranking that did not converge has no table", nameof(result));
        }
        (_result, _choice, _order) = (result, choice, order);
    }

    /// <summary>What people read.</summary>
    public Report Report() => new()
    {
        Title = $"{_result.Scenario.Name}: what to build, and in which order",
        Lines = [.. Lines()],
        Tables = ReadingTables,
        Closing =
        [
            $"Worth: {WorthMeaning()}",
            "Million US dollars a year at base prices, the exact equivalent variation; members gain or lose net of what "
                + "their public pays. docs/build.md tells how all of it is computed.",
        ],
    };

    /// <summary>The tables that people read, in reading order.</summary>
    public ImmutableArray<ReportTable> ReadingTables =>
        [Worths(), Who(), .. Pairs(), Subset(), .. Limits(), .. Budgets(), Sequence()];

    /// <summary>Every row in full precision; the first is the one that the ranking is about.</summary>
    public ImmutableArray<ReportTable> Tables() =>
    [
        RankingColumns.Projects.ToTable("ranking", "Projects ranked", _result.Projects),
        RankingColumns.Pairs.ToTable("interactions", "Pairs of projects", _result.Pairs),
        RankingColumns.Steps.ToTable("sequence", "Sequence", _order.Steps),
        RankingColumns.Budgets.ToTable("budgets", "What each budget buys", _result.Budgets),
        RankingColumns.Limits.ToTable("limits", "Limits", _choice.Limits),
        RankingColumns.Debt.ToTable("debt_limits", "Debt within its thresholds", _choice.Debt),
        RankingColumns.Gains.ToTable("ranking_gains", "Gains by project and economy, alone and last", _result.Gains),
    ];

    /// <summary>Writes one object with <see cref="WriteParts"/> and how it was computed.</summary>
    public void WriteJson(Stream output) => JsonTables.WriteDocument(output, writer =>
    {
        writer.WriteString("schema", "caravan-build/1");
        writer.WriteString("caravan", ProductVersion.Text);
        writer.WriteString("scenario", _result.Scenario.Name);
        writer.WriteString("baseline", _result.BaselineName);
        writer.WriteString("baseline_hash", _result.BaselineHash);
        WriteParts(writer);
    });

    /// <summary>
    /// Writes the properties <c>ranking</c>, <c>interactions</c>, <c>subset</c>, <c>sequence</c>, <c>budgets</c> and
    /// <c>ranking_gains</c> into an object that is open.
    /// </summary>
    public void WriteParts(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject("ranking_setting");
        writer.WriteString("objective", _result.Options.Objective);
        writer.WriteBoolean("net_of_cost", _result.IsNetOfCost);
        writer.WriteBoolean("others_in_force", _result.Options.OthersInForce);
        writer.WriteFinite("discount_rate", _result.Options.DiscountRate ?? double.NaN);
        writer.WriteFinite("budget_musd", _result.Options.BudgetMusd ?? double.NaN);
        writer.WriteFinite("yearly_budget_musd", _result.Options.YearlyBudgetMusd ?? double.NaN);
        writer.WriteFinite("horizon_years", _result.Options.HorizonYears);
        writer.WriteNumber("solves", _result.Solves);
        writer.WriteNumber("iterations", _result.Iterations);
        writer.WriteFinite("residual", _result.Residual);
        writer.WriteEndObject();
        writer.WriteTable("ranking", RankingColumns.Projects.ToTable("ranking", "", _result.Projects));
        writer.WriteTable("interactions", RankingColumns.Pairs.ToTable("interactions", "", _result.Pairs));
        writer.WriteStartObject("subset");
        writer.WriteBoolean("exact", _choice.IsExact);
        writer.WriteNumber("sets", _choice.Sets);
        WriteIds(writer, "projects", _choice.Projects);
        writer.WriteFinite("worth_musd", _choice.WorthMusd);
        writer.WriteFinite("cost_musd", _choice.CostMusd);
        writer.WriteFinite("gap_musd", _choice.GapMusd);
        writer.WriteNumber("exceptions", _choice.Exceptions);
        writer.WriteFinite("largest_exception_musd", _choice.LargestExceptionMusd);
        WriteChanges(writer, "losers", _choice.Losers);
        WriteIds(writer, "with_losers", _choice.WithLosers);
        writer.WriteFinite("with_losers_worth_musd", _choice.WithLosersWorthMusd);
        WriteChanges(writer, "transfers_needed", _choice.LosersOfWithLosers);
        writer.WriteTable("limits", RankingColumns.Limits.ToTable("limits", "", _choice.Limits));
        writer.WriteTable("debt_limits", RankingColumns.Debt.ToTable("debt_limits", "", _choice.Debt));
        WriteIds(writer, "without_debt_limits", _choice.WithoutDebtLimits);
        writer.WriteFinite("without_debt_limits_worth_musd", _choice.WithoutDebtLimitsWorthMusd);
        WriteIds(writer, "debt_breaches", _choice.DebtBreaches);
        writer.WriteEndObject();
        writer.WriteStartObject("sequence");
        writer.WriteBoolean("exact", _order.IsExact);
        writer.WriteFinite("present_value_musd", _order.PresentValueMusd);
        writer.WriteFinite("gap_musd", _order.GapMusd);
        writer.WriteFinite("by_value_alone_musd", _order.ByValueAloneMusd);
        writer.WriteFinite("by_value_for_time_musd", _order.ByValueForTimeMusd);
        WriteIds(writer, "left_out", _order.LeftOut);
        writer.WriteTable("steps", RankingColumns.Steps.ToTable("steps", "", _order.Steps));
        writer.WriteEndObject();
        writer.WriteTable("budgets", RankingColumns.Budgets.ToTable("budgets", "", _result.Budgets));
        writer.WriteTable("ranking_gains", RankingColumns.Gains.ToTable("ranking_gains", "", _result.Gains));
    }

    private static void WriteIds(Utf8JsonWriter writer, string name, ImmutableArray<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (var id in ids)
        {
            writer.WriteStringValue(id);
        }
        writer.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter writer, string name, ImmutableArray<MemberChange> changes)
    {
        writer.WriteStartArray(name);
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("economy", change.Economy);
            writer.WriteString("name", change.Name);
            writer.WriteNumber("musd", change.Musd);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private IEnumerable<string> Lines()
    {
        var others = _result.Others.Length switch
        {
            0 => "",
            1 => $"; 1 other action is {(_result.Options.OthersInForce ? "in force throughout" : "left out")}",
            var count => $"; {count} other actions are {(_result.Options.OthersInForce ? "in force throughout" : "left out")}",
        };
        yield return $"{Count(_result.Projects.Length, "project")}{others}. Judged by {_result.ObjectiveText}.";
        yield return $"{NumberText.Level(_result.Solves, 0)} packages solved on {_result.BaselineName}, residual "
            + $"{NumberText.General(_result.Residual)} or less.";
        if (!_result.IsNetOfCost)
        {
            yield return $"Before cost, because nothing is known of the cost of {Ids(_result.WithoutCost)}: cost_musd and "
                + "years would make worth net of cost.";
        }
    }

    private string WorthMeaning() => _result switch
    {
        { IsNetOfCost: false } => $"what projects add to {_result.ObjectiveText} in a year of service, before what they cost.",
        { Options.Objective: ProjectRankingOptions.Members or ProjectRankingOptions.World } =>
            $"what projects add to {_result.ObjectiveText} in a year of service, less capital and upkeep, whoever pays them, as "
                + $"the same amount in each year at {Percent(_result.Options.DiscountRate!.Value)} a year.",
        _ => $"what projects add to {_result.ObjectiveText} in a year of service, net of what its public pays.",
    };

    private static string Percent(double fraction) => $"{NumberText.General(Math.Round(100 * fraction, 6))} %";

    private static string Count(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";

    private static string Ids(ImmutableArray<string> ids) => ids switch
    {
        [] => "nothing",
        [var one] => one,
        _ => $"{string.Join(", ", ids[..^1])} and {ids[^1]}",
    };
}
