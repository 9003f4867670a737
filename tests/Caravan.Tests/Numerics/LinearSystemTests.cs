using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class LinearSystemTests
{
    [Fact]
    public void Solves_a_system_whose_first_pivot_is_zero()
    {
        var x = LinearSystem.Solve(new double[,] { { 0, 2, 1 }, { 1, 1, 1 }, { 2, 0, -1 } }, [7, 6, -1]);
        Assert.Equal([1, 2, 3], x.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void A_singular_system_is_refused() => Assert.Throws<ArithmeticException>(
        () => LinearSystem.Solve(new double[,] { { 1, 2 }, { 2, 4 } }, [1, 2]));

    [Fact]
    public void Least_squares_finds_the_line_through_points_on_it()
    {
        var fit = LeastSquares.Fit([1, 3, 5, 7], [[0], [1], [2], [3]]);
        Assert.Equal(1, fit.Coefficients[0], 12);
        Assert.Equal(2, fit.Coefficients[1], 12);
        Assert.Equal(1, fit.RSquared, 12);
        Assert.Equal(21, fit.Predict(10), 10);
    }
}
