namespace Caravan.Finance;

/// <summary>The five ratios over the projection, per cent.</summary>
public sealed class DebtPath
{
    private readonly double[] _percent;

    internal DebtPath(StressTest test, int years) =>
        (Test, Years, _percent) = (test, years, new double[years * DebtThresholds.Ratios]);

    /// <summary>The shock.</summary>
    public StressTest Test { get; }

    /// <summary>Projected years.</summary>
    public int Years { get; }

    /// <summary>A ratio in a year counted from one, per cent.</summary>
    public double this[DebtRatio ratio, int year]
    {
        get => _percent[(year - 1) * DebtThresholds.Ratios + (int)ratio];
        internal set => _percent[(year - 1) * DebtThresholds.Ratios + (int)ratio] = value;
    }

    /// <summary>The largest value of a ratio in the first years, per cent.</summary>
    public double Peak(DebtRatio ratio, int years)
    {
        var peak = double.NegativeInfinity;
        for (var year = 1; year <= Math.Min(years, Years); year++)
        {
            peak = Math.Max(peak, this[ratio, year]);
        }
        return peak;
    }

    /// <summary>The first year, counted from one, in which any ratio is above its threshold; zero for never.</summary>
    public int FirstBreach(CarryingCapacity capacity)
    {
        for (var year = 1; year <= Years; year++)
        {
            for (var ratio = DebtRatio.ExternalToGdp; ratio <= DebtRatio.PublicToGdp; ratio++)
            {
                if (this[ratio, year] > DebtThresholds.Of(ratio, capacity))
                {
                    return year;
                }
            }
        }
        return 0;
    }

    /// <summary>True where a ratio is above its threshold in the first years.</summary>
    public bool Breaches(DebtRatio ratio, CarryingCapacity capacity, int years) =>
        Peak(ratio, years) > DebtThresholds.Of(ratio, capacity);

    /// <summary>True where any ratio is above its threshold in the first years.</summary>
    public bool Breaches(CarryingCapacity capacity, int years) =>
        FirstBreach(capacity) is var year and > 0 && year <= years;
}
