using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Benchmarks;

/// <summary>What the matrix of a thousand cities takes, in a process that does nothing else.</summary>
internal static class NetworkMemory
{
    private const int Threads = 2;

    public static void Print(TextWriter output)
    {
        var tables = NetworkTables.Load();
        var cities = LargestCities(tables, 1000);
        var start = GC.GetTotalAllocatedBytes(precise: true);
        var network = TransportNetwork.Build(tables);
        var graph = GC.GetTotalAllocatedBytes(precise: true);
        var travel = network.Travel(cities, Threads);
        var matrix = GC.GetTotalAllocatedBytes(precise: true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{travel.Cities.Length} cities, {network.NodeCount} nodes, {network.EdgeCount} edges: the graph allocates "
            + $"{(graph - start) / 1e6:f1} MB, the matrix {(matrix - graph) / 1e6:f1} MB; peak of the process "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:f0} MB"));
    }

    public static ImmutableArray<Place> LargestCities(TransportTables tables, int count) =>
    [
        .. tables.Places.Where(place => place.Kind == PlaceKind.City).OrderByDescending(city => city.Population)
            .ThenBy(city => city.Id, StringComparer.Ordinal).Take(count),
    ];
}
