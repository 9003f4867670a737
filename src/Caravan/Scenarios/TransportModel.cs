using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Data.Transport;
using Caravan.Network;

namespace Caravan.Scenarios;

/// <summary>
/// The transport network that scenarios change: its tables, and the journeys in it before any change, which are
/// computed when they are first needed and kept. May be used from several threads.
/// </summary>
public sealed class TransportModel
{
    private static readonly Lazy<TransportModel> s_shipped = new(() => new TransportModel(NetworkTables.Load()));

    private readonly Lock _lock = new();
    private readonly Lazy<ImmutableArray<TransportNetwork>> _networks;
    private readonly Lazy<ImmutableArray<TransportNetwork>> _seaNetworks;
    private TransportBase? _base;

    /// <summary>A model of the network in some tables.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="usdPerDay">
    /// Values of a day in dollars per TEU, for each of which routes are found; the first is the one of journeys that
    /// results show. Empty for 100, 20, 400 and 1500, which span what the goods sectors' own values of a day and
    /// freight shares amount to.
    /// </param>
    public TransportModel(TransportTables tables, ImmutableArray<double> usdPerDay = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        Tables = tables;
        Routing = [.. (usdPerDay.IsDefaultOrEmpty ? [100, 20, 400, 1500] : usdPerDay)
            .Select(usd => new RoutingOptions { UsdPerTeuDay = usd })];
        _networks = new(() => AtEveryValue(TransportNetwork.Build(Tables, NetworkEdits.None, Routing[0])));
        _seaNetworks = new(() => AtEveryValue(_networks.Value[0].Avoiding(ModeSplit.OffTheSea(Tables))));
    }

    /// <summary>The network of the world that ships inside the library.</summary>
    public static TransportModel Shipped => s_shipped.Value;

    /// <summary>
    /// Begins to read the network that ships, on another thread; who asks for it meanwhile waits until it is there. For a
    /// process that has other things to load first.
    /// </summary>
    public static void BeginLoading() => Task.Run(() => s_shipped.Value._networks.Value);

    /// <summary>The tables.</summary>
    public TransportTables Tables { get; }

    /// <summary>How routes are chosen: one for each value of a day.</summary>
    internal ImmutableArray<RoutingOptions> Routing { get; }

    /// <summary>
    /// Searches the journeys between the economies of a baseline and writes them to files that ship with the library,
    /// so that a cold process need not search them; names of the files.
    /// </summary>
    /// <param name="economies">The economies.</param>
    /// <param name="folder">Folder of the network tables.</param>
    /// <param name="threads">Threads used.</param>
    /// <param name="cancellation">Stops between two cities.</param>
    public ImmutableArray<string> WriteTravel(
        ImmutableArray<Economy> economies, string folder, int threads, CancellationToken cancellation = default)
    {
        var cities = EconomyTravel.RepresentativeCities(Tables, economies);
        var modes = ModeSplit.Of(Tables, cities);
        var files = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < Routing.Length; at++)
        {
            files.Add(Write(_networks.Value[at].Travel(cities, threads, cancellation), TravelFile.NameOf(at)));
            if (modes is not null)
            {
                files.Add(Write(_seaNetworks.Value[at].Travel(modes.Cities, threads, cancellation),
                    TravelFile.NameOf(at, bySea: true)));
            }
        }
        return files.ToImmutable();

        string Write(TravelMatrix travel, string name)
        {
            var path = Path.Combine(folder, name);
            using (var stream = File.Create(path + ".part"))
            {
                TravelFile.Write(travel, stream);
            }
            File.Move(path + ".part", path, overwrite: true);
            return path;
        }
    }

    /// <summary>Something for each value of a day, in their order, on so many threads.</summary>
    internal ImmutableArray<T> ForEachValue<T>(int threads, Func<int, T> make)
    {
        var made = new T[Routing.Length];
        if (threads == 1)
        {
            for (var at = 0; at < made.Length; at++)
            {
                made[at] = make(at);
            }
            return [.. made];
        }
        try
        {
            Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at => made[at] = make(at));
        }
        catch (AggregateException all) when (all.Flatten().InnerExceptions.Any(one => one is OperationCanceledException))
        {
            // who cancels waits for this one, whatever the number of threads
            throw new OperationCanceledException("cancelled", all);
        }
        return [.. made];
    }

    /// <summary>Journeys in the network with edits, from those in the network as it is.</summary>
    internal Journeys JourneysAfter(
        NetworkEdits edits, Journeys before, int threads, CancellationToken cancellation)
    {
        ImmutableArray<TransportNetwork> networks = [], seaNetworks = [];
        Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => networks = AtEveryValue(_networks.Value[0].With(edits)),
            () => seaNetworks = before.Modes is null ? [] : AtEveryValue(_seaNetworks.Value[0].With(edits)));
        return AtEveryValue(before.Modes, threads,
            at => networks[at].Update(before.Cheapest[at], threads, cancellation),
            at => seaNetworks[at].Update(before.BySea[at], threads, cancellation));
    }

    private Journeys AtEveryValue(
        ModeSplit? modes, int threads, Func<int, TravelMatrix> cheapest, Func<int, TravelMatrix> bySea)
    {
        var both = ForEachValue(threads, at => (Cheapest: cheapest(at), BySea: modes is null ? null : bySea(at)));
        return new Journeys(
            [.. both.Select(one => one.Cheapest)], [.. both.Select(one => one.BySea).OfType<TravelMatrix>()], modes);
    }

    private ImmutableArray<TransportNetwork> AtEveryValue(TransportNetwork first) =>
        [first, .. Routing.Skip(1).Select(routing => first.ValuingDaysAt(routing.UsdPerTeuDay))];

    /// <summary>Journeys between the economies of a baseline and what trade costs by them, computed and kept.</summary>
    internal void Prepare(Baseline baseline, int threads, CancellationToken cancellation) =>
        BaseOf(baseline.Economies, threads, cancellation).Of(baseline, Tables.SectorTimes);

    /// <summary>Journeys between the economies of a baseline in the network as it is; the last ones are kept.</summary>
    internal TransportBase BaseOf(ImmutableArray<Economy> economies, int threads, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_base is null || !_base.Economies.AsSpan().SequenceEqual(economies.AsSpan()))
            {
                var cities = EconomyTravel.RepresentativeCities(Tables, economies);
                var modes = ModeSplit.Of(Tables, cities);
                var journeys = AtEveryValue(modes, threads,
                    at => TravelFile.ReadOrSearch(
                        _networks.Value[at], cities, TravelFile.NameOf(at), threads, cancellation),
                    at => TravelFile.ReadOrSearch(
                        _seaNetworks.Value[at], modes!.Cities, TravelFile.NameOf(at, bySea: true), threads, cancellation));
                _base = new TransportBase(economies, CityPairs.Of(cities, economies), journeys);
            }
            return _base;
        }
    }
}
