using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>The base world in the form that the equations want, for one variant of the model.</summary>
internal sealed class Accounts
{
    public required int Economies { get; init; }

    public required int Sectors { get; init; }

    /// <summary>pi: share of each destination's spending by origin, [sector][origin, destination].</summary>
    public required double[][] Share { get; init; }

    /// <summary>pi / (1 + tau); the same array as <see cref="Share"/> in a sector without tariffs.</summary>
    public required double[][] NetShare { get; init; }

    /// <summary>tau [sector, origin, destination].</summary>
    public required Cube<double> TariffRate { get; init; }

    /// <summary>gamma^{k,j} [economy, input k, sector j]; null where the variant has no inputs.</summary>
    public required Cube<double>? InputShare { get; init; }

    /// <summary>gamma^j [economy, sector].</summary>
    public required double[] ValueAddedShare { get; init; }

    /// <summary>alpha [economy, sector].</summary>
    public required double[] FinalShare { get; init; }

    public required double[] Theta { get; init; }

    /// <summary>w L [economy].</summary>
    public required double[] ValueAdded { get; init; }

    /// <summary>D [economy].</summary>
    public required double[] Deficit { get; init; }

    /// <summary>X as the data have it [economy, sector].</summary>
    public required double[] Spending { get; init; }

    /// <summary>Destinations that buy nothing from anyone, by sector: their price stays at 1.</summary>
    public required int[][] BuysNothing { get; init; }

    /// <summary>These accounts with other shares, incomes and spending.</summary>
    public Accounts With(
        double[][] share, double[][] netShare, double[] finalShare, double[] valueAdded, double[] spending) => new()
        {
            Economies = Economies,
            Sectors = Sectors,
            Share = share,
            NetShare = netShare,
            TariffRate = TariffRate,
            InputShare = InputShare,
            ValueAddedShare = ValueAddedShare,
            FinalShare = finalShare,
            Theta = Theta,
            ValueAdded = valueAdded,
            Deficit = Deficit,
            Spending = spending,
            BuysNothing = BuysNothing,
        };

    public static Accounts Of(Baseline baseline, ModelVariant variant, double[] theta) => variant switch
    {
        ModelVariant.OneSector => WithoutInputs(
            Pooling.PoolSum(baseline.Trade), Pooling.PoolTariff(baseline.Trade, baseline.TariffRate), theta,
            baseline.Deficit.AsSpan()),
        ModelVariant.MultiSector =>
            WithoutInputs(baseline.Trade, baseline.TariffRate, theta, baseline.Deficit.AsSpan()),
        _ => WithInputs(baseline, theta),
    };

    private static Accounts WithInputs(Baseline baseline, double[] theta)
    {
        var spending = SpendingOf(baseline.Trade, baseline.TariffRate);
        var share = SharesOf(baseline.Trade, baseline.TariffRate, spending);
        return new Accounts
        {
            Economies = baseline.Economies.Length,
            Sectors = baseline.Sectors.Length,
            Share = share,
            NetShare = NetOfTariff(share, baseline.TariffRate, previousShare: null, previousNet: null),
            TariffRate = baseline.TariffRate,
            InputShare = baseline.InputShare,
            ValueAddedShare = baseline.ValueAddedShare.ToArray(),
            FinalShare = baseline.FinalShare.ToArray(),
            Theta = theta,
            ValueAdded = [.. baseline.ValueAdded],
            Deficit = [.. baseline.Deficit],
            Spending = spending,
            BuysNothing = Unspent(spending, baseline.Sectors.Length),
        };
    }

