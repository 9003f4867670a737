using Caravan.Data;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Tests.Trade;

/// <summary>Shocks that move everything a shock can move.</summary>
internal static class RandomShock
{
    public static TradeShock Create(int seed, Baseline world)
    {
        var random = new Random(seed);
        var (n, j) = (world.Economies.Length, world.Sectors.Length);
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        var tariff = new double[j * n * n];
        var iceberg = new double[j * n * n];
        for (var cell = 0; cell < tariff.Length; cell++)
        {
            var home = cell / n % n == cell % n;
            tariff[cell] = home ? 0 : Between(0, 0.4);
            iceberg[cell] = Between(0.8, 1.2);
        }
        var kept = Between(0, 0.5);
        var deficit = world.Deficit.Select(value => value * kept).ToArray();
        var weights = new Matrix<double>(n, j, [.. Enumerable.Range(0, n * j).Select(_ => Between(0.8, 1.2))]);
        return new TradeShock
        {
            TariffRateNew = new Cube<double>(j, n, n, tariff),
            TradeCost = new TradeCostChange(new Cube<double>(j, n, n, iceberg)),
            ProductivityHat = new Matrix<double>(n, j, [.. Enumerable.Range(0, n * j).Select(_ => Between(0.8, 1.2))]),
            LabourHat = [.. Enumerable.Range(0, n).Select(_ => Between(0.8, 1.2))],
            DeficitNew = deficit,
            InfrastructureCost = [.. world.ValueAdded.Select(value => value * Between(0, 0.02))],
            FinalWeightHat = weights,
        };
    }

    /// <summary>Foreign iceberg costs times a factor.</summary>
    public static TradeShock Icebergs(Baseline world, double factor) => new()
    {
        TradeCost = new TradeCostChange(Foreign(world, home: 1, factor)),
    };

    /// <summary>The same tariff everywhere abroad.</summary>
    public static TradeShock Tariffs(Baseline world, double tariff) => new()
    {
        TariffRateNew = Foreign(world, home: 0, tariff),
    };

    private static Cube<double> Foreign(Baseline world, double home, double foreign)
    {
        var (n, j) = (world.Economies.Length, world.Sectors.Length);
        var values = new double[j * n * n];
        for (var cell = 0; cell < values.Length; cell++)
        {
            values[cell] = cell / n % n == cell % n ? home : foreign;
        }
        return new Cube<double>(j, n, n, values);
    }
}
