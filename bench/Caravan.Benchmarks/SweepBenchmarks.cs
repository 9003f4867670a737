using BenchmarkDotNet.Attributes;
using Caravan.Trade;

namespace Caravan.Benchmarks;

/// <summary>One sweep over all equations against the same equations as plain loops over cells.</summary>
[MemoryDiagnoser]
public class SweepBenchmarks
{
    private World _world = null!;
    private WorldEquations _equations = null!;
    private double[] _logWage = [];
    private double[] _logPrice = [];
    private double[] _spending = [];

    [Params("31x40", "81x50", BenchmarkWorld.Shipped, "196x133")]
    public string World { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var baseline = BenchmarkWorld.Create(World);
        var accounts = Accounts.Of(baseline, ModelVariant.InputOutput, [.. baseline.Elasticities[0].Theta]);
        _world = Trade.World.Of(accounts, TradeShock.None, Closure.Fixed);
        _equations = new WorldEquations(_world, threads: 1);
        (_logWage, _logPrice) = (new double[accounts.Economies], new double[accounts.Spending.Length]);
        _spending = accounts.Spending;
    }

    [Benchmark(Baseline = true)]
    public double PlainLoops()
    {
        var accounts = _world.Accounts;
        var sum = 0.0;
        for (var j = 0; j < accounts.Sectors; j++)
        {
            sum += PlainSector(accounts, j);
        }
        for (var n = 0; n < accounts.Economies; n++)
        {
            sum += PlainInputs(accounts, n);
        }
        return sum;
    }

    [Benchmark]
    public void Sweep() => _equations.Sweep(_logWage, _logPrice, _spending);

    private double PlainSector(Accounts accounts, int j)
    {
        var (n, weight, net, theta) = (accounts.Economies, _world.Weight[j], _world.NetWeight[j], accounts.Theta[j]);
        double sum = 0;
        var (gross, sold) = (new double[n], new double[n]);
        for (var d = 0; d < n; d++)
        {
            for (var i = 0; i < n; i++)
            {
                gross[d] += weight[i * n + d] * Math.Exp(-theta * _logWage[i]);
            }
        }
        for (var i = 0; i < n; i++)
        {
            for (var d = 0; d < n; d++)
            {
                sold[i] += net[i * n + d] * Math.Exp(-theta * _logWage[i]) / gross[d]
                    * _spending[d * accounts.Sectors + j];
            }
            sum += sold[i] + gross[i];
        }
        return sum;
    }

    private double PlainInputs(Accounts accounts, int n)
    {
        double sum = 0;
        for (var k = 0; k < accounts.Sectors; k++)
        {
            for (var j = 0; j < accounts.Sectors; j++)
            {
                var share = accounts.InputShare![n, k, j];
                sum += share * _logPrice[n * accounts.Sectors + k] + share * _spending[n * accounts.Sectors + j];
            }
        }
        return sum;
    }
}
