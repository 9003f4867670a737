namespace Caravan.Finance;

/// <summary>
/// Thresholds of the joint framework of the IMF and the World Bank for low-income countries, in force since July 2018.
/// </summary>
/// <remarks>
/// IMF and World Bank (2018), Guidance Note on the Bank-Fund Debt Sustainability Framework for Low Income Countries, table
/// of thresholds and benchmark. External debt to GDP, debt service to exports and to revenue, and public debt to GDP were
/// checked against a published table that cites IMF (2017); the thresholds to exports (140, 180, 240) are as the note is
/// quoted and were not checked against its print (unverified).
/// </remarks>
public static class DebtThresholds
{
    // per cent; rows in the order of DebtRatio, columns weak, medium, strong
    private static readonly double[,] s_percent =
    {
        { 30, 40, 55 },
        { 140, 180, 240 },
        { 10, 15, 21 },
        { 14, 18, 23 },
        { 35, 55, 70 },
    };

    /// <summary>Number of ratios.</summary>
    public const int Ratios = 5;

    /// <summary>The threshold in per cent, above which a ratio is a breach.</summary>
    public static double Of(DebtRatio ratio, CarryingCapacity capacity) => s_percent[(int)ratio, (int)capacity];
}
