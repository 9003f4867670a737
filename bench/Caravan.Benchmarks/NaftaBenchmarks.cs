using BenchmarkDotNet.Attributes;
using Caravan.Data.Loading;
using Caravan.Trade;

namespace Caravan.Benchmarks;

/// <summary>
/// Caliendo and Parro's NAFTA experiment, 31 x 40, zero deficits. Reads the replication data from the folder named by
/// CARAVAN_FIXTURES, which is not part of the project.
/// </summary>
[MemoryDiagnoser]
public class NaftaBenchmarks
{
    private CaliendoParroFiles _files = null!;
    private TradeModel _model = null!;
    private TradeShock _shock = null!;
    private World _shocked = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var fixtures = Environment.GetEnvironmentVariable("CARAVAN_FIXTURES")
            ?? throw new InvalidOperationException("set CARAVAN_FIXTURES to the folder that holds cp2015");
        _files = CaliendoParroFiles.Read(Path.Combine(fixtures, "cp2015"));
        _model = new TradeModel(_files.Baseline, closure: Closure.Zero);
        _shock = new TradeShock { TariffRateNew = _files.CounterfactualTariff };
        _model.Solve(_shock);
        var accounts = Accounts.Of(_files.Baseline, ModelVariant.InputOutput, [.. _model.Theta]);
        _shocked = World.Of(accounts, _shock, Closure.Zero);
    }

    /// <summary>Sweeps with damped wages only, the counterfactual world from the data.</summary>
    [Benchmark(Baseline = true)]
    public int Textbook() => TextbookSolver.Solve(_shocked, damping: 0.02, tolerance: 1e-10);

    /// <summary>The counterfactual world from the base world.</summary>
    [Benchmark]
    public TradeOutcome Cold() => _model.Solve(_shock);

    /// <summary>Shares, home loops, the base world from the data, the counterfactual from the base world.</summary>
    [Benchmark]
    public TradeOutcome PrepareAndBothWorlds() =>
        new TradeModel(_files.Baseline, closure: Closure.Zero).Solve(_shock);
}
