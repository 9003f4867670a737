using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>Somebody who finances projects, with the terms that are assumed where a scenario gives none.</summary>
/// <param name="Id">Word in scenarios.</param>
/// <param name="Name">Readable name.</param>
/// <param name="Instrument">What it gives where the scenario does not say.</param>
public sealed record Lender(string Id, string Name, Instrument Instrument)
{
    /// <summary>Code of the economy whose public pays for it; empty for banks of many owners and for private money.
    /// </summary>
    public string Economy { get; init; } = "";

    /// <summary>
    /// Terms assumed where a scenario gives none; null where there are none to assume. The rate of a commercial loan is the
    /// base rate, to which the borrower's premium is added.
    /// </summary>
    public LoanTerms? Terms { get; init; }

    /// <summary>Where the terms come from; <c>unverified</c> where they are general knowledge.</summary>
    public string Source { get; init; } = "";
}
