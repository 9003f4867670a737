using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Finance;
using Caravan.Scenarios.Compiling;

namespace Caravan.Scenarios.Financing;

/// <summary>From projects to what they cost each economy's public in a year, by reason.</summary>
internal sealed class FiscalRows(Scenario scenario, Baseline baseline, FiscalCost costs, ImmutableArray<ProjectEntry> projects)
{
    /// <summary>Rows of members and of every other economy that pays or is paid, in the baseline's order.</summary>
    /// <param name="run">The package with its cost.</param>
    /// <param name="before">Real income before the cost [economy], per cent.</param>
    public ImmutableArray<FiscalResult> Of(RunResult run, ImmutableArray<double> before)
    {
        var count = baseline.Economies.Length;
        double[] given = new double[count], service = new double[count], upkeep = new double[count];
        double[] revenue = new double[count], lending = new double[count];
        foreach (var project in projects)
        {
            foreach (var (party, n) in costs.Publics(project))
            {
                // a bank's or fund's flows are one business: what goes out and what comes back
                var isBank = party != baseline.Economies[n].Code;
                var mine = project.Accounts.Flows.Where(flow => flow.Party == party).ToList();
                given[n] += isBank ? 0 : Yearly(mine, project, "grant") + Yearly(mine, project, "equity");
                upkeep[n] += Yearly(mine, project, "maintenance");
                revenue[n] -= Yearly(mine, project, "revenue");
                foreach (var flow in mine.Where(flow => flow.Item is "loan" or "interest" or "principal" || isBank
                    && flow.Item is "grant" or "equity"))
                {
                    var yearly = Yearly([flow], project, flow.Item);
                    var isOwn = flow.Item is "interest" or "principal" && flow.Musd < 0;
                    service[n] += isOwn ? yearly : 0;
                    lending[n] += isOwn ? 0 : yearly;
                }
            }
        }
        var net = costs.Net(projects) ?? new double[count];
        return
        [
            .. Enumerable.Range(0, count).Where(n => net[n] != 0 || scenario.Members.Contains(baseline.Economies[n].Code))
                .Select(n => new FiscalResult
                {
                    Economy = baseline.Economies[n].Code,
                    Name = baseline.Economies[n].Name,
                    Member = scenario.Members.Contains(baseline.Economies[n].Code),
                    ContributionsMusd = given[n],
                    DebtServiceMusd = service[n],
                    MaintenanceMusd = upkeep[n],
                    RevenueMusd = revenue[n],
                    LendingMusd = lending[n],
                    NetMusd = net[n],
                    FiscalCostMusd = Math.Max(0, net[n]),
                    RealIncomeBeforePct = before[n],
                    RealIncomePct = run.Economies[n].RealIncomePct,
                    RealIncomeMusd = run.Economies[n].RealIncomeMusd,
                    GdpRealPct = run.Economies[n].GdpRealPct,
                }),
        ];
    }

    private double Yearly(List<CashFlow> flows, ProjectEntry project, string item)
    {
        var years = new double[project.Accounts.Years];
        foreach (var flow in flows.Where(flow => flow.Item == item))
        {
            years[flow.Year - project.Plan.StartYear] += flow.Musd;
        }
        return FiscalBurden.Yearly(years, project.Plan, scenario.Finance.DiscountRate);
    }
}
