namespace Caravan.Numerics;

/// <summary>Small dense linear systems by elimination with partial pivoting and one step of refinement.</summary>
internal static class LinearSystem
{
    /// <summary>The x with <c>matrix x = right</c>; arguments are left as they are.</summary>
    /// <exception cref="ArithmeticException">The matrix is singular to working precision.</exception>
    public static double[] Solve(double[,] matrix, ReadOnlySpan<double> right)
    {
        var size = right.Length;
        if (matrix.GetLength(0) != size || matrix.GetLength(1) != size)
        {
            throw new ArgumentException($"{matrix.GetLength(0)} x {matrix.GetLength(1)} for {size} unknowns");
        }
        var factors = (double[,])matrix.Clone();
        var order = Factorise(factors);
        var x = Substitute(factors, order, right);
        var residual = new double[size];
        for (var i = 0; i < size; i++)
        {
            var sum = right[i];
            for (var j = 0; j < size; j++)
            {
                sum = Math.FusedMultiplyAdd(-matrix[i, j], x[j], sum);
            }
            residual[i] = sum;
        }
        var correction = Substitute(factors, order, residual);
        for (var i = 0; i < size; i++)
        {
            x[i] += correction[i];
        }
        return x;
    }

    private static int[] Factorise(double[,] a)
    {
        var size = a.GetLength(0);
        var order = Enumerable.Range(0, size).ToArray();
        for (var k = 0; k < size; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < size; i++)
            {
                pivot = Math.Abs(a[i, k]) > Math.Abs(a[pivot, k]) ? i : pivot;
            }
            if (!(Math.Abs(a[pivot, k]) > 0))
            {
                throw new ArithmeticException($"the linear system is singular at column {k}");
            }
            for (var j = 0; j < size && pivot != k; j++)
            {
                (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            }
            (order[k], order[pivot]) = (order[pivot], order[k]);
            for (var i = k + 1; i < size; i++)
            {
                var factor = a[i, k] /= a[k, k];
                for (var j = k + 1; j < size; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            }
        }
        return order;
    }

    private static double[] Substitute(double[,] factors, int[] order, ReadOnlySpan<double> right)
    {
        var size = order.Length;
        var x = new double[size];
        for (var i = 0; i < size; i++)
        {
            x[i] = right[order[i]];
            for (var j = 0; j < i; j++)
            {
                x[i] -= factors[i, j] * x[j];
            }
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < size; j++)
            {
                x[i] -= factors[i, j] * x[j];
            }
            x[i] /= factors[i, i];
        }
        return x;
    }
}
