using System.Runtime.CompilerServices;

namespace Caravan.Numerics;

/// <summary>
/// Inverse of a matrix whose diagonal dominates every row, such as identity minus an input-output matrix: such a
/// matrix never needs pivoting.
/// </summary>
internal static class DominantInverse
{
    /// <summary>Replaces <paramref name="a"/> (size x size, row-major) by its inverse; Gauss-Jordan, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InvertInto(Span<double> a, int size)
    {
        for (var k = 0; k < size; k++)
        {
            var pivotRow = a.Slice(k * size, size);
            var inverse = 1 / pivotRow[k];
            pivotRow[k] = 1;
            for (var c = 0; c < size; c++)
            {
                pivotRow[c] *= inverse;
            }
            for (var r = 0; r < size; r++)
            {
                var row = a.Slice(r * size, size);
                var factor = row[k];
                if (r != k && factor != 0)
                {
                    row[k] = 0;
                    Kernels.AddScaled(pivotRow, -factor, row);
                }
            }
        }
    }
}
