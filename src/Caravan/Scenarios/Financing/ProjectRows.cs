using System.Globalization;
using Caravan.Data;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>From plans, accounts and gains to the rows of projects.</summary>
internal sealed class ProjectRows(Scenario scenario, Baseline baseline, ProjectBook book)
{
    /// <summary>The row of a project.</summary>
    /// <param name="entry">Plan and accounts.</param>
    /// <param name="gain">Gain by economy from the project in the whole package, before cost, million dollars.</param>
    public ProjectResult Of(ProjectEntry entry, double[] gain)
    {
        var (plan, money) = (entry.Plan, scenario.Finance);
        var (rate, social) = (money.DiscountRate, money.SocialDiscountRate);
        var (all, ofMembers) = (gain.Sum(), scenario.Members.Sum(code => gain[baseline.IndexOfEconomy(code)]));
        var irr = RateOfReturn.Of(plan.NetFlows());
        var economic = EconomicAppraisal.Of(plan, all, social);
        var members = EconomicAppraisal.Of(plan, ofMembers, social);
        var financialValues = entry.Values(rate, one => PresentValue.Of(one.NetFlows(), rate));
        var economicValues = entry.Values(social, one => EconomicAppraisal.Of(one, all, social).NpvMusd);
        return new ProjectResult
        {
            Id = entry.Action.Id,
            Title = entry.Action.Title,
            CostMusd = plan.CostMusd,
            HasCatalogueCost = entry.Finance.HasCatalogueCost,
            StartYear = plan.StartYear,
            OpenYear = plan.OpenYear,
            LifeYears = plan.LifeYears,
            Owners = string.Join(", ", plan.Owners.Select(owner => $"{NameOf(owner.Party)} {Percent(owner.Share)}")),
            Mix = string.Join("; ", entry.Finance.Mix.Zip(plan.Financing, Describe)),
            LoansPct = 100 * plan.Financing.Where(part => !part.IsPaidIn).Sum(part => part.Share),
            TrafficTeu = entry.Action.Projects.IsEmpty && entry.Action.Link is null
                ? double.NaN : book.TrafficTeu(entry.Action),
            RevenueMusd = plan.RevenueMusd,
            MaintenanceMusd = plan.MaintenanceMusd,
            NpvMusd = financialValues[0],
            Irr = irr.Rate,
            IrrWord = irr.Word,
            GrantElementPct = 100 * entry.GrantElement,
            GainMusd = all,
            GainMembersMusd = ofMembers,
            EconomicNpvMusd = economic.NpvMusd,
            EconomicIrr = economic.RateOfReturn.Rate,
            BenefitCostRatio = economic.BenefitCostRatio,
            EconomicNpvMembersMusd = members.NpvMusd,
            BenefitCostRatioMembers = members.BenefitCostRatio,
            PremiumPct = 100 * entry.Risk.Premium,
            DelayPct = 100 * entry.Risk.Delay,
            FailurePct = 100 * entry.Risk.Failure,
            ExpectedNpvMusd = entry.Risk.Expected(financialValues[0], financialValues[1], financialValues[2]),
            DownsideNpvMusd = financialValues[1],
            ExpectedEconomicNpvMusd = entry.Risk.Expected(economicValues[0], economicValues[1], economicValues[2]),
            DownsideEconomicNpvMusd = economicValues[1],
        };
    }

    /// <summary>What a project does for each economy.</summary>
    public IEnumerable<ProjectGain> GainsOf(ProjectEntry entry, double[] gain)
    {
        var service = entry.Plan with { CostMusd = 0, MaintenanceMusd = 0, Profile = [] };
        for (var n = 0; n < gain.Length; n++)
        {
            var economy = baseline.Economies[n];
            yield return new ProjectGain(entry.Action.Id, economy.Code, economy.Name,
                scenario.Members.Contains(economy.Code), gain[n],
                EconomicAppraisal.Of(service, gain[n], scenario.Finance.SocialDiscountRate).NpvMusd);
        }
    }

    /// <summary>Who pays what in which year.</summary>
    public IEnumerable<CashFlowResult> FlowsOf(ProjectEntry entry) => entry.Accounts.Flows
        .GroupBy(flow => (flow.Year, flow.Party, flow.Item))
        .Select(group => new CashFlowResult(entry.Action.Id, group.Key.Year, group.Key.Party, NameOf(group.Key.Party),
            group.Key.Item, group.Sum(flow => flow.Musd)));

    /// <summary>Short name of an economy, or name of a lender.</summary>
    public string NameOf(string party) => baseline.IndexOfEconomy(party) is var n and >= 0
        ? baseline.Economies[n].Name
        : Lenders.Find(party)?.Name ?? party;

    private string Describe(FinanceSource source, FinancingPart part)
    {
        var who = source.From.IsEmpty
            ? NameOf(source.Lender)
            : string.Join(" and ", source.From.Select(from => $"{NameOf(from.Party)} {Percent(from.Share)}"));
        var text = $"{Percent(source.Share)} {FinanceWords.Of(source.Instrument)}, {who}";
        return part.IsPaidIn ? text : text + string.Create(CultureInfo.InvariantCulture,
            $" ({100 * part.Terms.Rate:0.##} %, {part.Terms.GraceYears} + {part.Terms.MaturityYears - part.Terms.GraceYears} "
            + $"years, {source.Currency}{(source.IsPublicDebt ? "" : ", the company's debt")})");
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");
}
