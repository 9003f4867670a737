using System.Buffers;
using Caravan.Numerics;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// Numbers cells from 1 in the order in which actions first touch them: a world has some 700,000, and most actions touch
/// a few hundred.
/// </summary>
internal sealed class CellNumbers(int cells)
{
    private int[] _numbers = [];

    /// <summary>Cells touched.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a cell, a new one where it was not touched before.</summary>
    public int Touch(int cell)
    {
        if (_numbers.Length == 0)
        {
            _numbers = ArrayPool<int>.Shared.Rent(cells);
            _numbers.AsSpan(0, cells).Clear();
        }
        ref var number = ref _numbers[cell];
        return number == 0 ? number = ++Count : number;
    }

    /// <summary>The number of a cell, zero where it was not touched.</summary>
    public int Find(int cell) => _numbers.Length == 0 ? 0 : _numbers[cell];

    /// <summary>The touched cells in the order of the cube, whose numbers are given up.</summary>
    /// <param name="layers">Layers of the cube.</param>
    /// <param name="value">The value of a number and its cell.</param>
    public CellValues ToValues(int layers, Func<int, int, double> value)
    {
        var values = CellValues.Of(_numbers.AsSpan(0, cells), layers, value);
        ArrayPool<int>.Shared.Return(_numbers);
        _numbers = [];
        return values;
    }
}
