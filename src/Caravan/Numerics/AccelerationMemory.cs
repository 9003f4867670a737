using System.Numerics.Tensors;

namespace Caravan.Numerics;

/// <summary>
/// Steps of an accelerated iteration that a later one starts with. They only steer it, so single precision is enough, and a
/// server keeps many.
/// </summary>
/// <param name="count">Steps there are.</param>
/// <param name="room">Steps there is room for, so that a solve allocates the same however long it was.</param>
/// <param name="length">Values of a step.</param>
internal sealed class AccelerationMemory(int count, int room, int length)
{
    /// <summary>Steps.</summary>
    public int Count => count;

    /// <summary>Changes of the residual [step, value].</summary>
    public float[] ResidualSteps { get; } = new float[room * length];

    /// <summary>Changes of the image [step, value].</summary>
    public float[] ImageSteps { get; } = new float[room * length];

    /// <summary>Sets one step.</summary>
    public void Set(int step, ReadOnlySpan<double> residualStep, ReadOnlySpan<double> imageStep)
    {
        TensorPrimitives.ConvertTruncating(residualStep, ResidualSteps.AsSpan(step * length, length));
        TensorPrimitives.ConvertTruncating(imageStep, ImageSteps.AsSpan(step * length, length));
    }
}
