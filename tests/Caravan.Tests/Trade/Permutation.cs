using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Tests.Trade;

/// <summary>The same world with its economies in another order.</summary>
internal static class Permutation
{
    public static Baseline Of(Baseline world, int[] order)
    {
        var sectors = world.Sectors.Length;
        return new Baseline
        {
            Name = world.Name,
            Economies = [.. order.Select(n => world.Economies[n])],
            Sectors = world.Sectors,
            Trade = Of(world.Trade, order),
            TariffRate = Of(world.TariffRate, order),
            Estimated = Of(world.Estimated, order),
            InputShare = new Cube<double>(order.Length, sectors, sectors,
                [.. order.SelectMany(n => world.InputShare.Layer(n).ToArray())]),
            ValueAddedShare = Of(world.ValueAddedShare, order),
            FinalShare = Of(world.FinalShare, order),
            ValueAdded = [.. order.Select(n => world.ValueAdded[n])],
            Deficit = [.. order.Select(n => world.Deficit[n])],
            Gdp = [.. order.Select(n => world.Gdp[n])],
            Population = [.. order.Select(n => world.Population[n])],
            Elasticities = world.Elasticities,
        };
    }

    public static TradeShock Of(TradeShock shock, int[] order) => new()
    {
        TariffRateNew = Of(shock.TariffRateNew!, order),
        TradeCost = new TradeCostChange(Of(shock.TradeCost!.IcebergHat, order)),
        ProductivityHat = Of(shock.ProductivityHat!, order),
        LabourHat = [.. order.Select(n => shock.LabourHat![n])],
        DeficitNew = [.. order.Select(n => shock.DeficitNew![n])],
        InfrastructureCost = [.. order.Select(n => shock.InfrastructureCost![n])],
        FinalWeightHat = Of(shock.FinalWeightHat!, order),
    };

    /// <summary>The world with other flows, value added and deficits.</summary>
    public static Baseline With(
        Baseline world, Cube<double> trade, ImmutableArray<double> valueAdded, ImmutableArray<double> deficit) => new()
        {
            Name = world.Name,
            Economies = world.Economies,
            Sectors = world.Sectors,
            Trade = trade,
            TariffRate = world.TariffRate,
            Estimated = world.Estimated,
            InputShare = world.InputShare,
            ValueAddedShare = world.ValueAddedShare,
            FinalShare = world.FinalShare,
            ValueAdded = valueAdded,
            Deficit = deficit,
            Gdp = world.Gdp,
            Population = world.Population,
            Elasticities = world.Elasticities,
        };

    private static Cube<T> Of<T>(Cube<T> cube, int[] order)
    {
        var n = order.Length;
        var values = new T[cube.Layers * n * n];
        for (var cell = 0; cell < values.Length; cell++)
        {
            values[cell] = cube[cell / n / n, order[cell / n % n], order[cell % n]];
        }
        return new Cube<T>(cube.Layers, n, n, values);
    }

    private static Matrix<double> Of(Matrix<double> matrix, int[] order) =>
        new(order.Length, matrix.Columns, [.. order.SelectMany(n => matrix.Row(n).ToArray())]);
}
