using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// Compiles the solver while a process still reads its files: vectors whose width depends on the processor cannot be
/// compiled ahead.
/// </summary>
public static class SolverWarmUp
{
    // wide enough for the widest vectors
    private const int Size = 16;

    private static readonly Lazy<Task> s_work = new(() => Task.Run(Solve));

    /// <summary>Begins to solve a small world on another thread, once in a process.</summary>
    /// <returns>The work, which nobody needs to wait for.</returns>
    public static Task Begin() => s_work.Value;

    private static (double, double[], double[]) Solve()
    {
        var iceberg = new Cube<double>(Size, Size, Size, Filled(home: 1, abroad: 0.9));
        var outcome = new TradeModel(World()).Solve(new TradeShock { TradeCost = new TradeCostChange(iceberg) });
        return (outcome.Residual, outcome.Measures.TermsOfTrade, outcome.TotalsNew.Exports);
    }

    // economies alike in everything
    private static Baseline World()
    {
        var names = Enumerable.Range(0, Size).Select(number => $"{number}").ToList();
        return new Baseline
        {
            Name = "alike",
            Economies = [.. names.Select(name => new Economy(name, name))],
            Sectors = [.. names.Select(name => new Sector(name, name, IsService: false))],
            Trade = new Cube<double>(Size, Size, Size, Filled(home: Size, abroad: 1)),
            TariffRate = new Cube<double>(Size, Size, Size, Filled(home: 0, abroad: 0.1)),
            Estimated = new Cube<bool>(Size, Size, Size),
            InputShare = new Cube<double>(Size, Size, Size, Flat(Size * Size * Size, 0.5 / Size)),
            ValueAddedShare = new Matrix<double>(Size, Size, Flat(Size * Size, 0.5)),
            FinalShare = new Matrix<double>(Size, Size, Flat(Size * Size, 1.0 / Size)),
            ValueAdded = [.. Flat(Size, 0.5 * Size * (2 * Size - 1))],
            Deficit = [.. Flat(Size, 0)],
            Gdp = [.. Flat(Size, 1)],
            Population = [.. Flat(Size, 0)],
            Elasticities = [new ElasticitySet("given", [.. Flat(Size, 5)], [.. Flat(Size, 0)], [.. names])],
        };
    }

    private static double[] Flat(int length, double value) => [.. Enumerable.Repeat(value, length)];

    private static double[] Filled(double home, double abroad) =>
        [.. Enumerable.Range(0, Size * Size * Size).Select(cell => cell / Size % Size == cell % Size ? home : abroad)];
}
