using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Caravan.Numerics;

/// <summary>
/// The two products that every sweep consists of. Four rows at a time, so that the vector beside the matrix is loaded
/// once for four rows; a row of the matrix itself is read once, in order. Compiled fully at the first call: started
/// unoptimised, these methods cost a cold process 0.3 s.
/// </summary>
internal static partial class Kernels
{
    /// <summary>result[c] = sum over r of weights[r] * matrix[r, c].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CombineRows(
        ReadOnlySpan<double> matrix, ReadOnlySpan<double> weights, Span<double> result)
    {
        var columns = result.Length;
        result.Clear();
        var r = 0;
        for (; r + 3 < weights.Length; r += 4)
        {
            AddFourRows(matrix.Slice(r * columns, 4 * columns), weights.Slice(r, 4), result);
        }
        for (; r < weights.Length; r++)
        {
            AddScaled(matrix.Slice(r * columns, columns), weights[r], result);
        }
    }

    /// <summary>result[r] = sum over c of matrix[r, c] * vector[c].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowDots(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector, Span<double> result)
    {
        var columns = vector.Length;
        var r = 0;
        for (; r + 3 < result.Length; r += 4)
        {
            DotFourRows(matrix.Slice(r * columns, 4 * columns), vector, result.Slice(r, 4));
        }
        for (; r < result.Length; r++)
        {
            result[r] = Dot(matrix.Slice(r * columns, columns), vector);
        }
    }

    /// <summary>
    /// <see cref="RowDots"/> and <see cref="CombineRows"/> of one matrix, which is read once for both; the same bits as from
    /// each of them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowDotsAndCombineRows(
        ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector, Span<double> dots,
        ReadOnlySpan<double> weights, Span<double> combined)
    {
        var columns = vector.Length;
        combined.Clear();
        var r = 0;
        for (; r + 3 < dots.Length; r += 4)
        {
            DotAndAddFourRows(
                matrix.Slice(r * columns, 4 * columns), vector, dots.Slice(r, 4), weights.Slice(r, 4), combined);
        }
        for (; r < dots.Length; r++)
        {
            var row = matrix.Slice(r * columns, columns);
            dots[r] = Dot(row, vector);
            AddScaled(row, weights[r], combined);
        }
    }

    /// <summary>y += a * x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<double> x, double a, Span<double> y)
    {
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var py = ref MemoryMarshal.GetReference(y);
        var va = new Vector<double>(a);
        var c = 0;
        for (; c <= x.Length - Vector<double>.Count; c += Vector<double>.Count)
        {
            Store(Vector.FusedMultiplyAdd(va, Load(ref px, c), Load(ref py, c)), ref py, c);
        }
        for (; c < x.Length; c++)
        {
            y[c] = Math.FusedMultiplyAdd(a, x[c], y[c]);
        }
    }

    /// <summary>Sum of x[c] * y[c].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var py = ref MemoryMarshal.GetReference(y);
        var (s0, s1) = (Vector<double>.Zero, Vector<double>.Zero);
        var width = Vector<double>.Count;
        var c = 0;
        for (; c <= x.Length - 2 * width; c += 2 * width)
        {
            s0 = Vector.FusedMultiplyAdd(Load(ref px, c), Load(ref py, c), s0);
            s1 = Vector.FusedMultiplyAdd(Load(ref px, c + width), Load(ref py, c + width), s1);
        }
        var sum = Vector.Sum(s0 + s1);
        for (; c < x.Length; c++)
        {
            sum = Math.FusedMultiplyAdd(x[c], y[c], sum);
        }
        return sum;
    }

    /// <summary>Sum of x[c] * y[c] and sum of x[c] * z[c], x read once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double WithY, double WithZ) TwoDots(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z)
    {
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var py = ref MemoryMarshal.GetReference(y);
        ref var pz = ref MemoryMarshal.GetReference(z);
        var (y0, y1, z0, z1) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var width = Vector<double>.Count;
        var c = 0;
        for (; c <= x.Length - 2 * width; c += 2 * width)
        {
            var (x0, x1) = (Load(ref px, c), Load(ref px, c + width));
            y0 = Vector.FusedMultiplyAdd(x0, Load(ref py, c), y0);
            y1 = Vector.FusedMultiplyAdd(x1, Load(ref py, c + width), y1);
            z0 = Vector.FusedMultiplyAdd(x0, Load(ref pz, c), z0);
            z1 = Vector.FusedMultiplyAdd(x1, Load(ref pz, c + width), z1);
        }
        var (withY, withZ) = (Vector.Sum(y0 + y1), Vector.Sum(z0 + z1));
        for (; c < x.Length; c++)
        {
            withY = Math.FusedMultiplyAdd(x[c], y[c], withY);
            withZ = Math.FusedMultiplyAdd(x[c], z[c], withZ);
        }
        return (withY, withZ);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourRows(ReadOnlySpan<double> rows, ReadOnlySpan<double> weights, Span<double> result)
    {
        var columns = result.Length;
        ref var p0 = ref MemoryMarshal.GetReference(rows);
        ref var p1 = ref Unsafe.Add(ref p0, columns);
        ref var p2 = ref Unsafe.Add(ref p1, columns);
        ref var p3 = ref Unsafe.Add(ref p2, columns);
        ref var py = ref MemoryMarshal.GetReference(result);
        var (w0, w1, w2, w3) = (weights[0], weights[1], weights[2], weights[3]);
        var (v0, v1, v2, v3) = (new Vector<double>(w0), new Vector<double>(w1), new Vector<double>(w2),
            new Vector<double>(w3));
        var c = 0;
        for (; c <= columns - Vector<double>.Count; c += Vector<double>.Count)
        {
            var sum = Vector.FusedMultiplyAdd(v0, Load(ref p0, c), Load(ref py, c));
            var other = v1 * Load(ref p1, c);
            sum = Vector.FusedMultiplyAdd(v2, Load(ref p2, c), sum);
            other = Vector.FusedMultiplyAdd(v3, Load(ref p3, c), other);
            Store(sum + other, ref py, c);
        }
        for (; c < columns; c++)
        {
            result[c] += w0 * Unsafe.Add(ref p0, c) + w1 * Unsafe.Add(ref p1, c)
                + (w2 * Unsafe.Add(ref p2, c) + w3 * Unsafe.Add(ref p3, c));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DotFourRows(ReadOnlySpan<double> rows, ReadOnlySpan<double> vector, Span<double> result)
    {
        var columns = vector.Length;
        ref var p0 = ref MemoryMarshal.GetReference(rows);
        ref var p1 = ref Unsafe.Add(ref p0, columns);
        ref var p2 = ref Unsafe.Add(ref p1, columns);
        ref var p3 = ref Unsafe.Add(ref p2, columns);
        ref var pv = ref MemoryMarshal.GetReference(vector);
        var (s0, s1, s2, s3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var c = 0;
        for (; c <= columns - Vector<double>.Count; c += Vector<double>.Count)
        {
            var v = Load(ref pv, c);
            s0 = Vector.FusedMultiplyAdd(v, Load(ref p0, c), s0);
            s1 = Vector.FusedMultiplyAdd(v, Load(ref p1, c), s1);
            s2 = Vector.FusedMultiplyAdd(v, Load(ref p2, c), s2);
            s3 = Vector.FusedMultiplyAdd(v, Load(ref p3, c), s3);
        }
        var (r0, r1, r2, r3) = (Vector.Sum(s0), Vector.Sum(s1), Vector.Sum(s2), Vector.Sum(s3));
        for (; c < columns; c++)
        {
            var v = vector[c];
            r0 += v * Unsafe.Add(ref p0, c);
            r1 += v * Unsafe.Add(ref p1, c);
            r2 += v * Unsafe.Add(ref p2, c);
            r3 += v * Unsafe.Add(ref p3, c);
        }
        (result[0], result[1], result[2], result[3]) = (r0, r1, r2, r3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DotAndAddFourRows(
        ReadOnlySpan<double> rows, ReadOnlySpan<double> vector, Span<double> dots, ReadOnlySpan<double> weights,
        Span<double> combined)
    {
        var columns = vector.Length;
        ref var p0 = ref MemoryMarshal.GetReference(rows);
        ref var p1 = ref Unsafe.Add(ref p0, columns);
        ref var p2 = ref Unsafe.Add(ref p1, columns);
        ref var p3 = ref Unsafe.Add(ref p2, columns);
        ref var pv = ref MemoryMarshal.GetReference(vector);
        ref var py = ref MemoryMarshal.GetReference(combined);
        var (w0, w1, w2, w3) = (weights[0], weights[1], weights[2], weights[3]);
        var (v0, v1, v2, v3) = (new Vector<double>(w0), new Vector<double>(w1), new Vector<double>(w2),
            new Vector<double>(w3));
        var (s0, s1, s2, s3) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var c = 0;
        for (; c <= columns - Vector<double>.Count; c += Vector<double>.Count)
        {
            var v = Load(ref pv, c);
            var (x0, x1, x2, x3) = (Load(ref p0, c), Load(ref p1, c), Load(ref p2, c), Load(ref p3, c));
            s0 = Vector.FusedMultiplyAdd(v, x0, s0);
            s1 = Vector.FusedMultiplyAdd(v, x1, s1);
            s2 = Vector.FusedMultiplyAdd(v, x2, s2);
            s3 = Vector.FusedMultiplyAdd(v, x3, s3);
            var sum = Vector.FusedMultiplyAdd(v0, x0, Load(ref py, c));
            var other = v1 * x1;
            sum = Vector.FusedMultiplyAdd(v2, x2, sum);
            other = Vector.FusedMultiplyAdd(v3, x3, other);
            Store(sum + other, ref py, c);
        }
        var (r0, r1, r2, r3) = (Vector.Sum(s0), Vector.Sum(s1), Vector.Sum(s2), Vector.Sum(s3));
        for (; c < columns; c++)
        {
            var v = vector[c];
            var (x0, x1, x2, x3) = (
                Unsafe.Add(ref p0, c), Unsafe.Add(ref p1, c), Unsafe.Add(ref p2, c), Unsafe.Add(ref p3, c));
            r0 += v * x0;
            r1 += v * x1;
            r2 += v * x2;
            r3 += v * x3;
            combined[c] += w0 * x0 + w1 * x1 + (w2 * x2 + w3 * x3);
        }
        (dots[0], dots[1], dots[2], dots[3]) = (r0, r1, r2, r3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Load(ref double start, int offset) => Vector.LoadUnsafe(ref start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector<double> value, ref double start, int offset) =>
        value.StoreUnsafe(ref start, (nuint)offset);
}