    // Without inputs the whole value of sales is value added and all spending is final, so that the flows as
    // observed are an equilibrium by construction.
    private static Accounts WithoutInputs(
        Cube<double> trade, Cube<double> tariffRate, double[] theta, ReadOnlySpan<double> deficit)
    {
        var (sectors, economies) = (trade.Layers, trade.Rows);
        var spending = SpendingOf(trade, tariffRate);
        var share = SharesOf(trade, tariffRate, spending);
        var valueAdded = new double[economies];
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < economies; i++)
            {
                valueAdded[i] += FixedOrder.Sum(trade.Row(j, i));
            }
        }
        var finalShare = new double[economies * sectors];
        for (var n = 0; n < economies; n++)
        {
            var row = spending.AsSpan(n * sectors, sectors);
            var total = FixedOrder.Sum(row);
            for (var j = 0; j < sectors; j++)
            {
                finalShare[n * sectors + j] = total > 0 ? row[j] / total : 1.0 / sectors;
            }
        }
        var one = new double[economies * sectors];
        Array.Fill(one, 1);
        return new Accounts
        {
            Economies = economies,
            Sectors = sectors,
            Share = share,
            NetShare = NetOfTariff(share, tariffRate, previousShare: null, previousNet: null),
            TariffRate = tariffRate,
            InputShare = null,
            ValueAddedShare = one,
            FinalShare = finalShare,
            Theta = theta,
            ValueAdded = valueAdded,
            Deficit = deficit.ToArray(),
            Spending = spending,
            BuysNothing = Unspent(spending, sectors),
        };
    }

    /// <summary>X_n^j = sum_i (1 + tau_ni^j) T_ni^j, [economy, sector].</summary>
    public static double[] SpendingOf(Cube<double> trade, Cube<double> tariffRate)
    {
        var (sectors, economies) = (trade.Layers, trade.Rows);
        var spending = new double[economies * sectors];
        var (column, gross) = (new double[economies], new double[economies]);
        for (var j = 0; j < sectors; j++)
        {
            Array.Clear(column);
            for (var i = 0; i < economies; i++)
            {
                var flow = trade.Row(j, i);
                var tariff = tariffRate.Row(j, i);
                TensorPrimitives.Add(tariff, 1, gross);
                TensorPrimitives.MultiplyAdd(gross, flow, column, column);
            }
            for (var n = 0; n < economies; n++)
            {
                spending[n * sectors + j] = column[n];
            }
        }
        return spending;
    }

    private static int[][] Unspent(double[] spending, int sectors)
    {
        var unspent = new int[sectors][];
        for (var j = 0; j < sectors; j++)
        {
            var destinations = new List<int>();
            for (var n = 0; n * sectors < spending.Length; n++)
            {
                if (spending[n * sectors + j] == 0)
                {
                    destinations.Add(n);
                }
            }
            unspent[j] = [.. destinations];
        }
        return unspent;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[][] SharesOf(Cube<double> trade, Cube<double> tariffRate, double[] spending)
    {
        var (sectors, economies) = (trade.Layers, trade.Rows);
        var share = new double[sectors][];
        var inverse = new double[economies];
        for (var j = 0; j < sectors; j++)
        {
            for (var n = 0; n < economies; n++)
            {
                var total = spending[n * sectors + j];
                inverse[n] = total > 0 ? 1 / total : 0;
            }
            var layer = share[j] = GC.AllocateUninitializedArray<double>(economies * economies);
            for (var i = 0; i < economies; i++)
            {
                var flow = trade.Row(j, i);
                var tariff = tariffRate.Row(j, i);
                var row = layer.AsSpan(i * economies, economies);
                TensorPrimitives.Add(tariff, 1, row);
                TensorPrimitives.Multiply(row, flow, row);
                TensorPrimitives.Multiply(row, inverse, row);
            }
        }
        return share;
    }

    /// <summary>
    /// share / (1 + tariff) sector by sector. A sector without tariffs shares its array with the argument; a sector
    /// whose shares and tariffs are those of <paramref name="previousShare"/> takes over the previous array.
    /// </summary>
    public static double[][] NetOfTariff(
        double[][] share, Cube<double> tariffRate, double[][]? previousShare, double[][]? previousNet)
    {
        var net = new double[share.Length][];
        for (var j = 0; j < share.Length; j++)
        {
            if (previousNet is not null && ReferenceEquals(share[j], previousShare![j]))
            {
                net[j] = previousNet[j];
                continue;
            }
            var tariff = tariffRate.Layer(j);
            if (!tariff.ContainsAnyExcept(0.0))
            {
                net[j] = share[j];
                continue;
            }
            net[j] = GC.AllocateUninitializedArray<double>(share[j].Length);
            TensorPrimitives.Add(tariff, 1, net[j]);
            TensorPrimitives.Divide(share[j], net[j], net[j]);
        }
        return net;
    }
}
