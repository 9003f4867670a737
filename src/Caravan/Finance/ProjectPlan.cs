using System.Collections.Immutable;

namespace Caravan.Finance;

/// <summary>A project as its financiers see it: what it costs and earns in each year, and whose money it is.</summary>
public sealed record ProjectPlan
{
    /// <summary>Capital cost, million dollars, spread over the years of construction; zero or more.</summary>
    public required double CostMusd { get; init; }

    /// <summary>First year of construction.</summary>
    public required int StartYear { get; init; }

    /// <summary>First year of service; later than <see cref="StartYear"/>.</summary>
    public required int OpenYear { get; init; }

    /// <summary>Years of service.</summary>
    public required int LifeYears { get; init; }

    /// <summary>
    /// Share of the cost in each year of construction, summing to one; empty for the same in every year. One a year from
    /// <see cref="StartYear"/> to the year before <see cref="OpenYear"/>.
    /// </summary>
    public ImmutableArray<double> Profile { get; init; } = [];

    /// <summary>Operation and maintenance in a year of service, million dollars.</summary>
    public double MaintenanceMusd { get; init; }

    /// <summary>What users pay in a year of service, million dollars.</summary>
    public double RevenueMusd { get; init; }

    /// <summary>Who owns the project, pays its upkeep and debt, and takes its revenue; the shares sum to one.</summary>
    public required ImmutableArray<PartyShare> Owners { get; init; }

    /// <summary>Where the capital comes from; the shares sum to one.</summary>
    public required ImmutableArray<FinancingPart> Financing { get; init; }

    /// <summary>Years of construction.</summary>
    public int BuildYears => OpenYear - StartYear;

    /// <summary>Capital cost in each year of construction, million dollars.</summary>
    public ImmutableArray<double> Capital => Profile.IsEmpty
        ? [.. Enumerable.Repeat(CostMusd / BuildYears, BuildYears)]
        : [.. Profile.Select(share => share * CostMusd)];

    /// <summary>Revenue less capital less maintenance in each year, million dollars: the project before financing.</summary>
    public double[] NetFlows()
    {
        var flows = new double[BuildYears + LifeYears];
        var capital = Capital;
        for (var year = 0; year < flows.Length; year++)
        {
            flows[year] = year < BuildYears ? -capital[year] : RevenueMusd - MaintenanceMusd;
        }
        return flows;
    }

    /// <summary>The plan when it opens so many years late: construction is stretched, service is as long as before.
    /// </summary>
    /// <param name="years">Years later.</param>
    /// <param name="overrun">Cost above the plan, a fraction.</param>
    public ProjectPlan Delayed(int years, double overrun) => this with
    {
        CostMusd = CostMusd * (1 + overrun),
        OpenYear = OpenYear + years,
        Profile = Profile.IsEmpty ? [] : [.. Profile, .. Enumerable.Repeat(0.0, years)],
    };
}
