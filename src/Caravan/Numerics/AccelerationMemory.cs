using System.Numerics.Tensors;

namespace Caravan.Numerics;

/// <summary>
/// Steps of an accelerated iteration that a later one starts with. They only steer it, so single precision is enough, and a
/// server keeps many.
/// </summary>
internal sealed class AccelerationMemory(int count, int length)
{
    /// <summary>Steps.</summary>
    public int Count => count;

    /// <summary>Changes of the residual [step, value].</summary>
    public float[] ResidualSteps { get; } = new float[count * length];

    /// <summary>Changes of the image [step, value].</summary>
    public float[] ImageSteps { get; } = new float[count * length];

    /// <summary>Sets one step.</summary>
    public void Set(int step, ReadOnlySpan<double> residualStep, ReadOnlySpan<double> imageStep)
    {
        TensorPrimitives.ConvertTruncating(residualStep, ResidualSteps.AsSpan(step * length, length));
        TensorPrimitives.ConvertTruncating(imageStep, ImageSteps.AsSpan(step * length, length));
    }
}
