using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>Exports, imports and trade with others of each economy.</summary>
internal sealed class TradeTotals
{
    public TradeTotals(FlowFactors flows)
    {
        var (sectors, count) = (flows.Sectors, flows.Economies);
        (Exports, Imports) = (new double[count], new double[count]);
        Abroad = new double[count * count];
        (SectorExports, SectorImports) = (new double[count * sectors], new double[count * sectors]);
        var imports = new double[count];
        for (var j = 0; j < sectors; j++)
        {
            Array.Clear(imports);
            for (var i = 0; i < count; i++)
            {
                // all but what stays at home
                SectorExports[i * sectors + j] = Add(flows, j, i, 0, i, imports) + Add(flows, j, i, i + 1, count, imports);
            }
            for (var n = 0; n < count; n++)
            {
                SectorImports[n * sectors + j] = imports[n];
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

    // Sales of an origin to some destinations, added to its exports and to their imports; their sum.
    private double Add(FlowFactors flows, int sector, int origin, int start, int end, double[] imports)
    {
        var here = start..end;
        var row = origin * flows.Economies;
        return Kernels.AddProducts(
            flows.Weight(sector)[(row + start)..(row + end)], flows.Supply(sector)[origin], flows.Demand(sector)[here],
            imports.AsSpan(here), Abroad.AsSpan(row, flows.Economies)[here]);
    }
}
