using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class KernelsTests
{
    public static TheoryData<int, int> Shapes => new() { { 1, 1 }, { 3, 5 }, { 4, 8 }, { 7, 13 }, { 31, 31 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_agree_with_plain_sums(int rows, int columns)
    {
        var random = new Random(rows * 100 + columns);
        double[] Draw(int length) => Numbers(random, length);
        var (matrix, weights, vector) = (Draw(rows * columns), Draw(rows), Draw(columns));
        var (combined, dots) = (new double[columns], new double[rows]);
        Kernels.CombineRows(matrix, weights, combined);
        Kernels.RowDots(matrix, vector, dots);
        var (bothCombined, bothDots) = (new double[columns], new double[rows]);
        Kernels.RowDotsAndCombineRows(matrix, vector, bothDots, weights, bothCombined);
        Assert.Equal(dots, bothDots);
        Assert.Equal(combined, bothCombined);
        var other = Draw(columns);
        Assert.Equal((Kernels.Dot(matrix.AsSpan(0, columns), vector), Kernels.Dot(matrix.AsSpan(0, columns), other)),
            Kernels.TwoDots(matrix.AsSpan(0, columns), vector, other));
        for (var c = 0; c < columns; c++)
        {
            Assert.Equal(Enumerable.Range(0, rows).Sum(r => weights[r] * matrix[r * columns + c]), combined[c], 1e-14);
        }
        for (var r = 0; r < rows; r++)
        {
            Assert.Equal(Enumerable.Range(0, columns).Sum(c => matrix[r * columns + c] * vector[c]), dots[r], 1e-14);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_of_three_agree_with_plain_sums(int rows, int columns)
    {
        var random = new Random(rows * 100 + columns);
        double[] Draw(int length) => Numbers(random, length);
        var (matrix, other, weights) = (Draw(rows * columns), Draw(rows * columns), Draw(rows));
        var combined = Draw(columns);
        Kernels.CombineProducts(matrix, other, weights, combined);
        var (vector, first, second) = (Draw(columns), Draw(columns), Draw(columns));
        var (firstBefore, secondBefore) = (first.ToArray(), second.ToArray());
        var sum = Kernels.AddProducts(matrix.AsSpan(0, columns), 0.7, vector, first, second);
        Assert.Equal(Enumerable.Range(0, columns).Sum(c => 0.7 * matrix[c] * vector[c]), sum, 1e-14);
        Assert.Equal(0, Kernels.AddProducts([], 0.7, [], [], []));
        for (var c = 0; c < columns; c++)
        {
            Assert.Equal(Enumerable.Range(0, rows).Sum(r => weights[r] * matrix[r * columns + c] * other[r * columns + c]),
                combined[c], 1e-14);
            Assert.Equal(0.7 * matrix[c] * vector[c], first[c] - firstBefore[c], 1e-15);
            Assert.Equal(0.7 * matrix[c] * vector[c], second[c] - secondBefore[c], 1e-15);
        }
    }

    private static double[] Numbers(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
}
