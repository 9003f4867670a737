using System.Collections.Immutable;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>One source of a project's money, names resolved and terms filled in.</summary>
public sealed record FinanceSource
{
    /// <summary>Grant, equity or loan.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Id of the lender or giver.</summary>
    public required string Lender { get; init; }

    /// <summary>Share of the capital cost, a fraction.</summary>
    public required double Share { get; init; }

    /// <summary>Economies that give, with shares that sum to one; empty for the lender itself.</summary>
    public ImmutableArray<PartyShare> From { get; init; } = [];

    /// <summary>Terms of a loan, before the premium where they are the lender's own.</summary>
    public LoanTerms Terms { get; init; }

    /// <summary>True where the rate is the lender's base rate, so that the borrower's premium comes on top.</summary>
    public bool HasBaseRate { get; init; }

    /// <summary>Currency of a loan; <c>local</c> for the borrower's own.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>False where a loan is owed by the project company alone and counts as no public debt.</summary>
    public bool IsPublicDebt { get; init; } = true;

    /// <summary>True for a loan.</summary>
    public bool IsLoan => Instrument is Instrument.ConcessionalLoan or Instrument.CommercialLoan;
}
