namespace Caravan.Network;

/// <summary>
/// Distances in one network from a few of its nodes to the cities of a matrix and to each other: searched when first
/// asked for and kept, because a lever that is moved touches the same nodes each time. May be used from several
/// threads.
/// </summary>
internal sealed class HubDistances(TransportNetwork network, int[] doors)
{
    // 700 cities take 6 kB a node, the nodes among each other up to 9 MB
    private const int MostKept = 1500;

    private const long Unknown = -1;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _number = [];
    private readonly List<long[]> _toCities = [];

    // [one, another that came no later]
    private readonly List<long[]> _between = [];

    /// <summary>
    /// Packed costs of some nodes [node, city]; <see cref="Cost.NoWay"/> where there is no way. The arrays are shared:
    /// they are not to be changed.
    /// </summary>
    public long[][] ToCities(int[] hubs, CancellationToken cancellation)
    {
        lock (_lock)
        {
            Search(hubs, [.. hubs.Where(hub => !_number.ContainsKey(hub))], cancellation);
            return [.. hubs.Select(hub => _toCities[_number[hub]])];
        }
    }

    /// <summary>The same, and packed costs among the nodes [node, node].</summary>
    public (long[][] ToCities, long[][] Between) Of(int[] hubs, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var wanted = hubs.Where(hub => !_number.ContainsKey(hub)).ToHashSet();
            // of two known ones that were never asked for together, one has to be searched again
            var known = hubs.Where(_number.ContainsKey).ToList();
            for (var first = 0; first < known.Count; first++)
            {
                var one = _number[known[first]];
                if (known.Take(first).Any(other => !wanted.Contains(other) && Cell(one, _number[other]) == Unknown))
                {
                    wanted.Add(known[first]);
                }
            }
            Search(hubs, [.. wanted], cancellation);
            int[] numbers = [.. hubs.Select(hub => _number[hub])];
            return ([.. numbers.Select(number => _toCities[number])],
                [.. numbers.Select(one => numbers.Select(other => Cell(one, other)).ToArray())]);
        }
    }

    private ref long Cell(int one, int other) =>
        ref one >= other ? ref _between[one][other] : ref _between[other][one];

    private void Search(int[] hubs, List<int> wanted, CancellationToken cancellation)
    {
        if (wanted.Count == 0)
        {
            return;
        }
        if (_number.Count + wanted.Count > MostKept)
        {
            _number.Clear();
            _toCities.Clear();
            _between.Clear();
            wanted = [.. hubs];
        }
        var found = network.DistancesFrom(wanted, doors, hubs, cancellation);
        foreach (var hub in wanted.Where(hub => _number.TryAdd(hub, _number.Count)))
        {
            _toCities.Add([]);
            _between.Add([.. Enumerable.Repeat(Unknown, _between.Count + 1)]);
        }
        for (var at = 0; at < wanted.Count; at++)
        {
            var number = _number[wanted[at]];
            _toCities[number] = found[at].ToDoors;
            for (var other = 0; other < hubs.Length; other++)
            {
                Cell(number, _number[hubs[other]]) = found[at].ToOthers[other];
            }
        }
    }
}
