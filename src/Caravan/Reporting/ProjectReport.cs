using System.Collections.Immutable;
using Caravan.Data.Loading;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>What a person reads about the projects of a package: their worth, who pays, and whether the debt holds.
/// </summary>
public static class ProjectReport
{
    private const int YearsShown = 12;
    private const int MembersShown = 12;
    private const int PartiesShown = 8;

    /// <summary>The report of a result that converged.</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="ArgumentException">A solve did not converge.</exception>
    public static Report Of(BuildResult result)
    {
        BuildTables.Require(result);
        return new Report
        {
            Title = $"{result.Run.Scenario.Name}: projects",
            Lines = [.. Lines(result)],
            Tables =
            [
                Projects(result), Financing(result), Economic(result), Risk(result), .. Gains(result),
                .. CashFlow(result), Fiscal(result), .. Debt(result),
            ],
            Closing =
            [
                "Dollars are those of the baseline's year. A yearly amount is the annuity over the years of service. "
                + "docs/build.md gives equations, sources and what is estimated.",
            ],
        };
    }

    private static IEnumerable<string> Lines(BuildResult result)
    {
        var money = result.Run.Scenario.Finance;
        yield return RunReport.Setting(result.Run);
        yield return $"Converged: {result.Solves} packages solved, largest residual "
            + $"{NumberText.General(result.Residual)}.";
        yield return $"Discount rate {Percent(money.DiscountRate)}, social discount rate "
            + $"{Percent(money.SocialDiscountRate)}.";
        var cost = result.Projects.Sum(project => project.CostMusd);
        if (money.BudgetMusd is { } budget)
        {
            yield return cost <= budget
                ? $"All projects cost {Musd(cost)}, within the budget of {Musd(budget)}."
                : $"All projects cost {Musd(cost)}, {Musd(cost - budget)} above the budget of {Musd(budget)}: "
                    + Remedy(result, budget);
        }
        if (!result.WithoutCost.IsEmpty)
        {
            yield return $"Without a cost in the file, and so without one here: "
                + $"{string.Join(", ", result.WithoutCost)}.";
        }
    }

    // what would make a package that costs too much feasible
    private static string Remedy(BuildResult result, double budget)
    {
        var alone = result.Projects.Where(project => project.CostMusd > budget).Select(project => project.Id).ToList();
        var excess = result.Projects.Sum(project => project.CostMusd) - budget;
        var enough = result.Projects.Where(project => project.CostMusd >= excess).MinBy(project => project.CostMusd);
        return (enough is null ? $"several must go, or the budget be raised to {Musd(budget + excess)}."
                : $"leaving out {enough.Id} would do, or a budget of {Musd(budget + excess)}.")
            + (alone.Count > 0 ? $" Above it by themselves: {string.Join(", ", alone)}." : "");
    }

    private static ReportTable Projects(BuildResult result) => With(BuildColumns.Projects.Select(
        "id", "cost_musd", "start_year", "open_year", "revenue_musd", "maintenance_musd", "npv_musd", "irr",
        "irr_found", "grant_element_pct").ToTable("projects", "Projects as an investor sees them", result.Projects),
        "NPV: revenue less capital and upkeep, discounted to the first year of construction. IRR is a fraction; none "
        + "means "
        + "that no rate makes up for the cost. Grant element: 100 for a grant, 0 for a loan at 5 %.");

    private static ReportTable Financing(BuildResult result) => With(
        BuildColumns.Projects.Select("id", "mix").ToTable("financing", "Who pays", result.Projects),
        "Of a loan: rate with premium, years of grace and of repayment, currency.");

    private static ReportTable Economic(BuildResult result) => With(BuildColumns.Projects.Select(
        "id", "traffic_teu", "gain_musd", "gain_members_musd", "economic_npv_musd", "benefit_cost_ratio",
        "economic_npv_members_musd", "benefit_cost_ratio_members").ToTable(
        "economic", "What they are worth to economies", result.Projects),
        "Gain: real income lost in a year if the project alone were left out of the package. A ratio above 1 pays. "
        + "TEU: goods whose best route leads over it, by their shares of modes where those are known. Between other cities all "
        + "goods take the best route, so gains and TEU are upper bounds; passengers and goods that stay within an economy are "
        + "not in them.");

