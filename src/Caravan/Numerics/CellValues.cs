namespace Caravan.Numerics;

/// <summary>A value for each of a few cells of a cube, in the cube's order.</summary>
internal sealed class CellValues
{
    private readonly int[] _start;   // [layer + 1] into the cells
    private readonly int[] _cells;   // within the layer
    private readonly double[] _values;

    private CellValues(int[] start, int[] cells, double[] values) => (_start, _cells, _values) = (start, cells, values);

    /// <summary>Layers of the cube.</summary>
    public int Layers => _start.Length - 1;

    /// <summary>All values.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Cells of a layer, counted from its first.</summary>
    public ReadOnlySpan<int> Cells(int layer) => _cells.AsSpan(_start[layer].._start[layer + 1]);

    /// <summary>Values of the cells of a layer.</summary>
    public ReadOnlySpan<double> ValuesOf(int layer) => _values.AsSpan(_start[layer].._start[layer + 1]);

    /// <summary>The cells whose number is not zero, each with the value of its number.</summary>
    /// <param name="numbers">A number for each cell of the cube.</param>
    /// <param name="layers">Layers of the cube.</param>
    /// <param name="value">The value of a number and its cell.</param>
    public static CellValues Of(ReadOnlySpan<int> numbers, int layers, Func<int, int, double> value)
    {
        var (length, start) = (numbers.Length / layers, new int[layers + 1]);
        var (cells, values) = (new List<int>(), new List<double>());
        for (var layer = 0; layer < layers; layer++)
        {
            var inside = numbers.Slice(layer * length, length);
            for (var at = 0; inside[at..].IndexOfAnyExcept(0) is var skipped and >= 0; at++)
            {
                at += skipped;
                cells.Add(at);
                values.Add(value(inside[at], layer * length + at));
            }
            start[layer + 1] = cells.Count;
        }
        return new CellValues(start, [.. cells], [.. values]);
    }

    /// <summary>The same cells with other values.</summary>
    /// <param name="values">One a cell, in their order; owned by the result.</param>
    public CellValues With(double[] values) => new(_start, _cells, values);

    /// <summary>Writes the values over those of a cube.</summary>
    public double[] Over(Cube<double> cube)
    {
        var values = cube.ToArray();
        for (var layer = 0; layer < Layers; layer++)
        {
            var cells = Cells(layer);
            var here = ValuesOf(layer);
            for (var k = 0; k < cells.Length; k++)
            {
                values[layer * cube.Rows * cube.Columns + cells[k]] = here[k];
            }
        }
        return values;
    }

    /// <summary>Multiplies the cells of one layer by their values.</summary>
    public void MultiplyInto(int layer, Span<double> values)
    {
        var cells = Cells(layer);
        var factors = ValuesOf(layer);
        for (var k = 0; k < cells.Length; k++)
        {
            values[cells[k]] *= factors[k];
        }
    }
}
