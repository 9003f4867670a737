using Caravan.Numerics;

namespace Caravan.Data.Building;

/// <summary>
/// Total services exports and imports of each economy: a first estimate from WIOD 2011 behaviour, steered within bounds
/// so that the balance of goods and services comes near the one known from another source.
/// </summary>
internal sealed class ServicesMargins
{
    /// <summary>
    /// World trade in commercial services over world merchandise trade in 2023: 7.54 over 24.01 trillion dollars, WTO,
    /// Global Trade Outlook and Statistics, April 2024.
    /// </summary>
    public const double WorldServicesToGoods = 7.54 / 24.01;

    /// <summary>Steering multiplies exports and divides imports by at most this.</summary>
    public const double StrongestSteering = 1.3;

    /// <summary>Highest deficit and surplus, shares of GDP, and the highest deficit above the known one.</summary>
    public const double HighestDeficit = 0.40;
    public const double HighestSurplus = 0.35;
    public const double HighestAboveKnown = 0.15;

    /// <summary>Services exports by economy, without unrecorded re-exports; million dollars.</summary>
    public required double[] Exports { get; init; }

    /// <summary>Services imports by economy.</summary>
    public required double[] Imports { get; init; }

    /// <summary>Goods that enter in the pair totals and leave outside them: what keeps the deficit within bounds.
    /// </summary>
    public required double[] UnrecordedReExports { get; init; }

    /// <summary>Deficit over GDP known from another source; NaN where there is none.</summary>
    public required double[] KnownDeficit { get; init; }

    /// <summary>Goodness of fit of the two regressions on WIOD.</summary>
    public required double ExportsRSquared { get; init; }

    public required double ImportsRSquared { get; init; }

    public static ServicesMargins Estimate(World world, RawData raw, IcioTable icio, WiodTable wiod)
    {
        var (goodsExports, goodsImports) = (world.Exports(), world.Imports());
        var (exports, exportsFit) = FirstEstimate(world, raw, wiod, wiod.Exports);
        var (imports, importsFit) = FirstEstimate(world, raw, wiod,
            (g, n) => wiod.Spending(g, n) - wiod.Sales[g, n, n]);
        var services = WorldServicesToGoods * goodsExports.Sum();
        Rescale(exports, services);
        Rescale(imports, services);
        var known = KnownDeficits(world, raw, icio);
        // One shift of all known balances makes the world's services balance zero; found by bisection.
        var (low, high) = (-0.3, 0.3);
        ServicesMargins Steered(double shift)
        {
            var result = new ServicesMargins
            {
                Exports = (double[])exports.Clone(),
                Imports = (double[])imports.Clone(),
                UnrecordedReExports = new double[world.Count],
                KnownDeficit = known,
                ExportsRSquared = exportsFit,
                ImportsRSquared = importsFit,
            };
            for (var n = 0; n < world.Count; n++)
            {
                result.Steer(n, goodsImports[n] - goodsExports[n], world.Gdp[n], shift);
            }
            return result;
        }
        for (var step = 0; step < 80; step++)
        {
            var middle = 0.5 * (low + high);
            var trial = Steered(middle);
            // a higher shift means higher deficits, so fewer exports
            if (trial.Exports.Sum() + trial.UnrecordedReExports.Sum() > trial.Imports.Sum())
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        var steered = Steered(0.5 * (low + high));
        // what bisection leaves is rounding
        Rescale(steered.Imports, steered.Exports.Sum() + steered.UnrecordedReExports.Sum());
        return steered;
    }

    private static void Rescale(double[] values, double total)
    {
        var factor = total / values.Sum();
        for (var n = 0; n < values.Length; n++)
        {
            values[n] *= factor;
        }
    }

    private void Steer(int n, double goodsDeficit, double gdp, double shift)
    {
        var (exports, imports) = (Exports[n], Imports[n]);
        var known = KnownDeficit[n];
        var factor = double.IsNaN(known) ? 1 : Factor(exports, imports, goodsDeficit - (known + shift) * gdp);
        factor = Math.Clamp(factor, 1 / StrongestSteering, StrongestSteering);
        double Deficit(double x) => goodsDeficit + imports / x - exports * x;
        if (Deficit(factor) < -HighestSurplus * gdp)
        {
            factor = Factor(exports, imports, goodsDeficit + HighestSurplus * gdp);
        }
        (Exports[n], Imports[n]) = (exports * factor, imports / factor);
        var highest = double.IsNaN(known)
            ? HighestDeficit : Math.Clamp(known + HighestAboveKnown, 0, HighestDeficit);
        UnrecordedReExports[n] = Math.Max(0, Deficit(factor) - highest * gdp);
    }

    // The x for which exports x - imports / x is the surplus wanted.
    private static double Factor(double exports, double imports, double surplus) =>
        (surplus + Math.Sqrt(surplus * surplus + 4 * exports * imports)) / (2 * exports);

    // Known deficits of goods and services over GDP: ICIO 2020, else minus the current account of the WEO vintage.
    private static double[] KnownDeficits(World world, RawData raw, IcioTable icio)
    {
        var known = new double[world.Count];
        for (var n = 0; n < world.Count; n++)
        {
            var code = world.List.Economies[n].Code;
            known[n] = icio.DeficitMusd.TryGetValue(code, out var deficit)
                ? deficit * 1e6 / raw.GdpUsd2020[code]
                : raw.CurrentAccountShare.TryGetValue(code, out var balance) ? -balance : double.NaN;
        }
        return known;
    }

    // Exports of the trade sector are left out: in WIOD they are margins on goods, which BACI values goods with. WIOD
    // economies keep their own ratio of services trade to value added; the others take the ratio that size, income
    // and openness to goods trade predict.
    private static (double[] Value, double RSquared) FirstEstimate(
        World world, RawData raw, WiodTable wiod, Func<int, int, double> trade)
    {
        var (y, x, codes) = (new List<double>(), new List<double[]>(), new List<string>());
        var total = wiod.ValueAdded.Sum();
        for (var n = 0; n < wiod.SingleCount; n++)
        {
            if (!raw.Population2011.TryGetValue(wiod.Economies[n], out var people))
            {
                continue;
            }
            var (services, goods) = (0.0, 0.0);
            for (var g = 0; g < WiodTable.Groups; g++)
            {
                services += g >= SectorTable.WiodGoods && g != SectorTable.WiodTradeMargins ? trade(g, n) : 0;
                goods += g < SectorTable.WiodGoods
                    ? wiod.Exports(g, n) + wiod.Spending(g, n) - wiod.Sales[g, n, n] : 0;
            }
            var valueAdded = wiod.ValueAdded[n];
            codes.Add(wiod.Economies[n]);
            y.Add(Math.Log(services / valueAdded));
            x.Add([Math.Log(valueAdded / total), Math.Log(valueAdded * 1e6 / people), Math.Log(goods / valueAdded)]);
        }
        var fit = LeastSquares.Fit(y, x);
        var (exports, imports, gdpTotal) = (world.Exports(), world.Imports(), world.Gdp.Sum());
        var value = new double[world.Count];
        for (var n = 0; n < world.Count; n++)
        {
            var own = codes.IndexOf(world.List.Economies[n].Code);
            var ratio = own >= 0 ? y[own] : fit.Predict(
                Math.Log(world.Gdp[n] / gdpTotal),
                Math.Log(world.Gdp[n] * 1e6 / world.Population[n]),
                Math.Log((exports[n] + imports[n]) / world.Gdp[n]));
            value[n] = world.Gdp[n] * Math.Exp(ratio);
        }
        return (value, fit.RSquared);
    }
}
