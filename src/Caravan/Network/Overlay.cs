using System.Numerics;
using System.Runtime.CompilerServices;

namespace Caravan.Network;

/// <summary>
/// A network that has a few edges more than another, seen from the ends of these edges alone. Every way in it is made
/// of ways of the other network between such ends, which are known, and of the new edges; as costs are whole numbers,
/// what is put together of them is exactly what a search would find.
/// </summary>
internal sealed class Overlay
{
    private readonly bool[] _isDoor;
    private readonly int[] _doorOfCity;
    private readonly long[]?[] _toCities;
    private readonly Dictionary<int, int> _position = [];

    // [end, end], padded to whole vectors
    private readonly long[][] _between;

    /// <summary>Puts the distances between all ends together.</summary>
    /// <param name="start">Matrix of the network without the edges.</param>
    /// <param name="come">The edges.</param>
    /// <param name="more">Other nodes of the network with the edges whose distances will be asked for.</param>
    /// <param name="isDoor">Whether a node of the network with the edges is a door.</param>
    /// <param name="doorOfCity">Doors of the matrix' cities in the network with the edges, or -1.</param>
    /// <param name="cancellation">Stops between two searches.</param>
    public Overlay(TravelMatrix start, List<Edge> come, IEnumerable<int> more, Func<int, bool> isDoor, int[] doorOfCity,
        CancellationToken cancellation)
    {
        _doorOfCity = doorOfCity;
        int[] ends = [.. come.SelectMany(edge => new[] { edge.A, edge.B }).Concat(more).Distinct().Order()];
        _isDoor = [.. ends.Select(isDoor)];
        for (var at = 0; at < ends.Length; at++)
        {
            _position[ends[at]] = at;
        }
        // nodes of the smaller network come first, in both
        int[] old = [.. ends.TakeWhile(node => node < start.Network.NodeCount)];
        var (toCities, between) = start.Hubs.Of(old, cancellation);
        _toCities = new long[]?[ends.Length];
        toCities.CopyTo(_toCities, 0);
        _between = new long[ends.Length][];
        for (var at = 0; at < ends.Length; at++)
        {
            var row = _between[at] = new long[ends.Length + Vector<long>.Count];
            row.AsSpan().Fill(Cost.NoWay);
            (at < old.Length ? between[at] : []).CopyTo(row, 0);
            row[at] = 0;
        }
        foreach (var edge in come)
        {
            var (a, b, cost) = (_position[edge.A], _position[edge.B], edge.Cost.Pack(start.CentsPerDay));
            _between[a][b] = _between[b][a] = Math.Min(_between[a][b], cost);
        }
        JoinWays();
    }

    /// <summary>True for a node among the ends.</summary>
    public bool Knows(int node) => _position.ContainsKey(node);

    /// <summary>Packed cost from each city to an end, as in the matrix without the edges; null for a new one.</summary>
    public long[]? Before(int end) => _toCities[_position[end]];

    /// <summary>Packed cost from each city to an end in the network with the edges.</summary>
    public long[] After(int end)
    {
        var (to, after) = (_position[end], new long[_doorOfCity.Length]);
        Array.Fill(after, Cost.NoWay);
        for (var via = 0; via < _between.Length; via++)
        {
            // no way passes a door; one that begins there is added below
            if (!_isDoor[via] && _toCities[via] is { } first && _between[via][to] < Cost.NoWay)
            {
                Lower(after, first, _between[via][to]);
            }
        }
        for (var city = 0; city < after.Length; city++)
        {
            if (_position.TryGetValue(_doorOfCity[city], out var door))
            {
                after[city] = Math.Min(after[city], _between[door][to]);
            }
        }
        return after;
    }

    // Floyd and Warshall over the ends that a way may pass.
    private void JoinWays()
    {
        for (var via = 0; via < _between.Length; via++)
        {
            for (var from = 0; from < _between.Length && !_isDoor[via]; from++)
            {
                if (_between[from][via] < Cost.NoWay && from != via)
                {
                    Lower(_between[from], _between[via], _between[from][via]);
                }
            }
        }
    }

    /// <summary>For each cell the least of what it has and what another array has there, plus a cost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lower(Span<long> cells, ReadOnlySpan<long> onward, long cost)
    {
        var plus = new Vector<long>(cost);
        var at = 0;
        for (; at <= cells.Length - Vector<long>.Count; at += Vector<long>.Count)
        {
            Vector.Min(new Vector<long>(cells[at..]), new Vector<long>(onward[at..]) + plus).CopyTo(cells[at..]);
        }
        for (; at < cells.Length; at++)
        {
            cells[at] = Math.Min(cells[at], onward[at] + cost);
        }
    }
}
