namespace Caravan.Finance;

/// <summary>How much debt an economy can carry, by the framework's three classes.</summary>
public enum CarryingCapacity
{
    /// <summary>Lowest thresholds.</summary>
    Weak,

    /// <summary>Thresholds in between.</summary>
    Medium,

    /// <summary>Highest thresholds.</summary>
    Strong,
}
