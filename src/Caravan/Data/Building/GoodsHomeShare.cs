using Caravan.Numerics;

namespace Caravan.Data.Building;

/// <summary>
/// The part of goods spending that stays at home, as size explains it in WIOD 2011: the log odds on the log of the
/// share in world value added.
/// </summary>
internal sealed record GoodsHomeShare(double Intercept, double Slope, double RSquared)
{
    /// <summary>Own demand is served from home for at least this part of what size predicts.</summary>
    public const double LowestPart = 0.25;

    /// <summary>The share that size predicts.</summary>
    public double Predict(double shareOfWorld) => 1 / (1 + Math.Exp(-(Intercept + Slope * Math.Log(shareOfWorld))));

    /// <summary>The least that the build accepts before it sees re-exports.</summary>
    public double Lowest(double shareOfWorld) => LowestPart * Predict(shareOfWorld);

    public static GoodsHomeShare Estimate(WiodTable wiod)
    {
        var total = wiod.ValueAdded.Sum();
        var (y, x) = (new List<double>(), new List<double[]>());
        for (var n = 0; n < wiod.SingleCount; n++)
        {
            var (home, all) = (0.0, 0.0);
            for (var g = 0; g < SectorTable.WiodGoods; g++)
            {
                home += wiod.Sales[g, n, n];
                all += wiod.Spending(g, n);
            }
            y.Add(Math.Log(home / (all - home)));
            x.Add([Math.Log(wiod.ValueAdded[n] / total)]);
        }
        var fit = LeastSquares.Fit(y, x);
        return new(fit.Coefficients[0], fit.Coefficients[1], fit.RSquared);
    }
}