    private static ReportTable Risk(BuildResult result) => With(BuildColumns.Projects.Select(
        "id", "premium_pct", "delay_pct", "failure_pct", "npv_musd", "expected_npv_musd", "downside_npv_musd",
        "economic_npv_musd", "expected_economic_npv_musd", "downside_economic_npv_musd").ToTable(
        "risk", "What risk does to them", result.Projects),
        "Late: two years late and 28 % above cost. Expected: mean over on time, late, never. Downside: late. "
        + "Probabilities "
        + "are estimated.");

    private static IEnumerable<ReportTable> Gains(BuildResult result)
    {
        var members = result.Gains.Where(gain => gain.Member).GroupBy(gain => gain.Economy)
            .Select(group => group.ToImmutableArray()).OrderByDescending(group => group.Sum(gain => gain.GainMusd))
            .ThenBy(group => group[0].Economy, StringComparer.Ordinal).ToImmutableArray();
        var losing = result.Gains.Where(gain => !gain.Member && gain.GainMusd < 0).GroupBy(gain => gain.Economy)
            .Select(group => (group.First().Name, Sum: group.Sum(gain => gain.GainMusd))).OrderBy(one => one.Sum)
            .ToImmutableArray();
        if (members.IsEmpty || result.Projects.Length > 12)
        {
            yield break;
        }
        yield return new ReportTable
        {
            Name = "gains",
            Title = "Yearly gain by project and member, before cost" + Part(members.Length),
            Columns =
            [
                new("name", "Economy", ColumnFormat.Text),
                .. result.Projects.Select(
                    project => new ReportColumn(project.Id, project.Id, ColumnFormat.MoneyChange)),
            ],
            Rows = members.Take(MembersShown).Select(group => (ImmutableArray<ReportCell>)
                [group[0].Name, .. group.Select(gain => (ReportCell)gain.GainMusd)]),
            Note = losing.IsEmpty ? "No other economy loses by any of the projects."
                : "Other economies lose by some: "
                    + string.Join(", ", losing.Take(3).Select(
                        one => $"{one.Name} {NumberText.Change(one.Sum, one.Sum > -1 ? 3 : 1)} musd"))
                    + (losing.Length > 3 ? $" and {losing.Length - 3} more." : "."),
        };
    }

    // by year to the end of the first repayments, then in sums
    private static IEnumerable<ReportTable> CashFlow(BuildResult result)
    {
        // a project may cost nothing and earn nothing
        if (result.CashFlows.IsEmpty)
        {
            yield break;
        }
        var parties = result.CashFlows.GroupBy(flow => flow.Party)
            .Select(group => (Party: group.Key, group.First().Name, Flows: group.ToList()))
            .OrderByDescending(one => one.Flows.Sum(flow => Math.Abs(flow.Musd)))
            .ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        if (parties.Count > PartiesShown)
        {
            var rest = parties.Skip(PartiesShown - 1).SelectMany(one => one.Flows).ToList();
            var others = ("others", $"{parties.Count - PartiesShown + 1} others", rest);
            parties = [.. parties.Take(PartiesShown - 1), others];
        }
        var (first, last) = (result.CashFlows.Min(flow => flow.Year), result.CashFlows.Max(flow => flow.Year));
        var step = Math.Max(1, (last - first + YearsShown) / YearsShown);
        var spans = Enumerable.Range(0, (last - first) / step + 1).Select(at => (From: first + at * step,
            To: Math.Min(last, first + at * step + step - 1)));
        yield return new ReportTable
        {
            Name = "cash_flow",
            Title = "Cash flow by year and party",
            Columns =
            [
                new("years", "Years", ColumnFormat.Text),
                .. parties.Select(
                    one => new ReportColumn(one.Party, one.Name, ColumnFormat.MoneyChange) { Decimals = 0 }),
            ],
            Rows =
            [
                .. spans.Select(span => Row(span.From == span.To ? $"{span.From}" : $"{span.From} to {span.To}",
                    flow => flow.Year >= span.From && flow.Year <= span.To)),
                Row("all years", _ => true),
            ],
            Note = "Received less paid, over all projects, not discounted. --out writes every year, project, reason.",
        };

        ImmutableArray<ReportCell> Row(string years, Func<CashFlowResult, bool> inside) =>
            [years, .. parties.Select(one => (ReportCell)one.Flows.Where(inside).Sum(flow => flow.Musd))];
    }

