using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Scenarios;
using Caravan.Scenarios.Sharing;
using Caravan.Trade;

namespace Caravan.Benchmarks;

/// <summary>
/// What every coalition is worth, by equilibria of the shipped baseline: members who each halve their tariffs
/// on the others, so that no two coalitions bring the same about.
/// </summary>
[MemoryDiagnoser]
public class CoalitionBenchmarks
{
    private static readonly ImmutableArray<string> s_members =
        ["CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB", "TUR", "IRN", "PAK", "MNG"];

    private Baseline _baseline = null!;
    private LoadedScenario _scenario = null!;
    private string _file = "";

    /// <summary>Members: 2^n equilibria.</summary>
    [Params(6, 10)]
    public int Members { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _baseline = Baselines.Load(BenchmarkWorld.Shipped);
        _file = Path.Combine(Directory.CreateTempSubdirectory("caravan-bench-").FullName, "coalitions.yaml");
        File.WriteAllText(_file, $"caravan: 1\nname: Coalitions\nmembers: [{string.Join(", ", s_members.Take(Members))}]\nactions:\n"
            + string.Concat(s_members.Take(Members).Select(code =>
                $"  - {{id: t-{code.ToLowerInvariant()}, lever: tariff, by: {code}, importers: {code}, exporters: members, "
                + "change: -50%}\n")));
        _scenario = ScenarioFile.Load(_file);
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    /// <summary>All on one thread.</summary>
    [Benchmark(Baseline = true)]
    public ShareResult OneThread() => Share(1);

    /// <summary>Values, rules, core, nucleolus and payments on two.</summary>
    [Benchmark]
    public ShareResult TwoThreads() => Share(2);

    private ShareResult Share(int threads) => ShareRunner.Run(_scenario, _baseline, new ShareOptions
    {
        Run = new RunOptions { Solve = new SolveOptions { Threads = threads } },
    });
}
