using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Cooperation.Projects;
using Caravan.Data;
using Caravan.Finance;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios.Projects;

/// <summary>What projects cost, in all and in a year, and what they add to the debt of members.</summary>
internal sealed class ProjectCosts
{
    private readonly Scenario _scenario;
    private readonly Baseline _baseline;
    private readonly ImmutableArray<ScenarioAction> _projects;
    private readonly double _rate;

    public ProjectCosts(Scenario scenario, Baseline baseline, ImmutableArray<ScenarioAction> projects, double rate)
    {
        (_scenario, _baseline, _projects, _rate) = (scenario, baseline, projects, rate);
        Capital = [.. projects.Select(project => project.Finance?.CostMusd ?? double.NaN)];
        Yearly = [.. projects.Select(YearlyOf)];
        WithoutCost = [.. projects.Where(project => project.Finance is null).Select(project => project.Id)];
    }

    /// <summary>Capital cost [project], million dollars; NaN where it is not known.</summary>
    public ImmutableArray<double> Capital { get; }

    /// <summary>
    /// The same amount in each year of service that is worth capital and upkeep at the discount rate [project]; NaN where they
    /// are not known. A yearly gain above it is an economic net present value above zero.
    /// </summary>
    public ImmutableArray<double> Yearly { get; }

    /// <summary>Projects whose cost is not known.</summary>
    public ImmutableArray<string> WithoutCost { get; }

    /// <summary>True where every cost is known.</summary>
    public bool AreKnown => WithoutCost.IsEmpty;

    /// <summary>Capital cost of a set, million dollars; NaN where one is not known.</summary>
    public double Of(Coalition set) => set.Players.Sum(project => Capital[project]);

    /// <summary>
    /// The room of each member for debt: public loans from abroad, at their value at 5 %, are no more than what it could
    /// borrow before a threshold of the debt framework is breached. Members of whom nothing is known have no limit.
    /// </summary>
    /// <param name="others">The actions in force beside the projects: levers on finance and risk change what loans cost.
    /// </param>
    public IEnumerable<ProjectLimit> DebtLimits(IEnumerable<ScenarioAction> others)
    {
        var entries = new ProjectBook(_scenario, _baseline, () => [], () => new double[_baseline.Economies.Length])
            .Of(_projects.Select(project => project with
            {
                // tolls change who pays later, not what is borrowed, and would need a search of routes
                Finance = project.Finance! with { TollUsdPerTeu = 0 },
            }).Concat(others));
        foreach (var code in _scenario.Members)
        {
            if (new DebtBook(_scenario, _baseline).Of(code) is { } inputs)
            {
                yield return new ProjectLimit($"Debt of {_baseline.Economies[_baseline.IndexOfEconomy(code)].Name}",
                    [.. entries.Select(entry => Borrowed(entry, code))], DebtSustainability.Assess(inputs).SpaceMusd);
            }
        }
    }

    private double YearlyOf(ScenarioAction project)
    {
        if (project.Finance is not { } finance)
        {
            return double.NaN;
        }
        var plan = new ProjectPlan
        {
            CostMusd = finance.CostMusd,
            StartYear = finance.StartYear,
            OpenYear = finance.OpenYear,
            LifeYears = finance.LifeYears,
            Profile = finance.Profile,
            MaintenanceMusd = finance.Maintenance * finance.CostMusd,
            Owners = finance.Owners,
            Financing = [],
        };
        return FiscalBurden.Yearly(
            [.. plan.Capital.Select(cost => -cost), .. Enumerable.Repeat(-plan.MaintenanceMusd, plan.LifeYears)], plan, _rate);
    }

    // value at opening of what an economy owes abroad for a project
    private static double Borrowed(ProjectEntry entry, string code)
    {
        var owned = entry.Plan.Owners.Where(owner => owner.Party == code).Sum(owner => owner.Share);
        var sum = 0.0;
        for (var at = 0; at < entry.Finance.Mix.Length; at++)
        {
            var source = entry.Finance.Mix[at];
            if (owned > 0 && source.IsPublicDebt && source.Currency != "local" && Lenders.Find(source.Lender)?.Economy != code
                && entry.Accounts.Loans[at] is { } loan)
            {
                var opened = entry.Plan.BuildYears - 1;
                sum += owned * Math.Min(loan.Owed[opened], loan.PresentValue(opened, GrantElement.UnifiedRate));
            }
        }
        return sum;
    }
}
