using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Numerics;
using Caravan.Tests;
using Caravan.Trade;

namespace Caravan.Benchmarks;

/// <summary>The worlds that are timed: the shipped baseline, and random gravity worlds of the sizes of the literature.</summary>
internal static class BenchmarkWorld
{
    public const string Shipped = "world-2023";

    /// <summary>A world by name: <c>world-2023</c> or <c>31x40</c>.</summary>
    public static Baseline Create(string name)
    {
        if (name == Shipped)
        {
            return Baselines.Load(name);
        }
        var size = name.Split('x');
        return Gravity(int.Parse(size[0], provider: null), int.Parse(size[1], provider: null));
    }

    /// <summary>All tariffs fall to zero: every tariff cell changes, the dearest shock to prepare.</summary>
    public static TradeShock FreeTrade(Baseline world) => new()
    {
        TariffRateNew = new Cube<double>(world.Trade.Layers, world.Trade.Rows, world.Trade.Columns),
    };

    // Economies on a unit square, sizes over three powers of ten, seven sectors in ten traded, home shares between
    // 0.3 and 0.99 as in real tables.
    private static Baseline Gravity(int economies, int sectors)
    {
        var random = new Random(1);
        var size = Draw(economies, () => Math.Exp(3 * (random.NextDouble() + random.NextDouble() - 1)));
        var (x, y) = (Draw(economies, random.NextDouble), Draw(economies, random.NextDouble));
        double[] trade = new double[sectors * economies * economies], tariff = new double[trade.Length];
        for (var j = 0; j < sectors; j++)
        {
            var openness = j < 0.7 * sectors ? 1 : 0.05;
            var skill = Draw(economies, () => Math.Exp(2 * random.NextDouble() - 1));
            for (var cell = 0; cell < economies * economies; cell++)
            {
                var (i, n) = (cell / economies, cell % economies);
                var distance = 0.05 + Math.Sqrt(Math.Pow(x[i] - x[n], 2) + Math.Pow(y[i] - y[n], 2));
                var at = j * economies * economies + cell;
                trade[at] = size[i] * skill[i] * (i == n
                    ? 1 + random.NextDouble()
                    : openness * size[n] * (0.5 + random.NextDouble()) / (distance * economies));
                tariff[at] = i == n || openness < 1 ? 0 : 0.2 * random.NextDouble();
            }
        }
        var gamma = Draw(economies * sectors, () => 0.3 + 0.4 * random.NextDouble());
        var inputs = Draw(economies * sectors * sectors, random.NextDouble);
        for (var cell = 0; cell < gamma.Length; cell++)
        {
            Normalize(inputs, cell / sectors, cell % sectors, sectors, 1 - gamma[cell]);
        }
        return EquilibriumWorld.Complete(
            new Cube<double>(sectors, economies, economies, trade),
            new Cube<double>(sectors, economies, economies, tariff),
            new Matrix<double>(economies, sectors, gamma),
            new Cube<double>(economies, sectors, sectors, inputs),
            (valueAdded, deficit, finalShare, net, rate, shares, mix) => new Baseline
            {
                Name = $"{economies}x{sectors}",
                Economies = [.. Enumerable.Range(0, economies).Select(n => new Economy($"E{n:000}", $"Economy {n}"))],
                Sectors = [.. Enumerable.Range(0, sectors).Select(j => new Sector($"S{j:000}", $"Sector {j}", false))],
                Trade = net,
                TariffRate = rate,
                Estimated = new Cube<bool>(sectors, economies, economies),
                InputShare = mix,
                ValueAddedShare = shares,
                FinalShare = finalShare,
                ValueAdded = valueAdded,
                Deficit = deficit,
                Gdp = valueAdded,
                Population = [.. new double[economies]],
                Elasticities =
                [
                    new ElasticitySet(
                        "drawn", [.. Draw(sectors, () => 2 + 8 * random.NextDouble())], [.. new double[sectors]],
                        [.. Enumerable.Repeat("drawn at random", sectors)]),
                ],
            });
    }

    private static void Normalize(double[] inputs, int economy, int sector, int sectors, double total)
    {
        var sum = 0.0;
        for (var k = 0; k < sectors; k++)
        {
            sum += inputs[(economy * sectors + k) * sectors + sector];
        }
        for (var k = 0; k < sectors; k++)
        {
            inputs[(economy * sectors + k) * sectors + sector] *= total / sum;
        }
    }

    private static double[] Draw(int count, Func<double> next)
    {
        var values = new double[count];
        for (var at = 0; at < count; at++)
        {
            values[at] = next();
        }
        return values;
    }
}
