using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class IterativeProportionalFittingTests
{
    [Fact]
    public void A_table_of_ones_becomes_the_product_of_its_margins()
    {
        double[] table = [1, 1, 1, 1];
        var miss = IterativeProportionalFitting.FitInto(table, [30, 70], [40, 60]);
        Assert.Equal([12, 18, 28, 42], table.Select(value => Math.Round(value, 12)));
        Assert.True(miss <= 1e-13);
    }

    [Fact]
    public void Fitting_keeps_the_cross_ratio_of_a_two_by_two_table()
    {
        double[] table = [4, 1, 1, 2];
        IterativeProportionalFitting.FitInto(table, [3, 3], [3, 3]);
        Assert.Equal(8, table[0] * table[3] / (table[1] * table[2]), 10);
        // equal margins make the table x, 3 - x, 3 - x, x with (x / (3 - x)) squared = 8
        Assert.Equal(3 * Math.Pow(8, 0.5) / (1 + Math.Pow(8, 0.5)), table[0], 10);
    }

    [Fact]
    public void Zeros_stay_zero_and_rows_that_must_be_empty_become_empty()
    {
        double[] table = [0, 2, 3, 4, 5, 6];
        IterativeProportionalFitting.FitInto(table, [7, 0], [0, 3, 4]);
        Assert.Equal([0, 3, 4, 0, 0, 0], table.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void A_cube_meets_pair_totals_exactly_and_row_sums_by_layer_in_the_limit()
    {
        var cube = new IterativeProportionalFitting.Cells(2, 2, 2, [1, 2, 3, 4, 4, 3, 2, 1]);
        double[,] pairs = { { 10, 20 }, { 30, 40 } };
        double[,] exports = { { 12, 28 }, { 18, 42 } };
        var misses = IterativeProportionalFitting.FitInto(cube, exports, null, pairs);
        Assert.True(misses.LayerByRow <= 1e-9);
        for (var i = 0; i < 2; i++)
        {
            for (var n = 0; n < 2; n++)
            {
                Assert.Equal(pairs[i, n], cube[0, i, n] + cube[1, i, n], 12);
            }
            Assert.Equal(exports[0, i], cube[0, i, 0] + cube[0, i, 1], 6);
        }
    }

    [Fact]
    public void Contradicting_margins_end_in_a_reported_compromise_that_still_meets_the_pairs()
    {
        var cube = new IterativeProportionalFitting.Cells(2, 1, 1, [1, 1]);
        var misses = IterativeProportionalFitting.FitInto(
            cube, new double[,] { { 9 }, { 1 } }, new double[,] { { 1 }, { 9 } }, new double[,] { { 10 } });
        Assert.True(misses.LayerByColumn > 0.1);
        Assert.Equal(10, cube[0, 0, 0] + cube[1, 0, 0], 12);
    }
}
