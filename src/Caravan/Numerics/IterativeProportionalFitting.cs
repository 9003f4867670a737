namespace Caravan.Numerics;

/// <summary>
/// Scales a table of non-negative numbers to given margins (RAS, Deming and Stephan 1940): the result is the table
/// closest to the first in relative entropy among those with the margins. Zeros stay zero.
/// </summary>
internal static class IterativeProportionalFitting
{
    /// <summary>
    /// Fits a row-major matrix in place to row sums, then column sums, until rows are met too. Margins should have the
    /// same total. Returns how far the rows are off at the end: sum of absolute misses over the total.
    /// </summary>
    public static double FitInto(
        Span<double> table, ReadOnlySpan<double> rowSums, ReadOnlySpan<double> columnSums,
        double tolerance = 1e-13, int maxIterations = 2000)
    {
        var (rows, columns) = (rowSums.Length, columnSums.Length);
        if (table.Length != rows * columns)
        {
            throw new ArgumentException($"{table.Length} cells for {rows} x {columns}");
        }
        Span<double> sums = new double[columns];
        var miss = double.PositiveInfinity;
        for (var iteration = 0; iteration < maxIterations && miss > tolerance; iteration++)
        {
            var (missed, total) = (0.0, 0.0);
            sums.Clear();
            for (var r = 0; r < rows; r++)
            {
                var row = table.Slice(r * columns, columns);
                var sum = Sum(row);
                missed += Math.Abs(sum - rowSums[r]);
                total += rowSums[r];
                Scale(row, sum, rowSums[r]);
                for (var c = 0; c < columns; c++)
                {
                    sums[c] += row[c];
                }
            }
            miss = total > 0 ? missed / total : 0;
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    table[r * columns + c] *= sums[c] > 0 ? columnSums[c] / sums[c] : 0;
                }
            }
        }
        return miss;
    }

    /// <summary>
    /// Fits a cube [layer, row, column] in place to two or three sets of two-way margins: row sums by layer
    /// [layer, row], column sums by layer [layer, column] where given, and totals over layers [row, column]. The last
    /// are met exactly whatever happens to the others; margins that contradict one another end in a compromise, whose
    /// misses are returned.
    /// </summary>
    public static Misses FitInto(
        Cells cube, double[,] layerByRow, double[,]? layerByColumn, double[,] rowByColumn,
        double tolerance = 1e-9, int maxIterations = 200)
    {
        var misses = new Misses(0, double.PositiveInfinity, double.PositiveInfinity);
        while (misses.Iterations < maxIterations && Math.Max(misses.LayerByRow, misses.LayerByColumn) > tolerance)
        {
            var byColumn = layerByColumn is null ? 0 : ScaleColumns(cube, layerByColumn);
            var byRow = ScaleRows(cube, layerByRow);
            ScaleLayers(cube, rowByColumn);
            misses = new(misses.Iterations + 1, byRow, byColumn);
        }
        return misses;
    }

    private static double ScaleColumns(Cells cube, double[,] target)
    {
        var (missed, total) = (0.0, 0.0);
        var sums = new double[cube.Columns];
        for (var j = 0; j < cube.Layers; j++)
        {
            Array.Clear(sums);
            for (var i = 0; i < cube.Rows; i++)
            {
                var row = cube.Row(j, i);
                for (var n = 0; n < row.Length; n++)
                {
                    sums[n] += row[n];
                }
            }
            for (var n = 0; n < cube.Columns; n++)
            {
                missed += Math.Abs(sums[n] - target[j, n]);
                total += target[j, n];
                sums[n] = sums[n] > 0 ? target[j, n] / sums[n] : 0;
            }
            for (var i = 0; i < cube.Rows; i++)
            {
                var row = cube.Row(j, i);
                for (var n = 0; n < row.Length; n++)
                {
                    row[n] *= sums[n];
                }
            }
        }
        return total > 0 ? missed / total : 0;
    }

    private static double ScaleRows(Cells cube, double[,] target)
    {
        var (missed, total) = (0.0, 0.0);
        for (var j = 0; j < cube.Layers; j++)
        {
            for (var i = 0; i < cube.Rows; i++)
            {
                var row = cube.Row(j, i);
                var sum = Sum(row);
                missed += Math.Abs(sum - target[j, i]);
                total += target[j, i];
                Scale(row, sum, target[j, i]);
            }
        }
        return total > 0 ? missed / total : 0;
    }

    // A pair whose cells have all become zero gets its total back in proportion to nothing: it stays zero, which the
    // caller excludes by seeding every pair that has a total.
    private static void ScaleLayers(Cells cube, double[,] target)
    {
        var sums = new double[cube.Columns];
        for (var i = 0; i < cube.Rows; i++)
        {
            Array.Clear(sums);
            for (var j = 0; j < cube.Layers; j++)
            {
                var row = cube.Row(j, i);
                for (var n = 0; n < row.Length; n++)
                {
                    sums[n] += row[n];
                }
            }
            for (var j = 0; j < cube.Layers; j++)
            {
                var row = cube.Row(j, i);
                for (var n = 0; n < row.Length; n++)
                {
                    row[n] *= sums[n] > 0 ? target[i, n] / sums[n] : 0;
                }
            }
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }
        return sum;
    }

    private static void Scale(Span<double> values, double sum, double target)
    {
        var factor = sum > 0 ? target / sum : 0;
        foreach (ref var value in values)
        {
            value *= factor;
        }
    }

    /// <summary>A row-major cube [layer, row, column] that may be changed.</summary>
    internal sealed record Cells(int Layers, int Rows, int Columns, double[] Values)
    {
        public Cells(int layers, int rows, int columns)
            : this(layers, rows, columns, new double[layers * rows * columns])
        {
        }

        public ref double this[int layer, int row, int column] => ref Values[(layer * Rows + row) * Columns + column];

        public Span<double> Row(int layer, int row) => Values.AsSpan((layer * Rows + row) * Columns, Columns);
    }

    /// <summary>How the fit ended: sum of absolute misses over the total, before the last scaling.</summary>
    internal readonly record struct Misses(int Iterations, double LayerByRow, double LayerByColumn);
}
