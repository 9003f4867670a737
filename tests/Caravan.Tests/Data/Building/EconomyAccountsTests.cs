using Caravan.Data.Building;

namespace Caravan.Tests.Data.Building;

public class EconomyAccountsTests
{
    private static readonly int s_count = SectorTable.Sectors.Length;
    private static readonly int s_electronics = SectorTable.IndexOf("C26");
    private static readonly int s_trade = SectorTable.IndexOf("G");

    [Fact]
    public void A_closed_economy_produces_what_it_uses()
    {
        var accounts = EconomyAccounts.Close(Economy(income: 1000));
        // half of every cost is an equal mix of inputs, so use is twice final spending in every sector
        Assert.All(accounts.Use, use => Assert.Equal(2 * 1000.0 / s_count, use, 9));
        Assert.All(accounts.Production, made => Assert.Equal(2 * 1000.0 / s_count, made, 9));
        var (output, inputs, valueAdded) = accounts.Blend();
        Assert.Equal(1000, output.Zip(valueAdded, (y, v) => y * v).Sum(), 9);
        Assert.Equal(0.5, Enumerable.Range(0, s_count).Sum(k => inputs[k, 0]), 12);
        Assert.All(accounts.UseRaised, factor => Assert.Equal(1, factor));
    }

    [Fact]
    public void Imports_beyond_demand_are_re_exported_with_a_margin()
    {
        var input = Economy(2000);
        // demand for electronics is about 140: the rest of 500 must leave again
        (input.Exports[s_electronics], input.ImportsWithTariff[s_electronics]) = (500, 500);
        var accounts = EconomyAccounts.Close(input);
        Assert.InRange(accounts.ReExports[s_electronics], 380, 0.95 * 500);
        Assert.True(accounts.OwnSales(s_electronics) > 0);
        Assert.True(accounts.Production[s_electronics] > 0);
        Assert.All(accounts.UseRaised, factor => Assert.Equal(1, factor));
        var (output, _, valueAdded) = accounts.Blend();
        Assert.Equal(2000, output.Zip(valueAdded, (y, v) => y * v).Sum(), 8);
        Assert.InRange(valueAdded[s_electronics], EconomyAccounts.ReExportMargin, 0.25);
        Assert.Equal(0.5, valueAdded[0], 12);
    }

    [Fact]
    public void Imports_that_neither_leave_nor_fit_demand_raise_use()
    {
        var input = Economy(1000);
        (input.Exports[s_trade], input.ImportsWithTariff[s_electronics]) = (200, 200);
        var accounts = EconomyAccounts.Close(input);
        Assert.Equal(0, accounts.ReExports[s_electronics]);
        Assert.True(accounts.UseRaised[s_electronics] > 2);
        Assert.Equal(0.02, accounts.OwnSales(s_electronics) / accounts.Use[s_electronics], 6);
        Assert.Equal(1, accounts.Technology.Final.Sum(), 12);
        Assert.Equal(0.5, accounts.Technology.ValueAdded[s_electronics], 12);
    }

    [Fact]
    public void Goods_in_unrecorded_transit_become_inputs_of_the_trade_sector()
    {
        var mix = new double[s_count];
        mix[s_electronics] = 1;
        var input = Economy(1000) with { UnrecordedReExports = 300, ImportMix = mix };
        (input.Exports[s_trade], input.ImportsWithTariff[s_electronics]) = (300, 300);
        var accounts = EconomyAccounts.Close(input);
        var (output, inputs, valueAdded) = accounts.Blend();
        Assert.True(inputs[s_electronics, s_trade] * output[s_trade] > 0.9 * 300);
        Assert.Equal(1000, output.Zip(valueAdded, (y, v) => y * v).Sum(), 8);
        Assert.Equal(0.9 * 300, accounts.Transit()[s_electronics], 9);
    }

    private static AccountsInput Economy(double income)
    {
        var technology = new Technology(s_count);
        for (var j = 0; j < s_count; j++)
        {
            (technology.ValueAdded[j], technology.Final[j]) = (0.5, 1.0 / s_count);
            for (var k = 0; k < s_count; k++)
            {
                technology.Inputs[k, j] = 0.5 / s_count;
            }
        }
        return new()
        {
            Code = "AAA",
            Technology = technology,
            Income = income,
            Exports = new double[s_count],
            ImportsWithTariff = new double[s_count],
            UnrecordedReExports = 0,
            ImportMix = new double[s_count],
            LowestHomeShare = [.. Enumerable.Repeat(0.02, s_count)],
            LowestGoodsHomeShare = 0.1,
        };
    }
}
