using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// Caliendo and Parro's first-order decomposition of the change in welfare, as fractions of base income I, by partner.
/// With base imports M, exports E and tariffs tau, and c^ the unit cost of the origin:
/// <code>
/// terms of trade        sum_j [E_in^j (c^_n^j - 1) - M_ni^j (c^_i^j - 1)] / I_n
/// volume of trade       sum_j tau_ni^j M_ni^j (M'_ni^j / M_ni^j - c^_i^j d^_ni^j) / I_n
/// technical efficiency  [sum_j Y_n^j (A^_n^j - 1) at home - sum_j M_ni^j (d^_ni^j - 1)] / I_n
/// </code>
/// The first two are those of the authors' programs where only tariffs change; the third extends them to icebergs and
/// productivity so that the sum stays the first-order change of real income.
/// </summary>
public sealed class FirstOrderWelfare
{
    internal FirstOrderWelfare(TradeOutcome outcome, World before, World after)
    {
        var (trade, tradeNew, cost) = (outcome.TradeBase, outcome.TradeNew, outcome.CostHat);
        var (sectors, economies) = (trade.Layers, trade.Rows);
        var (terms, volume) = (new double[economies * economies], new double[economies * economies]);
        var efficiency = new double[economies * economies];
        for (var j = 0; j < sectors; j++)
        {
            var taxed = before.TariffRate.Layer(j).ContainsAnyExcept(0.0);
            var iceberg = after.IcebergHat is { } hats ? hats.Layer(j) : default;
            for (var i = 0; i < economies; i++)
            {
                var flow = trade.Row(j, i);
                var flowNew = tradeNew.Row(j, i);
                var tariff = before.TariffRate.Row(j, i);
                var change = cost[i, j] - 1;
                for (var n = 0; n < economies; n++)
                {
                    terms[i * economies + n] += flow[n] * change;
                    terms[n * economies + i] -= flow[n] * change;
                }
                for (var n = 0; n < economies && !iceberg.IsEmpty; n++)
                {
                    efficiency[n * economies + i] -= flow[n] * (iceberg[i * economies + n] - 1);
                }
                for (var n = 0; n < economies && taxed; n++)
                {
                    var moved = iceberg.IsEmpty ? 1 : iceberg[i * economies + n];
                    volume[n * economies + i] += tariff[n] * (flowNew[n] - flow[n] * cost[i, j] * moved);
                }
                efficiency[i * economies + i] += after.ProductivityHat is { } productivity
                    ? outcome.OutputBase[i, j] * (productivity[i, j] - 1)
                    : 0;
            }
        }
        var income = outcome.Measures.IncomeBase;
        (TermsOfTradeByPartner, TermsOfTrade) = Shares(terms, income);
        (VolumeOfTradeByPartner, VolumeOfTrade) = Shares(volume, income);
        (TechnicalEfficiencyByPartner, TechnicalEfficiency) = Shares(efficiency, income);
    }

    /// <summary>Terms of trade [economy].</summary>
    public double[] TermsOfTrade { get; }

    /// <summary>Volume of trade [economy].</summary>
    public double[] VolumeOfTrade { get; }

    /// <summary>Technical efficiency [economy].</summary>
    public double[] TechnicalEfficiency { get; }

    /// <summary>Terms of trade [economy, partner]; zero with itself.</summary>
    public Matrix<double> TermsOfTradeByPartner { get; }

    /// <summary>Volume of trade [economy, partner].</summary>
    public Matrix<double> VolumeOfTradeByPartner { get; }

    /// <summary>Technical efficiency [economy, partner]; with itself: own sales and productivity.</summary>
    public Matrix<double> TechnicalEfficiencyByPartner { get; }

    private static (Matrix<double> ByPartner, double[] Total) Shares(double[] values, double[] income)
    {
        var total = new double[income.Length];
        for (var n = 0; n < income.Length; n++)
        {
            var row = values.AsSpan(n * income.Length, income.Length);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] /= income[n];
            }
            total[n] = FixedOrder.Sum(row);
        }
        return (new Matrix<double>(income.Length, income.Length, values), total);
    }
}
