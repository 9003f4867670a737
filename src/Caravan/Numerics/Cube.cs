namespace Caravan.Numerics;

/// <summary>
/// A dense table of three labelled axes in one row-major array; the shape is fixed at construction. Bilateral data are
/// in the order [sector, origin, destination], input shares in the order [economy, input, sector].
/// </summary>
public sealed class Cube<T>
{
    private readonly T[] _values;

    /// <summary>A table filled with the default of <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative.</exception>
    public Cube(int layers, int rows, int columns)
        : this(layers, rows, columns, NewArray(layers, rows, columns))
    {
    }

    /// <summary>A table over <paramref name="values"/>, row-major; the table owns the array from here on.</summary>
    /// <exception cref="ArgumentException">The array's length is not layers x rows x columns.</exception>
    public Cube(int layers, int rows, int columns, T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.LongLength != (long)layers * rows * columns)
        {
            throw new ArgumentException($"{values.Length} values for {layers} x {rows} x {columns}", nameof(values));
        }
        (Layers, Rows, Columns, _values) = (layers, rows, columns, values);
    }

    /// <summary>Length of the first axis.</summary>
    public int Layers { get; }

    /// <summary>Length of the second axis.</summary>
    public int Rows { get; }

    /// <summary>Length of the third axis, the contiguous one.</summary>
    public int Columns { get; }

    /// <summary>All values, row-major.</summary>
    public ReadOnlySpan<T> Values => _values;

    /// <summary>One value.</summary>
    public T this[int layer, int row, int column] => _values[(layer * Rows + row) * Columns + column];

    /// <summary>One contiguous row.</summary>
    public ReadOnlySpan<T> Row(int layer, int row) => _values.AsSpan((layer * Rows + row) * Columns, Columns);

    /// <summary>One layer, rows x columns, row-major.</summary>
    public ReadOnlySpan<T> Layer(int layer) => _values.AsSpan(layer * Rows * Columns, Rows * Columns);

    /// <summary>A copy of all values, row-major.</summary>
    public T[] ToArray() => (T[])_values.Clone();

    private static T[] NewArray(int layers, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(layers);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        return new T[checked(layers * rows * columns)];
    }
}
