using Caravan.Data;
using Caravan.Network;
using Caravan.Numerics;

namespace Caravan.Scenarios.Results;

/// <summary>The trade in goods of every two economies, spread over pairs of their cities.</summary>
internal sealed class PairTrade
{
    private readonly CityPairs _pairs;
    private readonly double[] _musd;
    private readonly double _total;

    public PairTrade(CityPairs pairs, Baseline baseline)
    {
        var (cities, count, trade) = (pairs.Cities.Length, baseline.Economies.Length, GoodsTrade(baseline));
        (_pairs, _musd) = (pairs, new double[cities * cities]);
        for (var from = 0; from < cities; from++)
        {
            for (var to = 0; to < cities; to++)
            {
                _musd[from * cities + to] =
                    pairs.Part(from, to) * trade[pairs.Owner[from] * count + pairs.Owner[to]];
            }
        }
        _total = _musd.Sum();
    }

    /// <summary>What part of the trade between some pairs is of all, per cent: of the world, and of what members have a
    /// part in.</summary>
    /// <param name="used">Pairs of cities whose cheapest way is meant [from, to].</param>
    /// <param name="usedBySea">Pairs whose way by sea is meant [from, to], of the cities by sea.</param>
    /// <param name="journeys">How goods are divided between the two.</param>
    /// <param name="member">Members among the economies.</param>
    public (double OfAllPct, double OfMembersPct) Share(
        Matrix<bool> used, Matrix<bool>? usedBySea, Journeys journeys, bool[] member)
    {
        double part = 0, partOfMembers = 0, ofMembers = 0;
        var cities = _pairs.Cities.Length;
        bool[] isMember = [.. _pairs.Owner.Select(owner => member[owner])];
        for (var from = 0; from < cities; from++)
        {
            for (var to = 0; to < cities; to++)
            {
                var (pair, counts) = (from * cities + to, isMember[from] || isMember[to]);
                ofMembers += counts ? _musd[pair] : 0;
                var use = used[from, to] ? 1.0 : 0;
                if (journeys.Modes is { } modes && modes.Of(from, to) is { } share && journeys.HasSeaWay(from, to))
                {
                    use = share.Land * use
                        + (usedBySea![modes.Position(from), modes.Position(to)] ? share.Sea : 0);
                }
                part += use * _musd[pair];
                partOfMembers += counts ? use * _musd[pair] : 0;
            }
        }
        return (Percent(part, _total), Percent(partOfMembers, ofMembers));
    }

    private static double Percent(double part, double whole) => whole > 0 ? 100 * part / whole : 0;

    private static double[] GoodsTrade(Baseline baseline)
    {
        var count = baseline.Economies.Length;
        var trade = new double[count * count];
        for (var j = 0; j < baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < count && !baseline.Sectors[j].IsService; i++)
            {
                var row = baseline.Trade.Row(j, i);
                for (var n = 0; n < count; n++)
                {
                    trade[i * count + n] += n == i ? 0 : row[n];
                }
            }
        }
        return trade;
    }
}
