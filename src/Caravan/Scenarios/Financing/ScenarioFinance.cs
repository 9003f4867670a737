using System.Collections.Immutable;

namespace Caravan.Scenarios.Financing;

/// <summary>What a scenario says about money as a whole, with every default filled in.</summary>
public sealed record ScenarioFinance
{
    /// <summary>Rate for cash flows and the yearly fiscal cost: the unified rate of the IMF and the World Bank.</summary>
    public const double DefaultDiscountRate = 0.05;

    /// <summary>Social rate: the smallest economic return that ADB accepts for most projects (ADB 2017, Guidelines for the
    /// Economic Analysis of Projects, which revised it; the figure itself is from general knowledge, unverified).</summary>
    public const double DefaultSocialRate = 0.09;

    /// <summary>Discount rate of cash flows, a fraction.</summary>
    public double DiscountRate { get; init; } = DefaultDiscountRate;

    /// <summary>Discount rate of economic appraisal, a fraction.</summary>
    public double SocialDiscountRate { get; init; } = DefaultSocialRate;

    /// <summary>What all projects together may cost, million dollars; null for no limit.</summary>
    public double? BudgetMusd { get; init; }

    /// <summary>The pooled fund; null where there is none.</summary>
    public FundTerms? Fund { get; init; }

    /// <summary>Inputs of debt sustainability by economy that replace the shipped ones.</summary>
    public ImmutableArray<EconomyOverride> Debt { get; init; } = [];

    /// <summary>Scores and effects of risk by economy that replace the estimated ones.</summary>
    public ImmutableArray<EconomyOverride> Risk { get; init; } = [];

    /// <summary>True where the scenario says nothing.</summary>
    public bool IsDefault { get; init; }
}
