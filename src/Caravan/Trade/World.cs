using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>The accounts with a shock applied: everything that stays fixed while the equations are solved.</summary>
internal sealed class World
{
    private World(Accounts accounts, Cube<double> tariffRate, WorldWeights weights, double[] deficit)
    {
        (Accounts, TariffRate, Deficit) = (accounts, tariffRate, deficit);
        (Weight, NetWeight) = weights;
        LabourValue = accounts.ValueAdded;
        FinalShare = accounts.FinalShare;
        InfrastructureCost = new double[accounts.Economies];
    }

    public Accounts Accounts { get; }

    /// <summary>tau' [sector, origin, destination].</summary>
    public Cube<double> TariffRate { get; }

    /// <summary>pi k^^-theta, [sector][origin, destination]; the base share where nothing changes.</summary>
    public double[][] Weight { get; }

    /// <summary>pi k^^-theta / (1 + tau'); the same array as <see cref="Weight"/> where there is no tariff.</summary>
    public double[][] NetWeight { get; }

    /// <summary>log A^ [economy, sector]; null where nothing changes.</summary>
    public double[]? LogProductivity { get; private init; }

    /// <summary>w L L^: value added at old wages [economy].</summary>
    public double[] LabourValue { get; private init; }

    /// <summary>D' [economy].</summary>
    public double[] Deficit { get; }

    /// <summary>G [economy].</summary>
    public double[] InfrastructureCost { get; private init; }

    /// <summary>alpha' [economy, sector].</summary>
    public double[] FinalShare { get; private init; }

    /// <summary>A^ [economy, sector]; null where nothing changes.</summary>
    public Matrix<double>? ProductivityHat { get; private init; }

    private Cube<double>? IcebergHat { get; init; }

    private ImmutableArray<CellFactors> Further { get; init; } = [];

    /// <summary>The weights of a shock, its few cells left out.</summary>
    public static WorldWeights WeightsOf(Accounts accounts, TradeShock shock)
    {
        var tariffRate = shock.TariffRateNew ?? accounts.TariffRate;
        var weight = new double[accounts.Sectors][];
        for (var j = 0; j < weight.Length; j++)
        {
            weight[j] = WeightOf(accounts, shock, j);
        }
        return new WorldWeights(weight, Accounts.NetOfTariff(
            weight, tariffRate, accounts.Share, ReferenceEquals(tariffRate, accounts.TariffRate) ? accounts.NetShare : null));
    }

    /// <summary>The world of a shock, its few cells left out: <see cref="With"/>.</summary>
    public static World Of(Accounts accounts, TradeShock shock, Closure closure, WorldWeights? weights = null)
    {
        var deficit = shock.DeficitNew
            ?? (closure == Closure.Zero ? new double[accounts.Economies] : accounts.Deficit);
        return new World(accounts, shock.TariffRateNew ?? accounts.TariffRate, weights ?? WeightsOf(accounts, shock), deficit)
        {
            IcebergHat = shock.TradeCost?.IcebergHat,
            ProductivityHat = shock.ProductivityHat,
            LogProductivity = shock.ProductivityHat is { } hat ? Logs(hat) : null,
            LabourValue = shock.LabourHat is { } labour ? Product(accounts.ValueAdded, labour) : accounts.ValueAdded,
            InfrastructureCost = shock.InfrastructureCost ?? new double[accounts.Economies],
            FinalShare = shock.FinalWeightHat is { } hats ? Reweighted(accounts, hats) : accounts.FinalShare,
        };
    }

    /// <summary>
    /// This world with further changes of trade cost and tariffs and infrastructure to pay for. New tariffs stand in the
    /// weights only: <see cref="TariffRate"/> stays, and is read of the world before alone.
    /// </summary>
    /// <param name="further">The changes, which multiply.</param>
    /// <param name="infrastructureCost">G [economy]; null for this world's.</param>
    /// <param name="layers">Space for the layers that change; taken over until it is given to another world.</param>
    public World With(ImmutableArray<CellFactors> further, double[]? infrastructureCost, WorldLayers layers)
    {
        var (weight, netWeight) = (Weight.ToArray(), NetWeight.ToArray());
        for (var j = 0; j < weight.Length; j++)
        {
            if (!further.Any(factors => factors.Touches(j)))
            {
                continue;
            }
            var untaxed = ReferenceEquals(NetWeight[j], Weight[j])
                && !further.Any(factors => factors.IsTariff && factors.Touches(j));
            weight[j] = layers.Weight(j);
            netWeight[j] = untaxed ? weight[j] : layers.NetWeight(j);
            Copy(NetWeight[j], netWeight[j]);
            Copy(Weight[j], weight[j]);
            foreach (var factors in further)
            {
                factors.MultiplyWeightsInto(j, weight[j]);
                if (!untaxed)
                {
                    factors.MultiplyNetWeightsInto(j, netWeight[j]);
                }
            }
        }
        return new World(Accounts, TariffRate, new WorldWeights(weight, netWeight), Deficit)
        {
            IcebergHat = IcebergHat,
            Further = Further.AddRange(further),
            ProductivityHat = ProductivityHat,
            LogProductivity = LogProductivity,
            LabourValue = LabourValue,
            InfrastructureCost = infrastructureCost ?? InfrastructureCost,
            FinalShare = FinalShare,
        };
    }

