using System.Numerics.Tensors;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>The terms of <see cref="FirstOrderWelfare"/> for each pair, as fractions of base income.</summary>
internal sealed class FirstOrderByPartner
{
    public FirstOrderByPartner(TradeOutcome outcome, SolvedWorld before, SolvedWorld after)
    {
        var (flows, flowsNew) = (before.Factors, after.Factors);
        var (cost, tariffs, economies) = (outcome.CostHat, before.World.TariffRate, flows.Economies);
        // [origin, destination]
        var (dearer, volume, saved) = (new Square(economies), new Square(economies), new Square(economies));
        var (flow, moved, layer) = (new double[economies], new double[economies], new double[economies * economies]);
        for (var j = 0; j < flows.Sectors; j++)
        {
            var taxed = tariffs.Layer(j).ContainsAnyExcept(0.0);
            var icebergs = after.World.IcebergLayer(j, layer);
            for (var i = 0; i < economies; i++)
            {
                flows.WriteRow(j, i, flow);
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
                    TensorPrimitives.Multiply(flow, -cost[i, j], moved);
                    if (!icebergs.IsEmpty)
                    {
                        TensorPrimitives.Multiply(moved, iceberg, moved);
                    }
                    flowsNew.WriteRow(j, i, flow);
                    TensorPrimitives.Add(flow, moved, moved);
                    TensorPrimitives.MultiplyAdd(moved, tariffs.Row(j, i), volume.Row(i), volume.Row(i));
                }
            }
        }
        var income = outcome.Measures.IncomeBase;
        TermsOfTrade = Shares((n, i) => dearer.Row(n)[i] - dearer.Row(i)[n], income);
        VolumeOfTrade = Shares((n, i) => volume.Row(i)[n], income);
        TechnicalEfficiency = Shares((n, i) => saved.Row(i)[n], income);
    }

    public Matrix<double> TermsOfTrade { get; }

    public Matrix<double> VolumeOfTrade { get; }

    public Matrix<double> TechnicalEfficiency { get; }

    private static Matrix<double> Shares(Func<int, int, double> value, double[] income)
    {
        var shares = new double[income.Length * income.Length];
        for (var n = 0; n < income.Length; n++)
        {
            for (var i = 0; i < income.Length; i++)
            {
                shares[n * income.Length + i] = value(n, i) / income[n];
            }
        }
        return new Matrix<double>(income.Length, income.Length, shares);
    }

    private readonly struct Square(int size)
    {
        private readonly double[] _values = new double[size * size];

        public Span<double> Row(int row) => _values.AsSpan(row * size, size);
    }
}
