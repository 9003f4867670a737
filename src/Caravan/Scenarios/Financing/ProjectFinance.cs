using System.Collections.Immutable;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>What a scenario says about an action's money, with every default filled in.</summary>
public sealed record ProjectFinance
{
    /// <summary>Years of service where a scenario does not say; illustrative, usual for appraisals of railways and roads.
    /// </summary>
    public const int DefaultLifeYears = 30;

    /// <summary>Yearly operation and maintenance over capital cost where a scenario does not say; illustrative.</summary>
    public const double DefaultMaintenance = 0.02;

    /// <summary>Capital cost, million dollars of the baseline's year.</summary>
    public required double CostMusd { get; init; }

    /// <summary>First year of construction.</summary>
    public required int StartYear { get; init; }

    /// <summary>First year of service.</summary>
    public required int OpenYear { get; init; }

    /// <summary>Years of service.</summary>
    public int LifeYears { get; init; } = DefaultLifeYears;

    /// <summary>Share of the cost in each year of construction; empty for the same in each.</summary>
    public ImmutableArray<double> Profile { get; init; } = [];

    /// <summary>Yearly operation and maintenance over capital cost, a fraction.</summary>
    public double Maintenance { get; init; } = DefaultMaintenance;

    /// <summary>What users pay, dollars per TEU of goods whose best route leads over it.</summary>
    public double TollUsdPerTeu { get; init; }

    /// <summary>What users pay in a year, million dollars; null where it follows from toll and traffic.</summary>
    public double? RevenueMusd { get; init; }

    /// <summary>Owners and their shares, which sum to one: codes of economies, <c>private</c>, or lenders.</summary>
    public required ImmutableArray<PartyShare> Owners { get; init; }

    /// <summary>Where the capital comes from; the shares sum to one.</summary>
    public required ImmutableArray<FinanceSource> Mix { get; init; }

    /// <summary>True where the cost is the catalogue's, not the scenario's.</summary>
    public bool HasCatalogueCost { get; init; }
}
