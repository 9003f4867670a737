namespace Caravan.Finance;

/// <summary>Values of yearly cash flows.</summary>
public static class PresentValue
{
    /// <summary>The value in year zero of flows in years 0, 1, 2 and so on, at a rate above -1.</summary>
    public static double Of(ReadOnlySpan<double> flows, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, -1);
        var value = 0.0;
        for (var year = flows.Length - 1; year >= 0; year--)
        {
            value = value / (1 + rate) + flows[year];
        }
        return value;
    }

    /// <summary>
    /// The yearly amount over so many years, the first at the end of year one, that is worth one now: the capital
    /// recovery factor r / (1 - (1 + r)^-n), and 1 / n without interest.
    /// </summary>
    public static double Annuity(double rate, int years)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, -1);
        return Math.Abs(rate) < 1e-12 ? 1.0 / years : rate / (1 - Math.Pow(1 + rate, -years));
    }
}
