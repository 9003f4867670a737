namespace Caravan.Finance;

/// <summary>How money comes to a project.</summary>
public enum Instrument
{
    /// <summary>Given and not paid back.</summary>
    Grant,

    /// <summary>Paid in for a share of what the project earns.</summary>
    Equity,

    /// <summary>Lent on terms meant to be easier than the market's.</summary>
    ConcessionalLoan,

    /// <summary>Lent on the market's terms, a premium for the borrower's risk included.</summary>
    CommercialLoan,
}
