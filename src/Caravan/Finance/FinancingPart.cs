using System.Collections.Immutable;

namespace Caravan.Finance;

/// <summary>One piece of a project's financing.</summary>
public sealed record FinancingPart
{
    /// <summary>Grant, equity or loan.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Share of the capital cost that it pays, a fraction; those of a project sum to one.</summary>
    public required double Share { get; init; }

    /// <summary>Who puts the money up; the shares sum to one.</summary>
    public required ImmutableArray<PartyShare> From { get; init; }

    /// <summary>Terms of a loan; not looked at for grants and equity.</summary>
    public LoanTerms Terms { get; init; }

    /// <summary>True for grants and equity, which are not paid back.</summary>
    public bool IsPaidIn => Instrument is Instrument.Grant or Instrument.Equity;
}
