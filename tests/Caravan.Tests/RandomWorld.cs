using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Tests;

/// <summary>Random worlds in exact equilibrium: every adding-up identity holds to 1e-12 relative.</summary>
internal static class RandomWorld
{
    /// <summary>
    /// A world that depends on its arguments only. Sizes of economies spread over <paramref name="spread"/> powers of
    /// e; <paramref name="zeroShare"/> is the chance that a bilateral cell is empty; tariffs lie between 0 and
    /// <paramref name="highestTariff"/>; elasticities between 2 and 10; value-added shares between 0.3 and 0.8.
    /// </summary>
    public static Baseline Create(
        int seed, int economies, int sectors, double zeroShare = 0, double highestTariff = 0.3, double spread = 3)
    {
        var random = new Random(seed);
        var size = Draw(economies, () => 1000 * Math.Exp(spread * (random.NextDouble() - 0.5)));
        var world = size.Sum();
        var trade = new double[sectors * economies * economies];
        var tariff = new double[trade.Length];
        var estimated = new bool[trade.Length];
        for (var at = 0; at < trade.Length; at++)
        {
            var (j, i, n) = (at / economies / economies, at / economies % economies, at % economies);
            var draw = (0.1 + random.NextDouble()) / sectors;
            var abroad = i == n || random.NextDouble() >= zeroShare ? 1 : 0;
            // own sales exceed all exports and imports together, so income and final demand are positive
            trade[at] = i == n
                ? size[n] * (1 + draw)
                : abroad * draw * size[i] * size[n] / world;
            tariff[at] = i == n ? 0 : highestTariff * random.NextDouble();
            estimated[at] = random.NextDouble() < 0.5;
        }
        var gamma = Draw(economies * sectors, () => 0.3 + 0.5 * random.NextDouble());
        var inputs = Draw(economies * sectors * sectors, () => 0.05 + random.NextDouble());
        ScaleInputs(inputs, gamma, sectors);
        return EquilibriumWorld.Complete(
            new Cube<double>(sectors, economies, economies, trade),
            new Cube<double>(sectors, economies, economies, tariff),
            new Matrix<double>(economies, sectors, gamma),
            new Cube<double>(economies, sectors, sectors, inputs),
            (valueAdded, deficit, finalShare, net, rate, shares, mix) => new Baseline
            {
                Name = $"random-{seed}",
                Title = $"Random world {seed}",
                Year = 2000,
                Economies = [.. Enumerable.Range(0, economies).Select(n => Economy(n, random))],
                Sectors = [.. Enumerable.Range(0, sectors).Select(j =>
                    new Sector($"S{j:000}", $"Sector {j}", j >= (sectors + 1) / 2))],
                Sets = [new EconomySet("odd", "Odd ones", [.. Enumerable.Range(0, economies).Where(n => n % 2 == 1)
                    .Select(Code)], "invented")],
                Trade = net,
                TariffRate = rate,
                Estimated = new Cube<bool>(sectors, economies, economies, estimated),
                InputShare = mix,
                ValueAddedShare = shares,
                FinalShare = finalShare,
                ValueAdded = valueAdded,
                Deficit = deficit,
                Gdp = [.. valueAdded.Select(value => value * (0.9 + 0.2 * random.NextDouble()))],
                Population = [.. valueAdded.Select(value => Math.Round(value * 1000))],
                Elasticities =
                [
                    Elasticities("default", [.. Draw(sectors, () => 2 + 8 * random.NextDouble())]),
                    Elasticities("uniform", [.. Draw(sectors, () => 4.55)]),
                ],
            });
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

    // Input shares [economy, input, sector] of each sector sum to one less its value added.
    private static void ScaleInputs(double[] inputs, double[] gamma, int sectors)
    {
        for (var cell = 0; cell < gamma.Length; cell++)
        {
            var (n, j) = (cell / sectors, cell % sectors);
            var column = Enumerable.Range(0, sectors).Select(k => (n * sectors + k) * sectors + j).ToArray();
            var sum = column.Sum(at => inputs[at]);
            foreach (var at in column)
            {
                inputs[at] *= (1 - gamma[cell]) / sum;
            }
        }
    }

    private static string Code(int n) => $"E{n:000}";

    private static Economy Economy(int n, Random random) => new(Code(n), $"Economy {n}")
    {
        Region = n % 3 == 0 ? "North" : "South",
        IncomeGroup = n % 2 == 0 ? "high" : "low",
        Landlocked = random.NextDouble() < 0.2,
        BeltAndRoadCore = random.NextDouble() < 0.5,
    };

    private static ElasticitySet Elasticities(string name, ImmutableArray<double> theta) =>
        new(name, theta, [.. theta.Select(_ => 0.0)], [.. theta.Select(_ => "drawn at random")]);
}
