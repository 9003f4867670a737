using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Tests.Cooperation;

public class ParetoFrontierTests
{
    [Fact]
    public void Of_keeps_what_cannot_be_bettered()
    {
        var values = new Matrix<double>(6, 2, [1, 5, 2, 4, 2, 3, 5, 1, 0, 0, 2, 4]);
        Assert.Equal<int>([3, 1, 0], ParetoFrontier.Of(values));
        Assert.Equal<int>([3], ParetoFrontier.Of(new Matrix<double>(6, 1, [1, 2, 2, 5, 0, 2])));
        Assert.Empty(ParetoFrontier.Of(new Matrix<double>(0, 2)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Of_agrees_with_comparing_every_pair(int parties)
    {
        var random = new Random(parties);
        var values = new Matrix<double>(200, parties, [.. Enumerable.Range(0, 200 * parties).Select(_ => (double)random.Next(12))]);
        bool Dominates(int a, int b) => Enumerable.Range(0, parties).All(p => values[a, p] >= values[b, p])
            && Enumerable.Range(0, parties).Any(p => values[a, p] > values[b, p]);
        bool IsEqual(int a, int b) => values.Row(a).SequenceEqual(values.Row(b));
        var expected = Enumerable.Range(0, 200).Where(row => !Enumerable.Range(0, 200)
            .Any(other => Dominates(other, row) || (other < row && IsEqual(other, row))));
        Assert.Equal(expected, ParetoFrontier.Of(values).Order());
    }

    [Fact]
    public void MaxMin_looks_at_the_smallest_then_at_the_second_smallest()
    {
        Assert.Equal(2, ParetoFrontier.MaxMin(new Matrix<double>(3, 3, [9, 9, 0, 1, 1, 1, 1, 2, 1])));
        Assert.Equal(0, ParetoFrontier.MaxMin(new Matrix<double>(2, 2, [3, 4, 4, 3])));
        Assert.Equal(-1, ParetoFrontier.MaxMin(new Matrix<double>(0, 2)));
    }
}
