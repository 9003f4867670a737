using Caravan.Data;

namespace Caravan.Trade;

/// <summary>
/// A change in trade costs written as the few cells it touches, with what it does to the weights of shares there: a
/// package of many such changes is then made by multiplying instead of raising every cell of the world to a power anew.
/// </summary>
internal sealed class IcebergFactors
{
    private readonly int[] _start;      // [sector + 1] into the cells
    private readonly int[] _cell;       // within the sector's layer
    private readonly double[] _factor;  // d^
    private readonly double[] _power;   // d^ to the power -theta

    private IcebergFactors(int[] start, int[] cell, double[] factor, double[] power) =>
        (_start, _cell, _factor, _power) = (start, cell, factor, power);

    public static IcebergFactors Of(TradeCostChange change, ReadOnlySpan<double> theta)
    {
        var hat = change.IcebergHat;
        var (start, cells, factors, powers) = (new int[hat.Layers + 1], new List<int>(), new List<double>(), new List<double>());
        for (var j = 0; j < hat.Layers; j++)
        {
            var layer = hat.Layer(j);
            for (var at = 0; at < layer.Length; at++)
            {
                if (layer[at] != 1)
                {
                    cells.Add(at);
                    factors.Add(layer[at]);
                    powers.Add(Math.Pow(layer[at], -theta[j]));
                }
            }
            start[j + 1] = cells.Count;
        }
        return new IcebergFactors(start, [.. cells], [.. factors], [.. powers]);
    }

    public bool Touches(int sector) => _start[sector] < _start[sector + 1];

    /// <summary>Multiplies a layer of d^.</summary>
    public void MultiplyHatsInto(int sector, Span<double> layer) => MultiplyInto(sector, _factor, layer);

    /// <summary>Multiplies a layer of weights, which go with d^ to the power -theta.</summary>
    public void MultiplyWeightsInto(int sector, Span<double> layer) => MultiplyInto(sector, _power, layer);

    private void MultiplyInto(int sector, double[] factors, Span<double> layer)
    {
        for (var k = _start[sector]; k < _start[sector + 1]; k++)
        {
            layer[_cell[k]] *= factors[k];
        }
    }
}
