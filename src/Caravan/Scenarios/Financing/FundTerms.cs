using System.Collections.Immutable;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>A fund that members pool: who pays how much, and on which terms it lends.</summary>
public sealed record FundTerms
{
    /// <summary>How members share what the fund needs.</summary>
    public FundKey Key { get; init; } = FundKey.Gdp;

    /// <summary>Stated shares by code, which sum to one; empty for the other keys.</summary>
    public ImmutableArray<PartyShare> Shares { get; init; } = [];

    /// <summary>Terms of the fund's loans; null where it only gives grants.</summary>
    public LoanTerms? Terms { get; init; }
}
