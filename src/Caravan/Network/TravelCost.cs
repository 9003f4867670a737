using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Numerics;

namespace Caravan.Network;

/// <summary>
/// From journeys between cities to trade costs between economies. For sector j and two cities
/// <code>kappa = 1 + f_j G(lambda_j) / u</code>
/// with G the dollars and valued days of the cheapest way where a day is worth lambda, f_j the freight share, u the
/// mean dollars of goods trade between economies before, and lambda_j = u v_j / f_j for a value of a day v_j. G is known at
/// several values of a day and runs straight between them. Over the cities of two economies
/// <code>d^ = (sum of s (kappa' / kappa)^-4)^(-1/4)</code>
/// with s the part of their trade between two cities (<see cref="CityPairs"/>): what each pair's own factor does to the
/// flow of all of them at the elasticity of 4 (Simonovska and Waugh 2014), so that one city's bad luck does not stop
/// the others. Where goods are divided among modes (<see cref="ModeSplit"/>) each part has its own kappa, the one by air an
/// unchanged one.
/// </summary>
/// <remarks>
/// Two cities that lose their only way trade at <see cref="CutOff"/> times the cost, and no pair's cost rises by more.
/// Every step is an addition, multiplication, division or square root of numbers that are not negative, each of which
/// rounding leaves monotone: what closes a way never lowers any d^, to the last bit.
/// </remarks>
public static class TravelCost
{
    /// <summary>The iceberg factor for pairs that have no way left: delivery at ten times the cost.</summary>
    public const double CutOff = 10;

    // packed costs count dollars in units of a 1440th of a cent
    private const double UnitsADollar = 144_000;

    private static readonly double s_flowLeft = 1 / Math.Pow(CutOff, 4);

    /// <summary>
    /// The change in trade cost from one state of the network to another. Services keep their cost; so do cities
    /// without a way before.
    /// </summary>
    /// <param name="before">Journeys before, one matrix for each value of a day.</param>
    /// <param name="after">Journeys after, in the same order.</param>
    /// <param name="pairs">The cities of these matrices.</param>
    /// <param name="baseline">Economies, sectors and trade.</param>
    /// <param name="sectors">Time and freight by goods sector.</param>
    /// <param name="threads">Threads used; the result is the same for any number.</param>
    public static TradeCostChange Change(
        ImmutableArray<TravelMatrix> before, ImmutableArray<TravelMatrix> after, CityPairs pairs, Baseline baseline,
        ImmutableArray<SectorTime> sectors, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(before.Length);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(baseline);
        return Change(Prepare(new Journeys(before), pairs, baseline, sectors), new Journeys(after), threads);
    }

    /// <summary>What trade costs and weighs before, which serves any number of changes.</summary>
    internal static CostBefore Prepare(
        Journeys before, CityPairs pairs, Baseline baseline, ImmutableArray<SectorTime> sectors) =>
        new(before, pairs, Weights(before, pairs, baseline, sectors), baseline.Sectors.Length);