    private static void Copy(double[] from, double[] to)
    {
        if (!ReferenceEquals(from, to))
        {
            from.CopyTo(to, 0);
        }
    }

    /// <summary>d^ of a sector [origin, destination]; empty where nothing changes.</summary>
    /// <param name="j">The sector.</param>
    /// <param name="scratch">Space for a layer, which the answer may stand in.</param>
    public ReadOnlySpan<double> IcebergLayer(int j, double[] scratch)
    {
        if (!Further.Any(factors => !factors.IsTariff && factors.Touches(j)))
        {
            return IcebergHat is { } all ? all.Layer(j) : default;
        }
        if (IcebergHat is { } hats)
        {
            hats.Layer(j).CopyTo(scratch);
        }
        else
        {
            scratch.AsSpan().Fill(1);
        }
        foreach (var factors in Further)
        {
            factors.MultiplyHatsInto(j, scratch);
        }
        return scratch;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] WeightOf(Accounts accounts, TradeShock shock, int j)
    {
        var (share, economies) = (accounts.Share[j], accounts.Economies);
        var tariffBase = accounts.TariffRate.Layer(j);
        var tariffNew = shock.TariffRateNew is { } tariff ? tariff.Layer(j) : default;
        var iceberg = shock.TradeCost is { } change ? change.IcebergHat.Layer(j) : default;
        if (IsSame(tariffNew, tariffBase) && !iceberg.ContainsAnyExcept(1.0))
        {
            return share;
        }
        var weight = GC.AllocateUninitializedArray<double>(share.Length);
        var before = new double[economies];
        for (var at = 0; at < weight.Length; at += economies)
        {
            var row = weight.AsSpan(at, economies);
            var there = at..(at + economies);
            var here = share.AsSpan(at, economies);
            var moved = iceberg.IsEmpty ? default : iceberg[there];
            var taxed = tariffNew.IsEmpty || IsSame(tariffNew[there], tariffBase[there]) ? default : tariffNew[there];
            if (taxed.IsEmpty && !moved.ContainsAnyExcept(1.0))
            {
                here.CopyTo(row);
                continue;
            }
            if (taxed.IsEmpty)
            {
                TensorPrimitives.Log(moved, row);
            }
            else
            {
                TensorPrimitives.Add(taxed, 1, row);
                TensorPrimitives.Add(tariffBase[there], 1, before);
                TensorPrimitives.Divide(row, before, row);
                if (!moved.IsEmpty)
                {
                    TensorPrimitives.Multiply(row, moved, row);
                }
                TensorPrimitives.Log(row, row);
            }
            TensorPrimitives.Multiply(row, -accounts.Theta[j], row);
            TensorPrimitives.Exp(row, row);
            TensorPrimitives.Multiply(row, here, row);
        }
        return weight;
    }

    // nothing given is no change
    private static bool IsSame(ReadOnlySpan<double> tariffNew, ReadOnlySpan<double> tariffBase) =>
        tariffNew.IsEmpty || tariffNew.SequenceEqual(tariffBase);

    // alpha' = alpha w / sum alpha w; an economy whose weights do not change keeps its shares to the last bit
    private static double[] Reweighted(Accounts accounts, Matrix<double> weights)
    {
        var shares = (double[])accounts.FinalShare.Clone();
        for (var n = 0; n < accounts.Economies; n++)
        {
            if (!weights.Row(n).ContainsAnyExcept(1.0))
            {
                continue;
            }
            var row = shares.AsSpan(n * accounts.Sectors, accounts.Sectors);
            TensorPrimitives.Multiply(row, weights.Row(n), row);
            var sum = FixedOrder.Sum(row);
            if (sum <= 0)
            {
                throw new ArgumentException($"nothing is left that economy {n} spends on", nameof(weights));
            }
            TensorPrimitives.Divide(row, sum, row);
        }
        return shares;
    }

    private static double[] Logs(Matrix<double> hat)
    {
        var logs = new double[hat.Values.Length];
        TensorPrimitives.Log(hat.Values, logs);
        return logs;
    }

    private static double[] Product(double[] x, double[] y)
    {
        var product = new double[x.Length];
        TensorPrimitives.Multiply(x, y, product);
        return product;
    }
}
