using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class AndersonAccelerationTests
{
    [Fact]
    public void NextInto_solves_a_linear_fixed_point_in_as_many_steps_as_it_has_dimensions()
    {
        double[,] a = { { 0.5, 0.2, 0.1 }, { 0.1, 0.6, 0.2 }, { 0.3, 0.1, 0.4 } };
        double[] b = [1, 2, 3];
        var (z, image) = (new double[3], new double[3]);
        var acceleration = new AndersonAcceleration(3, 5);
        for (var step = 0; step < 5; step++)
        {
            for (var r = 0; r < 3; r++)
            {
                image[r] = b[r] + a[r, 0] * z[0] + a[r, 1] * z[1] + a[r, 2] * z[2];
            }
            acceleration.NextInto(z, image);
        }
        for (var r = 0; r < 3; r++)
        {
            Assert.Equal(z[r], b[r] + a[r, 0] * z[0] + a[r, 1] * z[1] + a[r, 2] * z[2], 1e-11);
        }
    }

    [Fact]
    public void NextInto_a_point_that_does_not_move_stays()
    {
        double[] z = [1, 2];
        var acceleration = new AndersonAcceleration(2, 3);
        for (var step = 0; step < 4; step++)
        {
            acceleration.NextInto(z, [1, 2]);
        }
        Assert.Equal([1, 2], z);
    }

    [Fact]
    public void NextInto_learns_a_linear_map_once_for_all_its_fixed_points()
    {
        double[,] a = { { 0.5, 0.2, 0.1 }, { 0.1, 0.6, 0.2 }, { 0.3, 0.1, 0.4 } };
        var first = new AndersonAcceleration(3, 5);
        var z = new double[3];
        Iterate(first, [1, 2, 3], 5);
        var second = new AndersonAcceleration(3, 5, first.Remember(3));
        Iterate(second, [-4, 0.5, 7], 1);
        Assert.All(Image([-4, 0.5, 7]).Zip(z), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Iterate(new AndersonAcceleration(3, 5, second.Remember(3)), [2, 2, 2], 1);
        Assert.All(Image([2, 2, 2]).Zip(z), pair => Assert.Equal(pair.First, pair.Second, 1e-5));

        double[] Image(double[] b) =>
            [.. Enumerable.Range(0, 3).Select(r => b[r] + a[r, 0] * z[0] + a[r, 1] * z[1] + a[r, 2] * z[2])];

        void Iterate(AndersonAcceleration acceleration, double[] b, int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                acceleration.NextInto(z, Image(b));
            }
        }
    }
}
