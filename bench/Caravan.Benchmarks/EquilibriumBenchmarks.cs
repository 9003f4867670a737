using BenchmarkDotNet.Attributes;
using Caravan.Data;
using Caravan.Trade;

namespace Caravan.Benchmarks;

/// <summary>A whole equilibrium, residual 1e-10, one thread, the shock that changes every tariff.</summary>
[MemoryDiagnoser]
public class EquilibriumBenchmarks
{
    private Baseline _world = null!;
    private TradeModel _model = null!;
    private TradeShock _shock = null!;
    private TradeOutcome _near = null!;
    private Accounts _accounts = null!;

    [Params("31x40", "81x50", BenchmarkWorld.Shipped, "196x133")]
    public string World { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _world = BenchmarkWorld.Create(World);
        _model = new TradeModel(_world);
        _shock = BenchmarkWorld.FreeTrade(_world);
        _near = _model.Solve(_shock);
        _accounts = Accounts.Of(_world, ModelVariant.InputOutput, [.. _model.Theta]);
    }

    /// <summary>Sweeps with damped wages only, from hats of one.</summary>
    [Benchmark(Baseline = true)]
    public int Textbook() =>
        TextbookSolver.Solve(Trade.World.Of(_accounts, _shock, Closure.Fixed), damping: 0.1, tolerance: 1e-10);

    /// <summary>From hats of one to the solution and its recomputed residual; the model is prepared.</summary>
    [Benchmark]
    public TradeOutcome Cold() => _model.Solve(_shock);

    /// <summary>From the solution of the same shock: what a repeated question costs.</summary>
    [Benchmark]
    public TradeOutcome Warm() => _model.Solve(_shock, warmStart: _near);

    /// <summary>Shares, home loops and the check of the base world, then the cold solve.</summary>
    [Benchmark]
    public TradeOutcome PrepareAndCold() => new TradeModel(_world).Solve(_shock);
}
