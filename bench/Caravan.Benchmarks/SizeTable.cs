using System.Diagnostics;
using System.Globalization;
using Caravan.Trade;

namespace Caravan.Benchmarks;

/// <summary>How sweeps, bytes and time grow with economies and sectors; feeds docs/performance.md.</summary>
internal static class SizeTable
{
    private static readonly string[] s_worlds =
    [
        "20x30", "40x30", "80x30", "160x30", "60x10", "60x20", "60x40", "60x80", "31x40", "81x50",
        BenchmarkWorld.Shipped, "196x133",
    ];

    public static void Print(TextWriter output)
    {
        output.WriteLine("| world | sweeps | MB a sweep | ms a sweep | GB/s | cold ms | peak MB |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var name in s_worlds)
        {
            var world = BenchmarkWorld.Create(name);
            var model = new TradeModel(world);
            var shock = BenchmarkWorld.FreeTrade(world);
            var outcome = model.Solve(shock);
            var repetitions = world.Trade.Values.Length > 2_000_000 ? 3 : 30;
            var cold = Best(() => model.Solve(shock), repetitions);
            var accounts = Accounts.Of(world, ModelVariant.InputOutput, [.. model.Theta]);
            var shocked = World.Of(accounts, shock, Closure.Fixed);
            var equations = new WorldEquations(shocked, threads: 1);
            var (wage, price) = (new double[accounts.Economies], new double[accounts.Spending.Length]);
            var sweep = Best(() => equations.Sweep(wage, price, accounts.Spending), 10 * repetitions);
            var cells = (double)world.Trade.Values.Length;
            var bytes = 8 * (2 * cells + 2 * world.InputShare.Values.Length);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {outcome.Iterations} | {bytes / 1e6:f1} | {sweep:f3} | {bytes / 1e6 / sweep:f0} | {cold:f1} | {PeakMegabytes()} |"));
        }
    }

    private static long PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 >> 20;

    private static double Best(Action action, int repetitions)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < repetitions; round++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }
}
