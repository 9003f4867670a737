using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Scenarios.Results;

/// <summary>Exports, imports and trade with others of each economy, of flows [sector, origin, destination].</summary>
internal sealed class TradeTotals
{
    public TradeTotals(Cube<double> trade)
    {
        var (sectors, count) = (trade.Layers, trade.Rows);
        (Exports, Imports) = (new double[count], new double[count]);
        Abroad = new double[count * count];
        (SectorExports, SectorImports) = (new double[count * sectors], new double[count * sectors]);
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < count; i++)
            {
                var row = trade.Row(j, i);
                for (var n = 0; n < count; n++)
                {
                    if (n == i)
                    {
                        continue;
                    }
                    SectorExports[i * sectors + j] += row[n];
                    SectorImports[n * sectors + j] += row[n];
                    Abroad[i * count + n] += row[n];
                }
            }
        }
        for (var i = 0; i < count; i++)
        {
            Exports[i] = FixedOrder.Sum(SectorExports.AsSpan(i * sectors, sectors));
            Imports[i] = FixedOrder.Sum(SectorImports.AsSpan(i * sectors, sectors));
        }
    }

    /// <summary>Exports to all others [economy].</summary>
    public double[] Exports { get; }

    /// <summary>Imports from all others [economy].</summary>
    public double[] Imports { get; }

    /// <summary>Exports plus imports with members other than the economy itself [economy].</summary>
    public double[] WithMembers(bool[] member)
    {
        var (count, with) = (member.Length, new double[member.Length]);
        for (var i = 0; i < count; i++)
        {
            for (var n = 0; n < count; n++)
            {
                with[i] += member[n] ? Abroad[i * count + n] + Abroad[n * count + i] : 0;
            }
        }
        return with;
    }

    /// <summary>Sum over sectors [origin, destination], zero at home.</summary>
    public double[] Abroad { get; }

    /// <summary>Exports [economy, sector].</summary>
    public double[] SectorExports { get; }

    /// <summary>Imports [economy, sector].</summary>
    public double[] SectorImports { get; }

    /// <summary>
    /// Share in per cent of trade between economies that stands in estimated cells: of each economy, and of the world
    /// as the last entry.
    /// </summary>
    public static double[] EstimatedPct(Baseline baseline)
    {
        var count = baseline.Economies.Length;
        var (all, estimated) = (new double[count + 1], new double[count + 1]);
        for (var j = 0; j < baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < count; i++)
            {
                var row = baseline.Trade.Row(j, i);
                var flags = baseline.Estimated.Row(j, i);
                for (var n = 0; n < count; n++)
                {
                    if (n != i)
                    {
                        Add(all, i, n, row[n]);
                        Add(estimated, i, n, flags[n] ? row[n] : 0);
                    }
                }
            }
        }
        return [.. all.Select((total, n) => total > 0 ? 100 * estimated[n] / total : 0)];

        void Add(double[] sums, int i, int n, double value)
        {
            sums[i] += value;
            sums[n] += value;
            sums[count] += value;
        }
    }
}
