using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Finance;
using Caravan.Scenarios.Financing;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Resolves the money of a scenario: names of economies, defaults of cost, years, owners and terms.</summary>
internal sealed class FinanceResolver(
    Baseline baseline, EconomyWords economies, DraftBook? book, Func<TransportTables> tables, IssueList issues)
{
    /// <summary>What holds for all actions.</summary>
    public ScenarioFinance Book(ImmutableArray<string> members)
    {
        if (book is null)
        {
            return new ScenarioFinance { IsDefault = true };
        }
        var shares = Parties(book.FundShares, members);
        for (var at = 0; at < shares.Length; at++)
        {
            if (!members.Contains(shares[at].Party))
            {
                issues.Add(book.FundShares[at].Word, $"{shares[at].Party} pays into the fund and is no member",
                    "add it to members, or give its share to others");
            }
        }
        return new ScenarioFinance
        {
            DiscountRate = book.DiscountRate ?? ScenarioFinance.DefaultDiscountRate,
            SocialDiscountRate = book.SocialDiscountRate ?? ScenarioFinance.DefaultSocialRate,
            BudgetMusd = book.BudgetMusd,
            Fund = book.Fund is { } fund ? fund with { Shares = shares } : null,
            Debt = Overrides(book.Debt),
            Risk = Overrides(book.Risk),
        };
    }

    /// <summary>The money of one action; null where the scenario says nothing or after an issue.</summary>
    public ProjectFinance? Project(DraftProject? draft, ScenarioAction action)
    {
        if (draft is null)
        {
            return null;
        }
        var projects = action.Projects.Select(id => tables().Projects.First(project => project.Id == id)).ToList();
        var cost = draft.HasCost ? draft.CostMusd : CatalogueCost(draft, action, projects);
        var years = draft.HasYears ? draft.Years : CatalogueYears(draft, action, projects);
        var finance = draft.Finance ?? new DraftFinancing(draft.Place);
        if (finance.Toll > 0 && projects.Count == 0 && action.Link is null)
        {
            issues.Add(finance.Place, $"action {action.Id} has a toll, but builds nothing whose traffic is known",
                "give revenue_musd, or use lever link");
        }
        var build = years is { } span ? span.Open - span.Start : 0;
        var owners = finance.Owners.IsEmpty ? DefaultOwners(draft, action, projects) : Parties(finance.Owners);
        var mix = finance.Mix.Select(source => Source(source, build)).ToImmutableArray();
        if (cost is null || years is null)
        {
            return null;
        }
        if (!finance.Profile.IsEmpty && finance.Profile.Length != build && draft.Years is null)
        {
            issues.Add(finance.Place, $"profile has {finance.Profile.Length} shares for {build} years of construction, "
                + $"{years.Value.Start} to {years.Value.Open - 1}", "give one share a year");
        }
        return new ProjectFinance
        {
            CostMusd = cost.Value,
            HasCatalogueCost = draft.CostMusd is null,
            StartYear = years.Value.Start,
            OpenYear = years.Value.Open,
            LifeYears = finance.Life ?? ProjectFinance.DefaultLifeYears,
            Profile = finance.Profile,
            Maintenance = finance.Maintenance ?? ProjectFinance.DefaultMaintenance,
            TollUsdPerTeu = finance.Toll ?? 0,
            RevenueMusd = finance.RevenueMusd,
            Owners = owners,
            Mix = finance.Mix.IsEmpty
                ? [new FinanceSource { Instrument = Instrument.Equity, Lender = Lenders.Budgets, Share = 1 }]
                : mix,
        };
    }

    private FinanceSource Source(DraftSource draft, int buildYears)
    {
        var source = new FinanceSource
        {
            Instrument = draft.Instrument,
            Lender = draft.Lender.Id,
            Share = draft.Share,
            From = Parties(draft.From),
            Currency = draft.Currency,
            IsPublicDebt = draft.IsPublicDebt,
        };
        if (draft.Lender.Id == Lenders.Fund && book?.Fund is null)
        {
            issues.Add(draft.Place, "money comes from the pooled fund, but the scenario has none",
                "add finance: {fund: {key: gdp}} at the top of the file");
        }
        if (!source.IsLoan)
        {
            return source;
        }
        var standard = draft.Lender.Id == Lenders.Fund ? book?.Fund?.Terms : draft.Lender.Terms;
        if (standard is null && (draft.Rate ?? draft.Grace ?? draft.Maturity) is null)
        {
            if (draft.Lender.Id == Lenders.Fund && book?.Fund is not null)
            {
                issues.Add(draft.Place, "the pooled fund lends, but has no terms",
                    "give the fund rate, grace and maturity, or write instrument: grant");
            }
            return source;
        }
        var terms = new LoanTerms(draft.Rate ?? standard?.Rate ?? 0, draft.Grace ?? standard?.GraceYears ?? 0,
            draft.Maturity ?? standard?.MaturityYears ?? 0);
        if (!terms.IsSound)
        {
            issues.Add(draft.Place, $"a loan of {draft.Lender.Id} runs {terms.MaturityYears} years with "
                + $"{terms.GraceYears} of grace", "give a maturity beyond the grace");
        }
        else if (terms.MaturityYears < buildYears)
        {
            issues.Add(draft.Place, $"a loan of {draft.Lender.Id} is repaid after {terms.MaturityYears} years, but "
                + $"construction takes {buildYears}", $"give a maturity of {buildYears} years or more");
        }
        return source with
        {
            Terms = terms,
            HasBaseRate = draft.Rate is null && draft.Instrument == Instrument.CommercialLoan,
        };
    }

    private double? CatalogueCost(DraftProject draft, ScenarioAction action, List<TransportProject> projects)
    {
        var unknown = projects.Where(project => project.CostMusd is null).Select(project => project.Id).ToList();
        if (projects.Count > 0 && unknown.Count == 0)
        {
            return projects.Sum(project => project.CostMusd!.Value);
        }
        var named = string.Join(", ", unknown.Take(5)) + (unknown.Count > 5 ? " and others" : "");
        issues.Add(draft.Place, $"action {action.Id} has no cost"
            + (unknown.Count == 0 ? "" : $": the catalogue has none for {named}"),
            "add cost_musd: and million dollars");
        return null;
    }

    private (int Start, int Open)? CatalogueYears(
        DraftProject draft, ScenarioAction action, List<TransportProject> projects)
    {
        var known = projects.Count > 0 && projects.TrueForAll(project => project.StartYear > 0 && project.EndYear > 0);
        if (known)
        {
            var start = projects.Min(project => project.StartYear);
            return (start, Math.Max(projects.Max(project => project.EndYear), start + 1));
        }
        issues.Add(draft.Place, $"action {action.Id} has no years"
            + (projects.Count == 0 ? "" : ", and the catalogue does not know them all"),
            "add years: [first of construction, first of service]");
        return null;
    }

    // Who builds on its own ground owns, else who agrees. Projects of one action count alike, whatever their size.
    private ImmutableArray<PartyShare> DefaultOwners(
        DraftProject draft, ScenarioAction action, List<TransportProject> projects)
    {
        var weights = new SortedList<int, double>();
        foreach (var project in projects)
        {
            var hosts = action.By.Where(code => IsHost(project, code)).ToList();
            foreach (var n in hosts.Select(baseline.IndexOfEconomy))
            {
                weights[n] = weights.GetValueOrDefault(n) + 1.0 / hosts.Count;
            }
        }
        foreach (var n in weights.Count > 0 ? [] : action.By.Select(baseline.IndexOfEconomy))
        {
            weights[n] = 1;
        }
        if (weights.Count == 0)
        {
            issues.Add(draft.Place, $"action {action.Id} has no owners, and the scenario no members",
                "add finance: {owners: {CODE: 100%}}");
        }
        var whole = weights.Values.Sum();
        return [.. weights.Select(weight => new PartyShare(baseline.Economies[weight.Key].Code, weight.Value / whole))];
    }

    private bool IsHost(TransportProject project, string code) => project.Economies.Contains(code)
        || baseline.Economies[baseline.IndexOfEconomy(code)].Contains.Any(inside => project.Economies.Contains(inside));

    private ImmutableArray<PartyShare> Parties(
        ImmutableArray<DraftShare> drafts, ImmutableArray<string> onlyOf = default)
    {
        var parties = ImmutableArray.CreateBuilder<PartyShare>();
        foreach (var draft in drafts)
        {
            if (onlyOf.IsDefault
                && Lenders.Find(draft.Word.Text) is { Id: not (Lenders.Budgets or Lenders.Fund) } lender)
            {
                parties.Add(new PartyShare(lender.Id, draft.Share));
            }
            else
            {
                var found = economies.FindOne(draft.Word);
                parties.Add(new PartyShare(found is { } n ? baseline.Economies[n].Code : draft.Word.Text, draft.Share));
            }
        }
        return parties.ToImmutable();
    }

    private ImmutableArray<EconomyOverride> Overrides(ImmutableArray<DraftOverride> drafts)
    {
        var overrides = ImmutableArray.CreateBuilder<EconomyOverride>();
        foreach (var group in drafts.GroupBy(draft => draft.Economy))
        {
            if (economies.FindOne(group.Key) is { } n)
            {
                var code = baseline.Economies[n].Code;
                overrides.AddRange(group.Select(one => new EconomyOverride(code, one.Field, one.Value)));
            }
        }
        return overrides.ToImmutable();
    }
}
