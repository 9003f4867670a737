namespace Caravan.Finance;

/// <summary>Risk of debt distress, from best to worst.</summary>
public enum DebtRating
{
    /// <summary>No threshold is breached, not even under stress.</summary>
    Low,

    /// <summary>Breaches come only under stress.</summary>
    Moderate,

    /// <summary>A threshold is breached without any shock.</summary>
    High,

    /// <summary>Payments are in arrears or being restructured. No ratio can tell; the user must.</summary>
    InDistress,
}
