using BenchmarkDotNet.Attributes;
using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Benchmarks;

/// <summary>Talks with a rotating chair under a majority of two thirds: how time grows with members and packages.</summary>
[MemoryDiagnoser]
public class BargainingBenchmarks
{
    private BargainingProblem _packages = null!;
    private DivisionProblem _division = null!;

    [Params(3, 6, 12, 24)]
    public int Members { get; set; }

    [Params(64, 512)]
    public int Packages { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        double[] gains = [.. Enumerable.Range(0, Members * Packages).Select(_ => random.NextDouble() - 0.2)];
        var rule = DecisionRule.Majority(Members, 2.0 / 3);
        var chair = Recognition.Rotation(Members, [.. Enumerable.Range(0, Members)]);
        _packages = new BargainingProblem(
            new Matrix<double>(Packages, Members, gains), rule, chair, [.. Enumerable.Repeat(0.9, Members)]);
        _division = new DivisionProblem(100, rule, chair, [.. Enumerable.Repeat(0.9, Members)]);
    }

    /// <summary>Backward induction over ten rounds, from every place of the order.</summary>
    [Benchmark(Baseline = true)]
    public BargainingResult TenRounds() => SequentialBargaining.Solve(_packages, 10);

    /// <summary>An equilibrium of talks without end, or the proof by exhaustion that the search found none.</summary>
    [Benchmark]
    public BargainingResult WithoutEnd() => SequentialBargaining.Solve(_packages);

    /// <summary>Ten rounds in which members pay each other; packages play no part.</summary>
    [Benchmark]
    public BargainingResult TenRoundsWithPayments() => TransferBargaining.Solve(_division, 10);
}
