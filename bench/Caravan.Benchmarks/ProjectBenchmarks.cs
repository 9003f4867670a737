using BenchmarkDotNet.Attributes;
using Caravan.Cooperation;
using Caravan.Cooperation.Projects;

namespace Caravan.Benchmarks;

/// <summary>
/// Choosing and ordering projects once sets have a value, by number of projects: what the search itself costs beside the
/// equilibria, of which the result tells how many were needed (2^n where exact).
/// </summary>
[MemoryDiagnoser]
public class ProjectBenchmarks
{
    private double[] _alone = [];
    private double[] _pairs = [];
    private Schedule _schedule = null!;

    [Params(8, 10, 12, 16, 24)]
    public int Projects { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        _alone = [.. Enumerable.Range(0, Projects).Select(_ => 10 * random.NextDouble())];
        _pairs = [.. Enumerable.Range(0, Projects * Projects).Select(_ => random.NextDouble() - 0.5)];
        _schedule = new Schedule { Years = [.. Enumerable.Range(0, Projects).Select(_ => 0.5 + 3 * random.NextDouble())] };
    }

    /// <summary>The value of every set that the search asks for, and nothing else: the floor.</summary>
    [Benchmark(Baseline = true)]
    public int Values()
    {
        var problem = Problem();
        problem.Prepare();
        return problem.KnownCount;
    }

    /// <summary>The best set within a budget of half of all; exact to 12, then a search with a gap.</summary>
    [Benchmark]
    public SubsetResult Subset() => SubsetSearch.Run(Problem());

    /// <summary>The best order within the same budget; exact to 12, then a search with a gap.</summary>
    [Benchmark]
    public SequenceResult Sequence() => SequenceSearch.Run(Problem(), _schedule);

    /// <summary>What projects and pairs add, with Shapley values and interaction indices to 12.</summary>
    [Benchmark]
    public int Interactions() => ProjectAppraisal.Interactions(Problem()).Length;

    private ProjectProblem Problem() => new(Projects, sets => [.. sets.Select(set => new ProjectSetValue(Worth(set)))])
    {
        Limits = [new ProjectLimit("budget", [.. Enumerable.Repeat(1.0, Projects)], Projects / 2)],
    };

    private double Worth(Coalition set)
    {
        var worth = 0.0;
        foreach (var p in set.Players)
        {
            worth += _alone[p];
            foreach (var q in set.Players)
            {
                worth += q < p ? _pairs[p * Projects + q] : 0;
            }
        }
        return worth;
    }
}
