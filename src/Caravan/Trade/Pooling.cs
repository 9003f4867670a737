using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>Pools sectors into one, for the one-sector variant of the model and its shocks.</summary>
internal static class Pooling
{
    /// <summary>Sum over sectors, [1, origin, destination].</summary>
    public static Cube<double> PoolSum(Cube<double> trade)
    {
        var pooled = new double[trade.Rows * trade.Columns];
        for (var j = 0; j < trade.Layers; j++)
        {
            Kernels.AddScaled(trade.Layer(j), 1, pooled);
        }
        return new Cube<double>(1, trade.Rows, trade.Columns, pooled);
    }

    /// <summary>Tariff that collects the same revenue from the pooled flow, [1, origin, destination].</summary>
    public static Cube<double> PoolTariff(Cube<double> trade, Cube<double> tariffRate)
    {
        var (revenue, total) = (new double[trade.Rows * trade.Columns], PoolSum(trade).ToArray());
        for (var j = 0; j < trade.Layers; j++)
        {
            var flow = trade.Layer(j);
            var tariff = tariffRate.Layer(j);
            for (var cell = 0; cell < revenue.Length; cell++)
            {
                revenue[cell] += flow[cell] * tariff[cell];
            }
        }
        for (var cell = 0; cell < revenue.Length; cell++)
        {
            revenue[cell] = total[cell] > 0 ? revenue[cell] / total[cell] : 0;
        }
        return new Cube<double>(1, trade.Rows, trade.Columns, revenue);
    }

    /// <summary>
    /// The shock for the pooled world. Tariffs collect the same revenue at base flows; icebergs change the pooled flow
    /// as they would change the flows of the sectors at given prices; productivity is averaged by output.
    /// </summary>
    public static TradeShock Pool(TradeShock shock, Baseline baseline, double theta) => shock with
    {
        TariffRateNew = shock.TariffRateNew is { } tariff ? PoolTariff(baseline.Trade, tariff) : null,
        TradeCost = shock.TradeCost is { } change
            ? new TradeCostChange(PoolIceberg(baseline.Trade, baseline.TariffRate, change.IcebergHat, theta))
            : null,
        ProductivityHat = shock.ProductivityHat is { } hat ? PoolProductivity(baseline.Trade, hat) : null,
        FinalWeightHat = null,
    };

    /// <summary>Mean elasticity weighted by trade between economies; the plain mean where there is none.</summary>
    public static double PoolTheta(Cube<double> trade, ReadOnlySpan<double> theta)
    {
        double weighted = 0, total = 0, plain = 0;
        for (var j = 0; j < trade.Layers; j++)
        {
            var layer = trade.Layer(j);
            var foreign = FixedOrder.Sum(layer);
            for (var n = 0; n < trade.Rows; n++)
            {
                foreign -= trade[j, n, n];
            }
            weighted += theta[j] * foreign;
            total += foreign;
            plain += theta[j] / trade.Layers;
        }
        return total > 0 ? weighted / total : plain;
    }

    private static Cube<double> PoolIceberg(
        Cube<double> trade, Cube<double> tariffRate, Cube<double> icebergHat, double theta)
    {
        var (changed, total) = (new double[trade.Rows * trade.Columns], new double[trade.Rows * trade.Columns]);
        for (var j = 0; j < trade.Layers; j++)
        {
            var flow = trade.Layer(j);
            var tariff = tariffRate.Layer(j);
            var hat = icebergHat.Layer(j);
            for (var cell = 0; cell < changed.Length; cell++)
            {
                var gross = flow[cell] * (1 + tariff[cell]);
                total[cell] += gross;
                changed[cell] += hat[cell] == 1 ? gross : gross * Math.Pow(hat[cell], -theta);
            }
        }
        for (var cell = 0; cell < changed.Length; cell++)
        {
            changed[cell] = changed[cell] == total[cell] ? 1 : Math.Pow(changed[cell] / total[cell], -1 / theta);
        }
        return new Cube<double>(1, trade.Rows, trade.Columns, changed);
    }

    private static Matrix<double> PoolProductivity(Cube<double> trade, Matrix<double> productivityHat)
    {
        var pooled = new double[trade.Rows];
        for (var n = 0; n < trade.Rows; n++)
        {
            double logSum = 0, total = 0;
            for (var j = 0; j < trade.Layers; j++)
            {
                var output = FixedOrder.Sum(trade.Row(j, n));
                total += output;
                logSum += output * Math.Log(productivityHat[n, j]);
            }
            pooled[n] = total > 0 ? Math.Exp(logSum / total) : 1;
        }
        return new Matrix<double>(trade.Rows, 1, pooled);
    }
}
