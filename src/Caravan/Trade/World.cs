using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>The accounts with a shock applied: everything that stays fixed while the equations are solved.</summary>
internal sealed class World
{
    private World(
        Accounts accounts, Cube<double> tariffRate, double[][] weight, double[][] netWeight, double[] deficit)
    {
        (Accounts, TariffRate, Weight, NetWeight, Deficit) = (accounts, tariffRate, weight, netWeight, deficit);
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

    /// <summary>d^ [sector, origin, destination]; null where nothing changes.</summary>
    public Cube<double>? IcebergHat => Further.IsEmpty ? FirstIcebergHat : field ??= WithFurther();

    /// <summary>A^ [economy, sector]; null where nothing changes.</summary>
    public Matrix<double>? ProductivityHat { get; private init; }

    private Cube<double>? FirstIcebergHat { get; init; }

    private ImmutableArray<CellFactors> Further { get; init; } = [];

    public static World Of(Accounts accounts, TradeShock shock, Closure closure)
    {
        var tariffRate = shock.TariffRateNew ?? accounts.TariffRate;
        var deficit = shock.DeficitNew
            ?? (closure == Closure.Zero ? new double[accounts.Economies] : accounts.Deficit);
        var weight = new double[accounts.Sectors][];
        for (var j = 0; j < weight.Length; j++)
        {
            weight[j] = WeightOf(accounts, shock, j);
        }
        var netWeight = Accounts.NetOfTariff(
            weight, tariffRate, accounts.Share, ReferenceEquals(tariffRate, accounts.TariffRate) ? accounts.NetShare : null);
        return new World(accounts, tariffRate, weight, netWeight, deficit)
        {
            FirstIcebergHat = shock.TradeCost?.IcebergHat,
            ProductivityHat = shock.ProductivityHat,
            LogProductivity = shock.ProductivityHat is { } hat ? Logs(hat) : null,
            LabourValue = shock.LabourHat is { } labour ? Product(accounts.ValueAdded, labour) : accounts.ValueAdded,
            InfrastructureCost = shock.InfrastructureCost ?? new double[accounts.Economies],
            FinalShare = shock.FinalWeightHat is { } weights ? Reweighted(accounts, weights) : accounts.FinalShare,
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
            Weight[j].CopyTo(weight[j], 0);
            NetWeight[j].CopyTo(netWeight[j], 0);
            foreach (var factors in further)
            {
                factors.MultiplyWeightsInto(j, weight[j]);
                if (!untaxed)
                {
                    factors.MultiplyNetWeightsInto(j, netWeight[j]);
                }
            }
        }
        return new World(Accounts, TariffRate, weight, netWeight, Deficit)
        {
            FirstIcebergHat = FirstIcebergHat,
            Further = further,
            ProductivityHat = ProductivityHat,
            LogProductivity = LogProductivity,
            LabourValue = LabourValue,
            InfrastructureCost = infrastructureCost ?? InfrastructureCost,
            FinalShare = FinalShare,
        };
    }

    private Cube<double> WithFurther()
    {
        var (sectors, economies) = (Accounts.Sectors, Accounts.Economies);
        var hats = FirstIcebergHat?.ToArray() ?? Enumerable.Repeat(1.0, sectors * economies * economies).ToArray();
        for (var j = 0; j < sectors; j++)
        {
            foreach (var factors in Further)
            {
                factors.MultiplyHatsInto(j, hats.AsSpan(j * economies * economies, economies * economies));
            }
        }
        return new Cube<double>(sectors, economies, economies, hats);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] WeightOf(Accounts accounts, TradeShock shock, int j)
    {
        var share = accounts.Share[j];
        var tariffBase = accounts.TariffRate.Layer(j);
        var tariffNew = shock.TariffRateNew is { } tariff ? tariff.Layer(j) : tariffBase;
        var iceberg = shock.TradeCost is { } change ? change.IcebergHat.Layer(j) : default;
        if (tariffNew.SequenceEqual(tariffBase) && !iceberg.ContainsAnyExcept(1.0))
        {
            return share;
        }
        var weight = GC.AllocateUninitializedArray<double>(share.Length);
        var economies = accounts.Economies;
        var before = new double[economies];
        for (var at = 0; at < weight.Length; at += economies)
        {
            var row = weight.AsSpan(at, economies);
            var unmoved = iceberg.IsEmpty || !iceberg.Slice(at, economies).ContainsAnyExcept(1.0);
            if (unmoved && tariffNew.Slice(at, economies).SequenceEqual(tariffBase.Slice(at, economies)))
            {
                share.AsSpan(at, economies).CopyTo(row);
                continue;
            }
            TensorPrimitives.Add(tariffNew.Slice(at, economies), 1, row);
            TensorPrimitives.Add(tariffBase.Slice(at, economies), 1, before);
            TensorPrimitives.Divide(row, before, row);
            if (!unmoved)
            {
                TensorPrimitives.Multiply(row, iceberg.Slice(at, economies), row);
            }
            TensorPrimitives.Log(row, row);
            TensorPrimitives.Multiply(row, -accounts.Theta[j], row);
            TensorPrimitives.Exp(row, row);
            TensorPrimitives.Multiply(row, share.AsSpan(at, economies), row);
        }
        return weight;
    }

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
