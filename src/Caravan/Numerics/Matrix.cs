namespace Caravan.Numerics;

/// <summary>A dense table of two labelled axes in one row-major array; the shape is fixed at construction.</summary>
public sealed class Matrix<T>
{
    private readonly T[] _values;

    /// <summary>A table filled with the default of <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative.</exception>
    public Matrix(int rows, int columns)
        : this(rows, columns, NewArray(rows, columns))
    {
    }

    /// <summary>A table over <paramref name="values"/>, row-major; the table owns the array from here on.</summary>
    /// <exception cref="ArgumentException">The array's length is not rows x columns.</exception>
    public Matrix(int rows, int columns, T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.LongLength != (long)rows * columns)
        {
            throw new ArgumentException($"{values.Length} values for {rows} x {columns}", nameof(values));
        }
        (Rows, Columns, _values) = (rows, columns, values);
    }

    /// <summary>Length of the first axis.</summary>
    public int Rows { get; }

    /// <summary>Length of the second axis, the contiguous one.</summary>
    public int Columns { get; }

    /// <summary>All values, row-major.</summary>
    public ReadOnlySpan<T> Values => _values;

    /// <summary>One value.</summary>
    public T this[int row, int column] => _values[row * Columns + column];

    /// <summary>One contiguous row.</summary>
    public ReadOnlySpan<T> Row(int row) => _values.AsSpan(row * Columns, Columns);

    /// <summary>A copy of all values, row-major.</summary>
    public T[] ToArray() => (T[])_values.Clone();

    private static T[] NewArray(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        return new T[checked(rows * columns)];
    }
}
