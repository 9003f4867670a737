using Caravan.Numerics;

namespace Caravan.Data.Building;

/// <summary>
/// How much of its demand an economy serves from home: home over imported = factor x (its exports / exports of all
/// others)^power, sector by sector. Estimated by least squares in logarithms on WIOD 2011 goods.
/// </summary>
internal sealed record HomeBias(double Factor, double Power, double RSquared)
{
    /// <summary>Share of demand that is imported.</summary>
    public double ImportShare(double ownExports, double worldExports)
    {
        var others = worldExports - ownExports;
        return others > 0 ? 1 / (1 + Factor * Math.Pow(ownExports / others, Power)) : 0;
    }

    public static HomeBias Estimate(WiodTable wiod)
    {
        var (y, x) = (new List<double>(), new List<double[]>());
        for (var g = 0; g < SectorTable.WiodGoods; g++)
        {
            var world = Enumerable.Range(0, wiod.Economies.Length).Sum(n => wiod.Exports(g, n));
            for (var n = 0; n < wiod.SingleCount; n++)
            {
                var (own, home) = (wiod.Exports(g, n), wiod.Sales[g, n, n]);
                var imported = wiod.Spending(g, n) - home;
                if (own > 0 && home > 0 && imported > 0)
                {
                    y.Add(Math.Log(home / imported));
                    x.Add([Math.Log(own / (world - own))]);
                }
            }
        }
        var fit = LeastSquares.Fit(y, x);
        return new(Math.Exp(fit.Coefficients[0]), fit.Coefficients[1], fit.RSquared);
    }
}