    /// <summary>The change from what was prepared.</summary>
    internal static TradeCostChange Change(CostBefore before, Journeys after, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Cheapest.Length, before.Journeys.Cheapest.Length);
        var (weights, count) = (before.Weights, before.Pairs.EconomyCount);
        var hats = GC.AllocateUninitializedArray<double>(before.Layers * count * count);
        hats.AsSpan().Fill(1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, count, options, () => new Row(count, weights.Width),
            (origin, _, row) =>
            {
                row.Clear();
                foreach (var from in before.CitiesOf(origin))
                {
                    if (before.Journeys.AreSameFrom(from, after))
                    {
                        row.Join(before.JoinedFrom(from));
                    }
                    else
                    {
                        AddCity(from, before.Journeys, after, before.Pairs, weights, row);
                    }
                }
                for (var n = 0; n < count; n++)
                {
                    if (!row.Loses(n))
                    {
                        continue;
                    }
                    var all = before.Weight(origin, n);
                    for (var s = 0; s < weights.Sectors.Length; s++)
                    {
                        hats[(weights.Sectors[s] * count + origin) * count + n] = row.Hat(n, s, all);
                    }
                }
                return row;
            }, _ => { });
        return new TradeCostChange(new Cube<double>(before.Layers, count, count, hats));
    }

    private static void AddCity(
        int from, Journeys before, Journeys after, CityPairs pairs, SectorWeights weights, Row row)
    {
        var (values, cities) = (before.Cheapest.Length, pairs.Cities.Length);
        Span<double> old = stackalloc double[2 * values], now = stackalloc double[2 * values];
        for (var to = 0; to < cities; to++)
        {
            if (pairs.Owner[to] < 0 || !before.Cheapest[0].HasWay(from, to))
            {
                continue;
            }
            var (economy, weight) = (pairs.Owner[to], pairs.Weight(from, to));
            var stays = from == to || after.Cheapest[0].HasWay(from, to);
            row.Join(economy, stays);
            if (from == to)
            {
                continue;
            }
            var isSame = Read(before.Cheapest, after.Cheapest, from * cities + to, old[..values], now[..values]);
            if (stays && before.Modes?.Of(from, to) is { } share && before.HasSeaWay(from, to))
            {
                var (modes, some) = (before.Modes, before.Modes.Cities.Length);
                isSame &= Read(before.BySea, after.BySea, modes.Position(from) * some + modes.Position(to),
                    old[values..], now[values..]);
                if (!isSame)
                {
                    AddLoss(economy, weight * share.Land, true, old[..values], now[..values], weights, row);
                    AddLoss(economy, weight * share.Sea, after.HasSeaWay(from, to), old[values..], now[values..], weights, row);
                }
            }
            else if (!isSame)
            {
                AddLoss(economy, weight, stays, old[..values], now[..values], weights, row);
            }
        }
    }

    private static bool Read(
        ImmutableArray<TravelMatrix> before, ImmutableArray<TravelMatrix> after, int cell, Span<double> old, Span<double> now)
    {
        var isSame = true;
        for (var k = 0; k < before.Length; k++)
        {
            (old[k], now[k]) = (Cost.Valued(before[k].Packed[cell]), Cost.Valued(after[k].Packed[cell]));
            isSame &= old[k] == now[k];
        }
        return isSame;
    }

    // compiled once and for good: vectors whose width depends on the processor cannot be compiled ahead
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddLoss(
        int economy, double weight, bool stays, ReadOnlySpan<double> old, ReadOnlySpan<double> now, SectorWeights weights, Row row)
    {
        for (var s = 0; s < weights.Width; s += Vector<double>.Count)
        {
            var left = new Vector<double>(s_flowLeft);
            if (stays)
            {
                var (was, becomes) = (Vector<double>.One, Vector<double>.One);
                for (var k = 0; k < old.Length; k++)
                {
                    var unit = weights.PerUnit(k, s);
                    was += unit * new Vector<double>(old[k]);
                    becomes += unit * new Vector<double>(now[k]);
                }
                var ratio = was / becomes;
                left = Vector.Max(left, ratio * ratio * (ratio * ratio));
            }
            row.Lose(economy, s, new Vector<double>(weight) * (Vector<double>.One - left));
        }
    }

    private static SectorWeights Weights(
        Journeys journeys, CityPairs pairs, Baseline baseline, ImmutableArray<SectorTime> times)
    {
        var before = journeys.Cheapest;
        int[] order = [.. Enumerable.Range(0, before.Length).OrderBy(k => before[k].UsdPerDay)];
        double[] values = [.. order.Select(k => before[k].UsdPerDay)];
        var meanUsd = MeanUsd(EconomyTravel.Of(journeys, pairs), baseline);
        var known = Enumerable.Range(0, baseline.Sectors.Length)
            .Select(j => (Layer: j, Time: times.FirstOrDefault(time => time.Sector == baseline.Sectors[j].Code)))
            .Where(pair => pair.Time is not null).ToList();
        var weights = new SectorWeights([.. known.Select(pair => pair.Layer)], before.Length);
        for (var s = 0; s < known.Count; s++)
        {
            var time = known[s].Time!;
            // beyond the values of a day that are known, a day stands to a dollar as at the last of them
            var (perUsd, day) = (time.FreightShare / meanUsd, meanUsd * time.DayValueShare / time.FreightShare);
            if (!(day <= values[^1]))
            {
                (perUsd, day) = (values[^1] > 0 ? time.DayValueShare / values[^1] : perUsd, values[^1]);
            }
            var upper = Array.FindIndex(values, value => value >= day);
            var lower = Math.Max(upper - 1, 0);
            var part = upper == lower ? 1 : Math.Max(0, (day - values[lower]) / (values[upper] - values[lower]));
            weights.Set(order[lower], s, (1 - part) * perUsd / UnitsADollar);
            weights.Set(order[upper], s, part * perUsd / UnitsADollar);
        }
        return weights;
    }

    private static double MeanUsd(EconomyTravel travel, Baseline baseline)
    {
        double sum = 0, total = 0;
        for (var j = 0; j < baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < baseline.Economies.Length && !baseline.Sectors[j].IsService; i++)
            {
                for (var n = 0; n < baseline.Economies.Length; n++)
                {
                    if (i != n && double.IsFinite(travel.UsdPerTeu[i, n]))
                    {
                        sum += baseline.Trade[j, i, n] * travel.UsdPerTeu[i, n];
                        total += baseline.Trade[j, i, n];
                    }
                }
            }
        }
        return total > 0 ? sum / total : EconomyTravel.UsdInsideACity;
    }

    // What a unit of cost at each value of a day is worth of the goods of each sector [value, sector], padded to whole
    // vectors.
    internal sealed class SectorWeights(int[] sectors, int values)
    {
        private readonly double[] _perUnit = new double[values * Padded(sectors.Length)];

        public int[] Sectors => sectors;

        public int Width { get; } = Padded(sectors.Length);

        public void Set(int value, int sector, double perUnit) => _perUnit[value * Width + sector] = perUnit;

        public Vector<double> PerUnit(int value, int sector) => new(_perUnit, value * Width + sector);

        private static int Padded(int length) =>
            (length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
    }

    // From one economy to all: whether a pair of cities keeps its way, and how much of each sector's flow they lose.
    private sealed class Row(int economies, int width)
    {
        private readonly bool[] _joined = new bool[economies];
        private readonly bool[] _loses = new bool[economies];
        private readonly double[] _lost = new double[economies * width];

        public void Clear()
        {
            Array.Clear(_joined);
            Array.Clear(_loses);
            Array.Clear(_lost);
        }

        public void Join(int economy, bool stays) => _joined[economy] |= stays;

        public void Join(ReadOnlySpan<bool> joined)
        {
            for (var economy = 0; economy < joined.Length; economy++)
            {
                _joined[economy] |= joined[economy];
            }
        }

        public bool Loses(int economy) => _loses[economy];

        public void Lose(int economy, int sector, Vector<double> weight)
        {
            _loses[economy] = true;
            var at = economy * width + sector;
            (new Vector<double>(_lost, at) + weight).CopyTo(_lost, at);
        }

        public double Hat(int economy, int sector, double all)
        {
            var lost = _lost[economy * width + sector];
            return all == 0 || lost == 0 ? 1
                : !_joined[economy] || lost >= all ? CutOff
                : Math.Min(CutOff, Math.Sqrt(Math.Sqrt(all / (all - lost))));
        }
    }
}
