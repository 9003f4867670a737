namespace Caravan.Scenarios;

/// <summary>Journeys from one economy to another, means over their cities; infinite where there is no way.</summary>
/// <param name="Origin">Code of the economy where journeys begin.</param>
/// <param name="Destination">Code of the economy where they end; the origin itself for journeys at home.</param>
/// <param name="DaysBefore">Days door to door before.</param>
/// <param name="DaysAfter">Days door to door after.</param>
/// <param name="UsdBefore">Dollars per TEU before.</param>
/// <param name="UsdAfter">Dollars per TEU after.</param>
public readonly record struct TransportPair(
    string Origin, string Destination, double DaysBefore, double DaysAfter, double UsdBefore, double UsdAfter)
{
    /// <summary>True where two of their cities had a way before and have none after; days and dollars leave them out.
    /// </summary>
    public bool LosesCities { get; init; }

    /// <summary>Whether there is a way, before and after.</summary>
    public TransportPairStatus Status => (double.IsFinite(DaysBefore), double.IsFinite(DaysAfter)) switch
    {
        (true, true) when LosesCities => TransportPairStatus.PartlyCutOff,
        (true, true) => TransportPairStatus.Connected,
        (true, false) => TransportPairStatus.CutOff,
        (false, true) => TransportPairStatus.NewlyConnected,
        _ => TransportPairStatus.NoWay,
    };

    /// <summary>Change of dollars plus valued days, per cent; null unless there is a way before and after.</summary>
    /// <param name="usdPerDay">What a day is worth, dollars per TEU.</param>
    public double? ChangePct(double usdPerDay)
    {
        if (Status is not (TransportPairStatus.Connected or TransportPairStatus.PartlyCutOff))
        {
            return null;
        }
        var (before, after) = (UsdBefore + usdPerDay * DaysBefore, UsdAfter + usdPerDay * DaysAfter);
        return before > 0 ? 100 * (after / before - 1) : 0;
    }
}
