using System.Numerics.Tensors;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// A change in trade costs or tariffs written as the few cells it touches, with what it does to the weights of shares
/// there: a package of many such changes is then made by multiplying instead of raising every cell of the world to a power
/// anew.
/// </summary>
internal sealed class CellFactors
{
    private readonly CellValues? _hat;  // d^; null for tariffs
    private readonly CellValues _weight;
    private readonly CellValues _netWeight;

    private CellFactors(CellValues? hat, CellValues weight, CellValues netWeight) =>
        (_hat, _weight, _netWeight) = (hat, weight, netWeight);

    /// <summary>True where weights net of tariff change by another factor than weights.</summary>
    public bool IsTariff => _hat is null;

    /// <summary>A change d^: weights go with d^ to the power -theta.</summary>
    public static CellFactors Of(CellValues hats, ReadOnlySpan<double> theta)
    {
        var weight = Power(hats, theta);
        return new CellFactors(hats, weight, weight);
    }

    /// <summary>New tariffs: with r = (1 + tau') / (1 + tau), weights go with r^-theta and net of tariff with r^-theta / r.
    /// </summary>
    public static CellFactors OfTariffs(Cube<double> before, CellValues after, ReadOnlySpan<double> theta)
    {
        var ratio = new double[after.Values.Length];
        var k = 0;
        for (var j = 0; j < after.Layers; j++)
        {
            var old = before.Layer(j);
            foreach (var cell in after.Cells(j))
            {
                ratio[k] = (1 + after.Values[k]) / (1 + old[cell]);
                k++;
            }
        }
        var weight = Power(after.With(ratio), theta);
        var net = new double[ratio.Length];
        TensorPrimitives.Divide(weight.Values, ratio, net);
        return new CellFactors(null, weight, after.With(net));
    }

    public bool Touches(int sector) => !_weight.Cells(sector).IsEmpty;

    /// <summary>Marks the cells in an array over all sectors; false where one was marked before.</summary>
    public bool Claim(bool[] taken, int layerLength)
    {
        var free = true;
        for (var j = 0; j < _weight.Layers; j++)
        {
            foreach (var at in _weight.Cells(j))
            {
                ref var cell = ref taken[j * layerLength + at];
                free &= !cell;
                cell = true;
            }
        }
        return free;
    }

    /// <summary>Multiplies a layer of d^, which tariffs leave as it is.</summary>
    public void MultiplyHatsInto(int sector, Span<double> layer) => _hat?.MultiplyInto(sector, layer);

    /// <summary>Multiplies a layer of weights.</summary>
    public void MultiplyWeightsInto(int sector, Span<double> layer) => _weight.MultiplyInto(sector, layer);

    /// <summary>Multiplies a layer of weights net of tariff.</summary>
    public void MultiplyNetWeightsInto(int sector, Span<double> layer) => _netWeight.MultiplyInto(sector, layer);

    private static CellValues Power(CellValues values, ReadOnlySpan<double> theta)
    {
        var power = new double[values.Values.Length];
        TensorPrimitives.Log(values.Values, power);
        var at = 0;
        for (var j = 0; j < values.Layers; j++)
        {
            var layer = power.AsSpan(at, values.Cells(j).Length);
            TensorPrimitives.Multiply(layer, -theta[j], layer);
            at += layer.Length;
        }
        TensorPrimitives.Exp(power, power);
        return values.With(power);
    }
}
