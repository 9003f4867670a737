namespace Caravan.Finance;

/// <summary>
/// The standard stress tests of the framework (B1 to B6). Shocks come in the second and third year of the projection;
/// their size is one standard deviation over the past where the past is known.
/// </summary>
public enum StressTest
{
    /// <summary>No shock: the baseline.</summary>
    None,

    /// <summary>Growth at its past mean or its projection, whichever is lower, less one standard deviation; spending as
    /// planned.</summary>
    Growth,

    /// <summary>Primary balance one standard deviation lower.</summary>
    PrimaryBalance,

    /// <summary>Growth of exports at its past mean or its projection, whichever is lower, less one standard deviation; what
    /// is not earned is borrowed abroad.</summary>
    Exports,

    /// <summary>Transfers and direct investment one standard deviation lower; what does not come is borrowed abroad.
    /// </summary>
    OtherFlows,

    /// <summary>A depreciation by 30 % in the second year.</summary>
    Depreciation,

    /// <summary>All of them at half their size.</summary>
    Combination,
}
