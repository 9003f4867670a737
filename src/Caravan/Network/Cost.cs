namespace Caravan.Network;

/// <summary>
/// Time and money of a stretch as whole minutes and cents, and both together in one sortable number: the high bits
/// hold money plus valued time in units of a 1440th of a cent, the low 24 bits hold minutes. Sums of such numbers are
/// sums of both parts, so the least sum is the cheapest route and, among equally cheap ones, the quickest.
/// </summary>
internal readonly record struct Cost(int Minutes, long Cents)
{
    public const long NoWay = long.MaxValue / 4;

    private const int MinuteBits = 24;
    private const int MinutesADay = 1440;

    public static Cost Of(double hours, double usd) =>
        new((int)Math.Round(60 * hours), (long)Math.Round(100 * usd));

    public long Pack(long centsPerDay) =>
        (Cents * MinutesADay + Minutes * centsPerDay << MinuteBits) + Minutes;

    public static Cost Unpack(long packed, long centsPerDay)
    {
        var minutes = (int)(packed & (1 << MinuteBits) - 1);
        return new(minutes, ((packed >> MinuteBits) - minutes * centsPerDay) / MinutesADay);
    }

    /// <summary>Money and valued time together of a packed cost, in units of a 1440th of a cent.</summary>
    public static long Valued(long packed) => packed >> MinuteBits;

    public double Days => (double)Minutes / MinutesADay;

    public double Usd => Cents / 100.0;

    public static Cost operator +(Cost a, Cost b) => new(a.Minutes + b.Minutes, a.Cents + b.Cents);
}
