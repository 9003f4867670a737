using Caravan.Numerics;

namespace Caravan.Data;

/// <summary>Trade, tariffs and flags of a baseline summed over groups.</summary>
internal sealed class AggregatedTrade
{
    public AggregatedTrade(Baseline baseline, Grouping economies, Grouping sectors)
    {
        var (parts, groups) = (baseline.Economies.Length, economies.Codes.Length);
        var cells = sectors.Codes.Length * groups * groups;
        var (values, duties, estimated) = (new double[cells], new double[cells], new bool[cells]);
        var (rateSums, counts) = (new double[cells], new int[cells]);
        for (var part = 0; part < baseline.Trade.Values.Length; part++)
        {
            var (j, i, n) = (part / parts / parts, part / parts % parts, part % parts);
            var cell = (sectors.GroupOf[j] * groups + economies.GroupOf[i]) * groups + economies.GroupOf[n];
            var (value, rate) = (baseline.Trade.Values[part], baseline.TariffRate.Values[part]);
            values[cell] += value;
            duties[cell] += value * rate;
            rateSums[cell] += rate;
            counts[cell]++;
            estimated[cell] |= baseline.Estimated.Values[part];
        }
        var rates = new double[cells];
        for (var cell = 0; cell < cells; cell++)
        {
            var isHome = cell / groups % groups == cell % groups;
            rates[cell] = isHome ? 0
                : counts[cell] > 1 && values[cell] > 0 ? duties[cell] / values[cell]
                : rateSums[cell] / counts[cell];
        }
        Values = new Cube<double>(sectors.Codes.Length, groups, groups, values);
        TariffRate = new Cube<double>(sectors.Codes.Length, groups, groups, rates);
        Estimated = new Cube<bool>(sectors.Codes.Length, groups, groups, estimated);
    }

    public Cube<double> Values { get; }

    public Cube<double> TariffRate { get; }

    public Cube<bool> Estimated { get; }
}
