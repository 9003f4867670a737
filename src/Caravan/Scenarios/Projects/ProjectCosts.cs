using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Finance;

namespace Caravan.Scenarios.Projects;

/// <summary>What projects cost, in all and in a year.</summary>
internal sealed class ProjectCosts
{
    private readonly double _rate;

    public ProjectCosts(ImmutableArray<ScenarioAction> projects, double rate)
    {
        _rate = rate;
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
}
