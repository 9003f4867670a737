namespace Caravan.Numerics;

/// <summary>
/// Factors of a square matrix without pivoting, in place, row-major. For matrices whose diagonal dominates every row
/// (such as identity minus an input-output matrix), where pivoting is never needed.
/// </summary>
internal static class LowerUpper
{
    /// <summary>Replaces <paramref name="a"/> (size x size) by its factors: unit lower and upper.</summary>
    public static void FactorInto(Span<double> a, int size)
    {
        for (var i = 1; i < size; i++)
        {
            var row = a.Slice(i * size, size);
            for (var k = 0; k < i; k++)
            {
                var factor = row[k] / a[k * size + k];
                row[k] = factor;
                if (factor != 0)
                {
                    Kernels.AddScaled(a.Slice(k * size + k + 1, size - k - 1), -factor, row[(k + 1)..]);
                }
            }
        }
    }

    /// <summary>Replaces the right-hand side by the solution of A x = b.</summary>
    public static void SolveInto(ReadOnlySpan<double> factors, Span<double> x)
    {
        var size = x.Length;
        for (var i = 1; i < size; i++)
        {
            x[i] -= Kernels.Dot(factors.Slice(i * size, i), x[..i]);
        }
        for (var i = size - 1; i >= 0; i--)
        {
            var row = factors.Slice(i * size, size);
            x[i] = (x[i] - Kernels.Dot(row[(i + 1)..], x[(i + 1)..])) / row[i];
        }
    }

    /// <summary>Replaces the right-hand side by the solution of A' x = b, A' the transpose.</summary>
    public static void SolveTransposedInto(ReadOnlySpan<double> factors, Span<double> x)
    {
        var size = x.Length;
        for (var i = 0; i < size; i++)
        {
            var row = factors.Slice(i * size, size);
            x[i] /= row[i];
            Kernels.AddScaled(row[(i + 1)..], -x[i], x[(i + 1)..]);
        }
        for (var i = size - 1; i > 0; i--)
        {
            Kernels.AddScaled(factors.Slice(i * size, i), -x[i], x[..i]);
        }
    }
}
