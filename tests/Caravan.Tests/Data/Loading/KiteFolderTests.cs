using Caravan.Data;
using Caravan.Data.Loading;

namespace Caravan.Tests.Data.Loading;

public class KiteFolderTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void Read_what_was_written_agrees_to_rounding()
    {
        using var folder = new TemporaryFolder();
        foreach (var world in new[] { TinyWorld.Create(), RandomWorld.Create(3, 8, 5, zeroShare: 0.4) })
        {
            KiteFolder.Write(world, folder.File(world.Name));
            AssertClose(world, Baselines.Load(folder.File(world.Name)));
        }
    }

    [Fact]
    public void Write_has_the_layout_that_kite_reads()
    {
        using var folder = new TemporaryFolder();
        KiteFolder.Write(TinyWorld.Create(), folder.Path);
        string First(string name) => string.Join(' ', File.ReadLines(folder.File(name + ".csv")).Take(2));
        int Rows(string name) => File.ReadLines(folder.File(name + ".csv")).Count() - 1;
        Assert.Equal("origin,destination,sector,value AAA,AAA,GDS,0.6688963210702341", First("trade_share"));
        Assert.Equal("origin,destination,sector,value AAA,AAA,GDS,1", First("tariff"));
        Assert.Equal("country,sector,value AAA,GDS,149.5", First("expenditure"));
        Assert.Equal("country,input,output,value AAA,GDS,GDS,0.6", First("intermediate_share"));
        Assert.Equal("country,sector,value AAA,GDS,0.5", First("factor_share"));
        Assert.StartsWith("country,sector,value AAA,GDS,0.5", First("consumption_share"));
        Assert.Equal("country,value AAA,156", First("value_added"));
        Assert.Equal("country,value AAA,-20", First("trade_balance"));
        Assert.Equal("sector,value GDS,4.5", First("trade_elasticity"));
        Assert.Equal(18, Rows("trade_share"));
        Assert.Equal(12, Rows("intermediate_share"));
    }

    [Fact]
    public void Read_without_expenditure_tariffs_and_labels_solves_spending()
    {
        using var folder = new TemporaryFolder();
        var world = TinyWorld.Create(tariff: Array.Clear);
        KiteFolder.Write(world, folder.Path);
        foreach (var name in new[] { "expenditure", "tariff", "economies", "sectors" })
        {
            File.Delete(folder.File(name + ".csv"));
        }
        var read = KiteFolder.Read(folder.Path);
        Assert.Equal(["AAA", "BBB", "CCC"], read.Economies.Select(economy => economy.Code));
        Assert.Equal(["GDS", "SRV"], read.Sectors.Select(sector => sector.Code));
        AssertClose(world.Trade.ToArray(), read.Trade.ToArray());
        Assert.All(BaselineCheck.Check(read).Identities, figure => Assert.InRange(figure.LargestViolation, 0, 1e-11));
    }

    [Fact]
    public void Read_without_balances_takes_them_from_trade()
    {
        using var folder = new TemporaryFolder();
        var world = TinyWorld.Create();
        KiteFolder.Write(world, folder.Path);
        File.Delete(folder.File("trade_balance.csv"));
        AssertClose(world.Deficit, KiteFolder.Read(folder.Path).Deficit, 500);
    }

    [Fact]
    public void Read_older_data_with_inverse_elasticities_and_destination_columns()
    {
        using var folder = new TemporaryFolder();
        KiteFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("trade_elasticity.csv", _ => ["sector,value", "GDS,0.25", "SRV,0.125"]);
        folder.Rewrite("expenditure.csv", lines => ["destination,sector,value", .. lines.Skip(1)]);
        var read = KiteFolder.Read(folder.Path);
        Assert.Equal([4.0, 8.0], read.Elasticities[0].Theta.AsEnumerable());
    }

    [Theory]
    [InlineData("trade_share.csv", 2, "0.66", "0.16", "trade_share.csv:2: shares of GDS bought by AAA sum to 0.")]
    [InlineData("tariff.csv", 3, ",1.1", ",0", "tariff.csv:3: value is 0; give one plus the tariff, 1.12 for 12 %")]
    [InlineData("tariff.csv", 3, ",1.1", ",0.1", "tariff.csv:3: value is 0.1; give one plus the tariff, 1.12 for 12 %")]
    [InlineData("tariff.csv", 3, ",1.1", ",12", "tariff.csv:3: value is 12; give one plus the tariff")]
    [InlineData("tariff.csv", 2, ",1", ",1.2", "tariff.csv:2: value is 1.2 for own sales; give 1")]
    [InlineData("value_added.csv", 2, "AAA", "AAB", "value_added.csv:2: country is \"AAB\", an unknown country")]
    [InlineData("value_added.csv", 2, "156", "-156", "value_added.csv:2: value_added_musd is -156 for AAA")]
    [InlineData("factor_share.csv", 2, "0.5", "x", "factor_share.csv:2: value is \"x\"; give a number")]
    [InlineData("factor_share.csv", 1, "value", "share", "factor_share.csv:1: column value is missing")]
    [InlineData("trade_elasticity.csv", 2, "4.5", "-4.5", "trade_elasticity.csv:2: theta is -4.5 for GDS")]
    public void Read_bad_tables_name_file_and_line(string file, int line, string found, string instead, string expected)
    {
        using var folder = new TemporaryFolder();
        KiteFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite(file, lines =>
        {
            Assert.Contains(found, lines[line - 1]);
            lines[line - 1] = lines[line - 1].Replace(found, instead);
            return lines;
        });
        Assert.Contains(expected, Assert.Throws<InputException>(() => KiteFolder.Read(folder.Path)).Message);
    }

    private static void AssertClose(Baseline expected, Baseline actual)
    {
        Assert.Equal(expected.Economies.Select(one => one.Name), actual.Economies.Select(one => one.Name));
        Assert.Equal(expected.Sectors.AsEnumerable(), actual.Sectors);
        AssertClose(expected.Trade.ToArray(), actual.Trade.ToArray());
        AssertClose(expected.TariffRate.ToArray(), actual.TariffRate.ToArray(), 1);
        AssertClose(expected.InputShare.ToArray(), actual.InputShare.ToArray(), 1);
        AssertClose(expected.ValueAddedShare.ToArray(), actual.ValueAddedShare.ToArray());
        AssertClose(expected.FinalShare.ToArray(), actual.FinalShare.ToArray());
        AssertClose(expected.ValueAdded, actual.ValueAdded);
        AssertClose(expected.Deficit, actual.Deficit);
        AssertClose(expected.Elasticities[0].Theta, actual.Elasticities[0].Theta);
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual, double scale = 0)
    {
        Assert.Equal(expected.Count(), actual.Count());
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.True(Math.Abs(one - other) <= Rounding * Math.Max(scale, Math.Abs(one)), $"{one:R} and {other:R}");
        }
    }
}
