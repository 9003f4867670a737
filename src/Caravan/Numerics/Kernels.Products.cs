using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Caravan.Numerics;

/// <content>Sums of products of three.</content>
internal static partial class Kernels
{
    /// <summary>result[c] = sum over r of weights[r] * matrix[r, c] * other[r, c].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CombineProducts(
        ReadOnlySpan<double> matrix, ReadOnlySpan<double> other, ReadOnlySpan<double> weights, Span<double> result)
    {
        var columns = result.Length;
        result.Clear();
        ref var pm = ref MemoryMarshal.GetReference(matrix);
        ref var po = ref MemoryMarshal.GetReference(other);
        ref var py = ref MemoryMarshal.GetReference(result);
        for (var r = 0; r < weights.Length; r++)
        {
            var (weight, row) = (new Vector<double>(weights[r]), r * columns);
            var c = 0;
            for (; c <= columns - Vector<double>.Count; c += Vector<double>.Count)
            {
                Store(Vector.FusedMultiplyAdd(
                    weight, Load(ref pm, row + c) * Load(ref po, row + c), Load(ref py, c)), ref py, c);
            }
            for (; c < columns; c++)
            {
                result[c] = Math.FusedMultiplyAdd(weights[r], matrix[row + c] * other[row + c], result[c]);
            }
        }
    }

    /// <summary>y[c] and z[c] += a * x[c] * b[c]; the sum of what was added to each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double AddProducts(
        ReadOnlySpan<double> x, double a, ReadOnlySpan<double> b, Span<double> y, Span<double> z)
    {
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var pb = ref MemoryMarshal.GetReference(b);
        ref var py = ref MemoryMarshal.GetReference(y);
        ref var pz = ref MemoryMarshal.GetReference(z);
        var (scale, sums) = (new Vector<double>(a), Vector<double>.Zero);
        var c = 0;
        for (; c <= x.Length - Vector<double>.Count; c += Vector<double>.Count)
        {
            var product = Load(ref px, c) * scale * Load(ref pb, c);
            Store(Load(ref py, c) + product, ref py, c);
            Store(Load(ref pz, c) + product, ref pz, c);
            sums += product;
        }
        var sum = Vector.Sum(sums);
        for (; c < x.Length; c++)
        {
            var product = x[c] * a * b[c];
            y[c] += product;
            z[c] += product;
            sum += product;
        }
        return sum;
    }
}
