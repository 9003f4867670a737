using BenchmarkDotNet.Attributes;
using Caravan.Cooperation;

namespace Caravan.Benchmarks;

/// <summary>Shapley, core and nucleolus of games with random worth that grows with the square of the size.</summary>
[MemoryDiagnoser]
public class SharingBenchmarks
{
    private CoalitionGame _game = null!;
    private double[] _nucleolus = null!;

    /// <summary>Players: each doubles the coalitions.</summary>
    [Params(6, 10, 16)]
    public int Players { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        _game = CoalitionGame.Of(Players, team => random.NextDouble() + (double)team.Count * team.Count / Players);
        _nucleolus = [.. Nucleolus.Solve(_game).Payoffs];
    }

    [Benchmark(Baseline = true)]
    public double[] ShapleyValue() => Shapley.Values(_game);

    [Benchmark]
    public double[] BanzhafShares() => Banzhaf.Shares(_game);

    [Benchmark]
    public CoreResult LeastCore() => Core.Test(_game, 1e-9);

    [Benchmark]
    public NucleolusResult WholeNucleolus() => Nucleolus.Solve(_game);

    [Benchmark]
    public KohlbergResult KohlbergCriterion() => KohlbergCheck.Verify(_game, _nucleolus);
}
