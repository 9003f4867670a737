using BenchmarkDotNet.Attributes;
using Caravan.Cooperation;

namespace Caravan.Benchmarks;

/// <summary>Games of two blocs with random payoffs: how time grows with the number of policies of each.</summary>
[MemoryDiagnoser]
public class BlocGameBenchmarks
{
    private FiniteGame _game = null!;

    [Params(2, 4, 6, 8)]
    public int Policies { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        _game = new FiniteGame(
            [Policies, Policies], [.. Enumerable.Range(0, 2 * Policies * Policies).Select(_ => random.NextDouble())]);
    }

    /// <summary>Every profile and every deviation from it.</summary>
    [Benchmark(Baseline = true)]
    public int Pure() => PureEquilibria.Find(_game).Length;

    /// <summary>Every corner of both players' best-response regions.</summary>
    [Benchmark]
    public MixedEquilibria Mixed() => MixedEquilibria.Find(_game);

    /// <summary>The profiles that none betters for both.</summary>
    [Benchmark]
    public int Pareto() => CooperativeOutcomes.ParetoSet(_game).Length;
}
