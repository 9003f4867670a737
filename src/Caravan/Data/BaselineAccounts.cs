using Caravan.Numerics;

namespace Caravan.Data;

/// <summary>Totals that follow from the trade and tariffs of a baseline, million dollars a year.</summary>
public sealed class BaselineAccounts
{
    /// <summary>Computes the totals of a baseline.</summary>
    public BaselineAccounts(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var (sectors, economies) = (baseline.Sectors.Length, baseline.Economies.Length);
        var (output, spending) = (new double[economies * sectors], new double[economies * sectors]);
        Exports = new double[economies];
        Imports = new double[economies];
        TariffRevenue = new double[economies];
        Income = new double[economies];
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < economies; i++)
            {
                var values = baseline.Trade.Row(j, i);
                var rates = baseline.TariffRate.Row(j, i);
                for (var n = 0; n < economies; n++)
                {
                    var duty = values[n] * rates[n];
                    output[i * sectors + j] += values[n];
                    spending[n * sectors + j] += values[n] + duty;
                    TariffRevenue[n] += duty;
                    if (i != n)
                    {
                        Exports[i] += values[n];
                        Imports[n] += values[n];
                    }
                }
            }
        }
        for (var n = 0; n < economies; n++)
        {
            Income[n] = baseline.ValueAdded[n] + TariffRevenue[n] + baseline.Deficit[n];
        }
        Output = new Matrix<double>(economies, sectors, output);
        Spending = new Matrix<double>(economies, sectors, spending);
    }

    /// <summary>Output Y [economy, sector]: sales to all destinations net of tariff.</summary>
    public Matrix<double> Output { get; }

    /// <summary>Spending X [economy, sector]: purchases from all origins with tariffs.</summary>
    public Matrix<double> Spending { get; }

    /// <summary>Sales to other economies [economy], net of tariff.</summary>
    public double[] Exports { get; }

    /// <summary>Purchases from other economies [economy], net of tariff.</summary>
    public double[] Imports { get; }

    /// <summary>Tariff revenue [economy].</summary>
    public double[] TariffRevenue { get; }

    /// <summary>Income I [economy]: value added, tariff revenue and deficit.</summary>
    public double[] Income { get; }
}
