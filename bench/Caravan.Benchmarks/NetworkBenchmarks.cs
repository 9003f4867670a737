using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Benchmarks;

/// <summary>Door-to-door times between the thousand largest cities of the world, two threads.</summary>
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    private const int Threads = 2;

    private static readonly NetworkEdits s_railway = new() { Projects = ["china-kyrgyzstan-uzbekistan"] };
    private static readonly NetworkEdits s_suez = new() { Closed = ["suez"] };

    private TransportTables _tables = null!;
    private ImmutableArray<Place> _cities;
    private TransportNetwork _network = null!;
    private TravelMatrix _travel = null!;
    private TransportNetwork _withRailway = null!;
    private TransportNetwork _withoutSuez = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _tables = NetworkTables.Load();
        _cities = NetworkMemory.LargestCities(_tables, 1000);
        _network = TransportNetwork.Build(_tables);
        _travel = _network.Travel(_cities, Threads);
        _withRailway = _network.With(s_railway);
        _withoutSuez = TransportNetwork.Build(_tables, s_suez);
    }

    /// <summary>A plain search with a priority queue of the framework from every city, on the whole graph, one thread.
    /// </summary>
    [Benchmark(Baseline = true)]
    public long TextbookDijkstra()
    {
        var sum = 0L;
        foreach (var city in _cities)
        {
            sum += TextbookSearch.From(_network, city.Id).Count;
        }
        return sum;
    }

    /// <summary>The whole matrix, contraction included.</summary>
    [Benchmark]
    public TravelMatrix FromScratch() => _network.Travel(_cities, Threads);

    /// <summary>One project's links added, from the edits to the matrix.</summary>
    [Benchmark]
    public TravelMatrix AddRailway() => _network.With(s_railway).Update(_travel, Threads);

    /// <summary>The part of it that is the graph.</summary>
    [Benchmark]
    public TransportNetwork ExtendGraph() => _network.With(s_railway);

    /// <summary>The part of it that is the matrix.</summary>
    [Benchmark]
    public TravelMatrix UpdateMatrix() => _withRailway.Update(_travel, Threads);

    /// <summary>A passage closed.</summary>
    [Benchmark]
    public TravelMatrix CloseSuez() => _withoutSuez.Update(_travel, Threads);

    /// <summary>The graph, with the project, from the tables instead.</summary>
    [Benchmark]
    public TransportNetwork BuildGraph() => TransportNetwork.Build(_tables, s_railway);
}
