using Caravan.Scenarios.Replication;

namespace Caravan.Tests.Scenarios.Replication;

public class ReplicationsTests
{
    [SharedFact]
    public void Cp2015_agrees_to_every_printed_digit_and_with_the_reference()
    {
        var result = Run("cp2015");
        Assert.Equal(12, result.Rows.Count(row => row.Table == "Table 2"));
        Assert.Equal(12, result.Rows.Count(row => row.Table == "Table 3"));
        Assert.Equal(6, result.Rows.Count(row => row.Table == "Table 5"));
        Assert.Equal(9, result.Rows.Count(row => row.Table == "reference" && row.Tolerance == 1e-8));
        Assert.All(result.Rows, row => Assert.True(row.Pass, row.ToString()));
        Assert.True(result.Pass);
    }

    [SharedFact]
    public void GeGravity_agrees_with_the_reference_to_1e_6()
    {
        var result = Run("ge-gravity");
        Assert.Equal(25, result.Rows.Length);
        Assert.All(result.Rows, row => Assert.True(row.Pass && row.Tolerance == 1e-6, row.ToString()));
    }

    [Theory]
    [InlineData("acr", 20)]
    [InlineData("symmetric", 6)]
    [InlineData("no-change", 15)]
    public void Closed_forms_hold(string name, int rows)
    {
        var result = Run(name);
        Assert.Equal(rows, result.Rows.Length);
        Assert.All(result.Rows, row => Assert.True(row.Pass, row.ToString()));
    }

    [Fact]
    public void A_wrong_number_fails()
    {
        Assert.True(ReplicationRow.Printed("t", "i", 1.31, 1.3149, 2).Pass);
        Assert.False(ReplicationRow.Printed("t", "i", 1.31, 1.3151, 2).Pass);
        Assert.False(ReplicationRow.Printed("t", "i", 1.31, double.NaN, 2).Pass);
    }

    [Fact]
    public void Unknown_names_are_refused() =>
        Assert.Throws<ArgumentException>(() => Replications.Run("nafta", ""));

    private static ReplicationResult Run(string name) =>
        Replications.Run(name, Path.Combine(Repository.Shared, "fixtures"));
}
