using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// A change in trade costs or tariffs written as the few cells it touches, with what it does to the weights of shares
/// there: a package of many such changes is then made by multiplying instead of raising every cell of the world to a power
/// anew.
/// </summary>
internal sealed class CellFactors
{
    private readonly int[] _start;  // [sector + 1] into the cells
    private readonly List<int> _cell = [];  // within the sector's layer
    private readonly List<double> _hat = [];  // d^
    private readonly List<double> _weight = [];
    private readonly List<double> _netWeight = [];

    private CellFactors(int sectors) => _start = new int[sectors + 1];

    /// <summary>True where weights net of tariff change by another factor than weights.</summary>
    public bool IsTariff { get; private init; }

    /// <summary>A change d^: weights go with d^ to the power -theta.</summary>
    public static CellFactors Of(TradeCostChange change, ReadOnlySpan<double> theta)
    {
        var hats = change.IcebergHat;
        var factors = new CellFactors(hats.Layers);
        for (var j = 0; j < hats.Layers; j++)
        {
            var layer = hats.Layer(j);
            for (var at = 0; at < layer.Length; at++)
            {
                if (layer[at] != 1)
                {
                    var power = Math.Pow(layer[at], -theta[j]);
                    factors.Add(at, layer[at], power, power);
                }
            }
            factors._start[j + 1] = factors._cell.Count;
        }
        return factors;
    }

    /// <summary>New tariffs: with r = (1 + tau') / (1 + tau), weights go with r^-theta and net of tariff with r^-theta / r.
    /// </summary>
    public static CellFactors OfTariffs(Cube<double> before, Cube<double> after, ReadOnlySpan<double> theta)
    {
        var factors = new CellFactors(before.Layers) { IsTariff = true };
        for (var j = 0; j < before.Layers; j++)
        {
            var old = before.Layer(j);
            var now = after.Layer(j);
            for (var at = 0; at < old.Length; at++)
            {
                if (now[at] != old[at])
                {
                    var ratio = (1 + now[at]) / (1 + old[at]);
                    var power = Math.Pow(ratio, -theta[j]);
                    factors.Add(at, 1, power, power / ratio);
                }
            }
            factors._start[j + 1] = factors._cell.Count;
        }
        return factors;
    }

    public bool Touches(int sector) => _start[sector] < _start[sector + 1];

    /// <summary>Marks the cells in an array over all sectors; false where one was marked before.</summary>
    public bool Claim(bool[] taken, int layerLength)
    {
        var free = true;
        for (var j = 0; j + 1 < _start.Length; j++)
        {
            for (var k = _start[j]; k < _start[j + 1]; k++)
            {
                ref var cell = ref taken[j * layerLength + _cell[k]];
                free &= !cell;
                cell = true;
            }
        }
        return free;
    }

    /// <summary>Multiplies a layer of d^.</summary>
    public void MultiplyHatsInto(int sector, Span<double> layer) => MultiplyInto(sector, _hat, layer);

    /// <summary>Multiplies a layer of weights.</summary>
    public void MultiplyWeightsInto(int sector, Span<double> layer) => MultiplyInto(sector, _weight, layer);

    /// <summary>Multiplies a layer of weights net of tariff.</summary>
    public void MultiplyNetWeightsInto(int sector, Span<double> layer) => MultiplyInto(sector, _netWeight, layer);

    private void Add(int cell, double hat, double weight, double netWeight)
    {
        _cell.Add(cell);
        _hat.Add(hat);
        _weight.Add(weight);
        _netWeight.Add(netWeight);
    }

    private void MultiplyInto(int sector, List<double> factors, Span<double> layer)
    {
        for (var k = _start[sector]; k < _start[sector + 1]; k++)
        {
            layer[_cell[k]] *= factors[k];
        }
    }
}
