using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class DominantInverseTests
{
    [Fact]
    public void InvertInto_two_by_two_by_hand()
    {
        double[] a = [2, 1, 1, 3];
        DominantInverse.InvertInto(a, 2);
        double[] expected = [0.6, -0.2, -0.2, 0.4];
        Assert.All(expected.Zip(a), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(37)]
    public void InvertInto_times_the_matrix_is_the_identity(int size)
    {
        var random = new Random(size);
        var a = new double[size * size];
        for (var e = 0; e < a.Length; e++)
        {
            a[e] = e / size == e % size ? 1 : -0.6 * random.NextDouble() / size;
        }
        var inverse = (double[])a.Clone();
        DominantInverse.InvertInto(inverse, size);
        for (var r = 0; r < size; r++)
        {
            for (var c = 0; c < size; c++)
            {
                var sum = Enumerable.Range(0, size).Sum(k => a[r * size + k] * inverse[k * size + c]);
                Assert.Equal(r == c ? 1 : 0, sum, 1e-13);
            }
        }
    }
}
