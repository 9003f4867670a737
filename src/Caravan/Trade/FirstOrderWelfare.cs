using System.Numerics.Tensors;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// Caliendo and Parro's first-order decomposition of the change in welfare, as fractions of base income I, in all and by
/// partner. With base imports M, exports E and tariffs tau, and c^ the unit cost of the origin:
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
    private readonly Lazy<FirstOrderByPartner> _byPartner;

    // Sums over partners are products of a matrix and a vector, which take half the time of tables by partner.
    internal FirstOrderWelfare(TradeOutcome outcome, SolvedWorld before, SolvedWorld after)
    {
        _byPartner = new(() => new FirstOrderByPartner(outcome, before, after));
        var (flows, flowsNew, tariffs) = (before.Factors, after.Factors, before.World.TariffRate);
        var count = flows.Economies;
        (TermsOfTrade, VolumeOfTrade, TechnicalEfficiency) = (new double[count], new double[count], new double[count]);
        var (sold, bought, weighted, layer) = (new double[count], new double[count], new double[count], new double[count * count]);
        var moved = new double[count * count];
        for (var j = 0; j < flows.Sectors; j++)
        {
            var supply = flows.Supply(j);
            var demand = flows.Demand(j);
            var weight = flows.Weight(j);
            for (var i = 0; i < count; i++)
            {
                weighted[i] = supply[i] * (outcome.CostHat[i, j] - 1);
            }
            Kernels.RowDotsAndCombineRows(weight, demand, sold, weighted, bought);
            for (var n = 0; n < count; n++)
            {
                TermsOfTrade[n] += weighted[n] * sold[n] - demand[n] * bought[n];
            }
            var icebergs = after.World.IcebergLayer(j, layer);
            if (!icebergs.IsEmpty)
            {
                TensorPrimitives.Subtract(icebergs, 1, moved);
                Kernels.CombineProducts(weight, moved, supply, bought);
                AddProduct(-1, demand, bought, TechnicalEfficiency);
            }
            if (after.World.ProductivityHat is { } productivity)
            {
                for (var n = 0; n < count; n++)
                {
                    TechnicalEfficiency[n] += outcome.OutputBase[n, j] * (productivity[n, j] - 1);
                }
            }
            if (tariffs.Layer(j).ContainsAnyExcept(0.0))
            {
                Kernels.CombineProducts(flowsNew.Weight(j), tariffs.Layer(j), flowsNew.Supply(j), bought);
                AddProduct(1, flowsNew.Demand(j), bought, VolumeOfTrade);
                for (var i = 0; i < count; i++)
                {
                    weighted[i] = supply[i] * outcome.CostHat[i, j];
                }
                if (!icebergs.IsEmpty)
                {
                    TensorPrimitives.Multiply(weight, icebergs, moved);
                    weight = moved;
                }
                Kernels.CombineProducts(weight, tariffs.Layer(j), weighted, bought);
                AddProduct(-1, demand, bought, VolumeOfTrade);
            }
        }
        foreach (var term in new[] { TermsOfTrade, VolumeOfTrade, TechnicalEfficiency })
        {
            TensorPrimitives.Divide(term, outcome.Measures.IncomeBase, term);
        }
    }

    /// <summary>Terms of trade [economy].</summary>
    public double[] TermsOfTrade { get; }

    /// <summary>Volume of trade [economy].</summary>
    public double[] VolumeOfTrade { get; }

    /// <summary>Technical efficiency [economy].</summary>
    public double[] TechnicalEfficiency { get; }

    /// <summary>Terms of trade [economy, partner]; zero with itself.</summary>
    public Matrix<double> TermsOfTradeByPartner => _byPartner.Value.TermsOfTrade;

    /// <summary>Volume of trade [economy, partner].</summary>
    public Matrix<double> VolumeOfTradeByPartner => _byPartner.Value.VolumeOfTrade;

    /// <summary>Technical efficiency [economy, partner]; with itself: own sales and productivity.</summary>
    public Matrix<double> TechnicalEfficiencyByPartner => _byPartner.Value.TechnicalEfficiency;

    private static void AddProduct(double scale, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> sum)
    {
        for (var n = 0; n < sum.Length; n++)
        {
            sum[n] += scale * x[n] * y[n];
        }
    }
}