    private static ReportTable Fiscal(BuildResult result)
    {
        var rows = result.Fiscal.Where(row => row.NetMusd != 0).OrderByDescending(row => row.NetMusd)
            .ThenBy(row => row.Economy, StringComparer.Ordinal).ToImmutableArray();
        return With(BuildColumns.Fiscal.Select("name", "contributions_musd", "debt_service_musd", "maintenance_musd",
            "lending_musd", "revenue_musd", "net_musd", "fiscal_cost_musd", "real_income_before_pct", "real_income_pct",
            "gdp_real_pct").ToTable(
            "fiscal", "What it costs the public in a year, and what is left" + Part(rows.Length),
            rows.Take(MembersShown)),
            "G is the net cost where it is above zero; taxpayers pay it in the model. Real income net is after G, "
            + "real GDP "
            + "before it. Lending: own lenders and the fund, less what comes back.");
    }

    private static IEnumerable<ReportTable> Debt(BuildResult result)
    {
        var touched = MostFirst([.. result.Debt.Where(IsTouched)]);
        var shown = touched.Take(MembersShown).ToImmutableArray();
        yield return With(BuildColumns.Debt.Select("name", "capacity", "rating_before", "rating", "first_breach_before",
            "first_breach", "first_stressed_breach", "space_before_musd", "space_musd", "binding").ToTable(
            "debt", "Debt sustainability without and with the package" + Part(touched.Length), shown),
            $"Data: {PublicFinanceTable.Vintage}; external part, terms and capacity are estimated by income group. The "
            + "framework is made for low-income economies; for others its thresholds are only a yardstick. Space: "
            + "what could "
            + "be borrowed at 5 % before a breach within ten years."
            + (touched.Length < result.Debt.Length
                ? $" {result.Debt.Length - touched.Length} members whose debt the package leaves as it is are left out."
                : ""));
        yield return BuildColumns.Ratios.Select("name", "ratio_name", "threshold_pct", "before_pct", "with_pct",
            "stressed_before_pct", "stressed_pct").ToTable(
            "debt_ratios", "Debt ratios: largest over ten years, per cent", shown.SelectMany(one => one.Ratios));
    }

    // where not all are shown: whose rating falls, then whose space shrinks most
    private static ImmutableArray<DebtResult> MostFirst(ImmutableArray<DebtResult> rows) => rows.Length <= MembersShown
        ? rows
        : [.. rows.OrderByDescending(row => row.Rating != row.RatingBefore).ThenByDescending(row => row.SpaceBeforeMusd > 0
            ? (row.SpaceBeforeMusd - row.SpaceMusd) / row.SpaceBeforeMusd : 0)
            .ThenBy(row => row.Economy, StringComparer.Ordinal)];

    private static bool IsTouched(DebtResult debt) => debt.Rating != debt.RatingBefore
        || debt.Ratios.Any(ratio => Math.Abs(ratio.WithPct - ratio.BeforePct) > 0.005);

    private static string Part(int count) => count > MembersShown ? $" ({MembersShown} of {count})" : "";

    private static ReportTable With(ReportTable table, string note) => new()
    {
        Name = table.Name,
        Title = table.Title,
        Columns = table.Columns,
        Rows = table.Rows,
        Note = note,
    };

    private static string Percent(double rate) => $"{NumberText.General(100 * rate)} %";

    private static string Musd(double musd) => $"{NumberText.Level(musd, 0)} musd";
}
