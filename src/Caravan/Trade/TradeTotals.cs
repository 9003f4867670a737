using System.Numerics.Tensors;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>Exports, imports and trade with others of each economy.</summary>
internal sealed class TradeTotals
{
    public TradeTotals(FlowRows flows)
    {
        var (sectors, count) = (flows.Sectors, flows.Economies);
        (Exports, Imports) = (new double[count], new double[count]);
        Abroad = new double[count * count];
        (SectorExports, SectorImports) = (new double[count * sectors], new double[count * sectors]);
        var imports = new double[count];
        for (var j = 0; j < sectors; j++)
        {
            flows.Begin(j);
            Array.Clear(imports);
            for (var i = 0; i < count; i++)
            {
                var row = flows.Row(i);
                row[i] = 0;
                var abroad = Abroad.AsSpan(i * count, count);
                SectorExports[i * sectors + j] = TensorPrimitives.Sum<double>(row);
                TensorPrimitives.Add(imports, row, imports);
                TensorPrimitives.Add(abroad, row, abroad);
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
}
