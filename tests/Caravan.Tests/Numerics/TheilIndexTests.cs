using Caravan.Numerics;

namespace Caravan.Tests.Numerics;

public class TheilIndexTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Fact]
    public void Of_equal_income_a_person_is_zero()
    {
        var index = TheilIndex.Of([10, 20, 30], [1, 2, 3], [0, 1, 1]);
        Assert.Equal(0, index.Total, Tolerance);
        Assert.Equal(0, index.Between, Tolerance);
        Assert.Equal(0, index.Within, Tolerance);
    }

    [Fact]
    public void Of_all_income_in_one_of_n_equal_units_is_log_n()
    {
        var index = TheilIndex.Of([0, 0, 5, 0], [7, 7, 7, 7], [0, 0, 0, 0]);
        Assert.Equal(Math.Log(4), index.Total, Tolerance);
        Assert.Equal(0, index.Between, Tolerance);
    }

    [Fact]
    public void Of_two_groups_is_what_a_hand_computes()
    {
        // groups hold 3/4 and 1/4 of income and half of the people each; the second is equal inside
        var index = TheilIndex.Of([2, 1, 0.5, 0.5], [1, 1, 1, 1], [0, 0, 1, 1]);
        var between = 0.75 * Math.Log(1.5) + 0.25 * Math.Log(0.5);
        var within = 0.75 * (2 / 3.0 * Math.Log(4 / 3.0) + 1 / 3.0 * Math.Log(2 / 3.0));
        Assert.Equal(between, index.Between, Tolerance);
        Assert.Equal(within, index.Within, Tolerance);
        Assert.Equal(between + within, index.Total, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_any_groups_has_the_same_total_and_parts_not_below_zero(int seed)
    {
        var random = new Random(seed);
        double[] income = [.. Enumerable.Range(0, 12).Select(_ => random.NextDouble())];
        double[] people = [.. Enumerable.Range(0, 12).Select(_ => random.NextDouble() + 0.01)];
        var whole = TheilIndex.Of(income, people, new int[12]);
        var split = TheilIndex.Of(income, people, [.. Enumerable.Range(0, 12).Select(_ => random.Next(4))]);
        Assert.Equal(whole.Total, split.Total, Tolerance);
        Assert.InRange(split.Between, -Tolerance, whole.Total + Tolerance);
        Assert.InRange(split.Within, -Tolerance, whole.Total + Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_income_and_people_in_other_units_is_the_same(int seed)
    {
        var random = new Random(seed);
        double[] income = [.. Enumerable.Range(0, 6).Select(_ => random.NextDouble())];
        double[] people = [.. Enumerable.Range(0, 6).Select(_ => random.NextDouble() + 0.01)];
        int[] group = [0, 0, 1, 1, 2, 2];
        var one = TheilIndex.Of(income, people, group);
        var other = TheilIndex.Of([.. income.Select(x => 1000 * x)], [.. people.Select(x => 7 * x)], group);
        Assert.Equal(one.Total, other.Total, Tolerance);
        Assert.Equal(one.Between, other.Between, Tolerance);
    }

    [Fact]
    public void Of_transfer_from_rich_to_poor_falls() => Assert.True(
        TheilIndex.Of([5, 2], [1, 1], [0, 1]).Total > TheilIndex.Of([4.5, 2.5], [1, 1], [0, 1]).Total);

    [Fact]
    public void Of_unit_without_people_is_left_out() => Assert.Equal(
        TheilIndex.Of([5, 2], [1, 1], [0, 1]), TheilIndex.Of([5, 99, 2], [1, 0, 1], [0, 0, 1]));

    [Fact]
    public void Of_negative_income_is_refused() =>
        Assert.Throws<ArgumentException>(() => TheilIndex.Of([5, -1], [1, 1], [0, 1]));
}
