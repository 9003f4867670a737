using System.Collections.Immutable;
using Caravan.Finance;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios.Parsing;

/// <summary>The money of an action as written: names of economies not yet looked up.</summary>
internal sealed record DraftProject(FileText Place)
{
    public double? CostMusd { get; init; }

    /// <summary>True where the key is there, readable or not.</summary>
    public bool HasCost { get; init; }

    public bool HasYears { get; init; }

    public (int Start, int Open)? Years { get; init; }

    public DraftFinancing? Finance { get; init; }
}

/// <summary>The mapping <c>finance</c> of an action.</summary>
internal sealed record DraftFinancing(FileText Place)
{
    public int? Life { get; init; }

    public ImmutableArray<double> Profile { get; init; } = [];

    public double? Maintenance { get; init; }

    public double? Toll { get; init; }

    public double? RevenueMusd { get; init; }

    public ImmutableArray<DraftShare> Owners { get; init; } = [];

    public ImmutableArray<DraftSource> Mix { get; init; } = [];
}

/// <summary>A party's share as written.</summary>
internal readonly record struct DraftShare(FileText Word, double Share);

/// <summary>One source of money as written; null where it was not.</summary>
internal sealed record DraftSource(FileText Place, Lender Lender, Instrument Instrument, double Share)
{
    public ImmutableArray<DraftShare> From { get; init; } = [];

    public double? Rate { get; init; }

    public int? Grace { get; init; }

    public int? Maturity { get; init; }

    public string Currency { get; init; } = "USD";

    public bool IsPublicDebt { get; init; } = true;
}

/// <summary>The mapping <c>finance</c> of a scenario.</summary>
internal sealed record DraftBook(FileText Place)
{
    public double? DiscountRate { get; init; }

    public double? SocialDiscountRate { get; init; }

    public double? BudgetMusd { get; init; }

    public FundTerms? Fund { get; init; }

    public ImmutableArray<DraftShare> FundShares { get; init; } = [];

    public ImmutableArray<DraftOverride> Debt { get; init; } = [];

    public ImmutableArray<DraftOverride> Risk { get; init; } = [];
}

/// <summary>A number of an economy as written.</summary>
internal readonly record struct DraftOverride(FileText Economy, string Field, double Value);
