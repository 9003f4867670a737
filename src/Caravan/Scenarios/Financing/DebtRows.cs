using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>From a run and its projects to debt sustainability of the members.</summary>
internal sealed class DebtRows(Scenario scenario, Baseline baseline, ImmutableArray<ProjectEntry> projects)
{
    private static readonly ImmutableArray<DebtRatio> s_ratios = [.. Enum.GetValues<DebtRatio>()];

    /// <summary>The row of an economy.</summary>
    public DebtResult Of(EconomyResult economy)
    {
        var inputs = new DebtBook(scenario, baseline).Of(economy.Code);
        if (inputs is null)
        {
            return Unknown(economy);
        }
        var before = DebtSustainability.Assess(inputs);
        var after = DebtSustainability.Assess(inputs, Addition(economy.Code, economy.GdpRealPct, economy.ExportsPct));
        return new DebtResult
        {
            Economy = economy.Code,
            Name = economy.Name,
            Capacity = FinanceWords.Of(inputs.Capacity),
            RatingBefore = FinanceWords.Of(before.Rating),
            Rating = FinanceWords.Of(after.Rating),
            FirstBreachBefore = before.FirstBreachYear,
            FirstBreach = after.FirstBreachYear,
            FirstStressedBreach = after.FirstStressedBreachYear,
            WorstTest = FinanceWords.Of(after.WorstTest),
            SpaceBeforeMusd = before.SpaceMusd,
            SpaceMusd = after.SpaceMusd,
            Binding = FinanceWords.Of(after.Binding),
            Ratios = [.. s_ratios.Select(ratio => new DebtRatioResult(economy.Code, economy.Name,
                FinanceWords.RatioIds[(int)ratio], FinanceWords.Of(ratio), DebtThresholds.Of(ratio, inputs.Capacity),
                before.Baseline.Peak(ratio, DebtSustainability.RatedYears),
                after.Baseline.Peak(ratio, DebtSustainability.RatedYears), Stressed(before, ratio), Stressed(after, ratio)))],
            Years = [.. Years(economy.Code, before, withPackage: false), .. Years(economy.Code, after, withPackage: true)],
        };
    }

    /// <summary>The largest value of each ratio in the rated years without shock, per cent; empty without data.</summary>
    public ImmutableArray<double> Peaks(string code, double gdpRealPct, double exportsPct)
    {
        if (new DebtBook(scenario, baseline).Of(code) is not { } inputs)
        {
            return [];
        }
        var path = DebtProjection.Run(
            inputs, Addition(code, gdpRealPct, exportsPct), StressTest.None, DebtSustainability.RatedYears);
        return [.. s_ratios.Select(ratio => path.Peak(ratio, DebtSustainability.RatedYears))];
    }

    // Loans that the public owes, what the budget pays, and the package's growth as its projects open.
    private DebtAddition Addition(string code, double gdpRealPct, double exportsPct)
    {
        var addition = new DebtAddition(DebtSustainability.Years);
        var all = projects.Sum(project => project.Plan.CostMusd);
        foreach (var project in projects)
        {
            var first = project.Plan.StartYear - baseline.Year;
            var owned = project.Plan.Owners.Where(owner => owner.Party == code).Sum(owner => owner.Share);
            for (var at = 0; at < project.Finance.Mix.Length; at++)
            {
                var source = project.Finance.Mix[at];
                if (owned > 0 && source.IsPublicDebt && project.Accounts.Loans[at] is { } loan)
                {
                    addition.AddLoan(loan, first, owned, IsExternal(source, code));
                }
            }
            var flows = project.Accounts.Of(code);
            for (var year = 1; year <= DebtSustainability.Years; year++)
            {
                addition.BudgetCost[year] -= year - first >= 0 && year - first < flows.Length ? flows[year - first] : 0;
                if (baseline.Year + year >= project.Plan.OpenYear && all > 0)
                {
                    var part = project.Plan.CostMusd / all;
                    addition.GdpFactor[year] += part * gdpRealPct / 100;
                    addition.ExportFactor[year] += part * exportsPct / 100;
                }
            }
        }
        return addition;
    }

    private static bool IsExternal(FinanceSource source, string code) =>
        source.Currency != "local" && Lenders.Find(source.Lender)?.Economy != code;

    private static double Stressed(DebtAssessment assessment, DebtRatio ratio) =>
        assessment.Paths.Skip(1).Max(path => path.Peak(ratio, DebtSustainability.RatedYears));

    private IEnumerable<DebtYearResult> Years(string code, DebtAssessment assessment, bool withPackage) =>
        from path in assessment.Paths
        from year in Enumerable.Range(1, path.Years)
        select new DebtYearResult(code, withPackage, FinanceWords.Of(path.Test), baseline.Year + year,
            path[DebtRatio.ExternalToGdp, year], path[DebtRatio.ExternalToExports, year],
            path[DebtRatio.ServiceToExports, year], path[DebtRatio.ServiceToRevenue, year],
            path[DebtRatio.PublicToGdp, year]);

    private static DebtResult Unknown(EconomyResult economy) => new()
    {
        Economy = economy.Code,
        Name = economy.Name,
        Capacity = "",
        RatingBefore = "no data",
        Rating = "no data",
        FirstBreachBefore = 0,
        FirstBreach = 0,
        FirstStressedBreach = 0,
        WorstTest = "",
        SpaceBeforeMusd = double.NaN,
        SpaceMusd = double.NaN,
        Binding = "",
        Ratios = [],
        Years = [],
    };
}
