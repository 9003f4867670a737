using System.Numerics.Tensors;
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
    internal FirstOrderWelfare(TradeOutcome outcome, SolvedWorld before, SolvedWorld after)
    {
        var (flows, flowsNew) = (new FlowRows(before.World, before.Solution), new FlowRows(after.World, after.Solution));
        var (cost, tariffs, economies) = (outcome.CostHat, before.World.TariffRate, flows.Economies);
        // [origin, destination]
        var (dearer, volume, saved) = (new Square(economies), new Square(economies), new Square(economies));
        var (moved, layer) = (new double[economies], new double[economies * economies]);
        for (var j = 0; j < flows.Sectors; j++)
        {
            var taxed = tariffs.Layer(j).ContainsAnyExcept(0.0);
            var icebergs = after.World.IcebergLayer(j, layer);
            flows.Begin(j);
            if (taxed)
            {
                flowsNew.Begin(j);
            }
            for (var i = 0; i < economies; i++)
            {
                var flow = flows.Row(i);
                Kernels.AddScaled(flow, cost[i, j] - 1, dearer.Row(i));
                var iceberg = icebergs.IsEmpty ? default : icebergs.Slice(i * economies, economies);
                if (!icebergs.IsEmpty)
                {
                    TensorPrimitives.Subtract(iceberg, 1, moved);
                    TensorPrimitives.Multiply(moved, flow, moved);
                    Kernels.AddScaled(moved, -1, saved.Row(i));
                }
                if (after.World.ProductivityHat is { } productivity)
                {
                    saved.Row(i)[i] += outcome.OutputBase[i, j] * (productivity[i, j] - 1);
                }
                if (taxed)
                {
                    TensorPrimitives.Multiply(flow, cost[i, j], moved);
                    if (!icebergs.IsEmpty)
                    {
                        TensorPrimitives.Multiply(moved, iceberg, moved);
                    }
                    TensorPrimitives.Subtract(flowsNew.Row(i), moved, moved);
                    TensorPrimitives.MultiplyAdd(moved, tariffs.Row(j, i), volume.Row(i), volume.Row(i));
                }
            }
        }
        var income = outcome.Measures.IncomeBase;
        (TermsOfTradeByPartner, TermsOfTrade) = Shares((n, i) => dearer.Row(n)[i] - dearer.Row(i)[n], income);
        (VolumeOfTradeByPartner, VolumeOfTrade) = Shares((n, i) => volume.Row(i)[n], income);
        (TechnicalEfficiencyByPartner, TechnicalEfficiency) = Shares((n, i) => saved.Row(i)[n], income);
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

    private static (Matrix<double> ByPartner, double[] Total) Shares(Func<int, int, double> value, double[] income)
    {
        var (shares, total) = (new double[income.Length * income.Length], new double[income.Length]);
        for (var n = 0; n < income.Length; n++)
        {
            var row = shares.AsSpan(n * income.Length, income.Length);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = value(n, i) / income[n];
            }
            total[n] = FixedOrder.Sum(row);
        }
        return (new Matrix<double>(income.Length, income.Length, shares), total);
    }

    private readonly struct Square(int size)
    {
        private readonly double[] _values = new double[size * size];

        public Span<double> Row(int row) => _values.AsSpan(row * size, size);
    }
}
