using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

/// <summary>Every lever's shock on the tiny world by hand. Positions: AAA 0, BBB 1, CCC 2; GDS 0, SRV 1.</summary>
public class LeverShockTests
{
    private const double Exact = 1e-15;

    [Fact]
    public void Tariff_to_sets_members_goods_in_both_directions()
    {
        var tariff = Shock("{id: t, lever: tariff, to: 3%}").TariffRateNew!;
        Assert.Equal(0.03, tariff[0, 0, 1]);
        Assert.Equal(0.03, tariff[0, 1, 0]);
        Assert.Equal(0, tariff[0, 0, 0]);
        Assert.Equal(0.02, tariff[0, 0, 2]);
        Assert.Equal(0, tariff[1, 1, 0]);
    }

    [Fact]
    public void Tariff_change_and_points_multiply_and_add_and_stop_at_zero()
    {
        var tariff = Shock(
            "{id: a, lever: tariff, importers: AAA, exporters: BBB, change: -50%}",
            "{id: b, lever: tariff, importers: AAA, exporters: BBB, change: 0.2}",
            "{id: c, lever: tariff, importers: AAA, exporters: [BBB, CCC], points: 2pp}",
            "{id: d, lever: tariff, importers: CCC, exporters: AAA, points: -5pp}").TariffRateNew!;
        Assert.Equal(0.10 * 0.5 * 1.2 + 0.02, tariff[0, 1, 0], Exact);
        Assert.Equal(0.12, tariff[0, 2, 0], Exact);
        Assert.Equal(0, tariff[0, 0, 2]);
    }

    [Fact]
    public void Tariff_table_sets_listed_cells_only()
    {
        using var text = ScenarioText.WithActions("{id: t, lever: tariff, table: t.csv}");
        text.Write("t.csv", "origin,destination,tariff_rate,sector\nBBB,AAA,0.07,GDS\nCesia\\, rest of,AAA,4%,srv\n"
            .Replace("Cesia\\, rest of", "\"Cesia, rest of\""));
        var tariff = text.Compile().TariffRateNew!;
        Assert.Equal(0.07, tariff[0, 1, 0]);
        Assert.Equal(0.04, tariff[1, 2, 0]);
        Assert.Equal(0.10, tariff[0, 2, 0]);
    }

    [Fact]
    public void Ntb_forms_give_the_ratio_of_equivalents()
    {
        Assert.Equal(1.09 / 1.12, Iceberg("{id: n, lever: ntb, points: -3pp}"), Exact);
        Assert.Equal(1.06 / 1.12, Iceberg("{id: n, lever: ntb, change: -50%}"), Exact);
        Assert.Equal(1.0 / 1.2, Iceberg("{id: n, lever: ntb, base: 20%, to: 0}"), Exact);
        Assert.Equal(1.0 / 1.12, Iceberg("{id: n, lever: ntb, points: -20pp}"), Exact);
    }

    [Fact]
    public void Standards_default_takes_a_fifth_off_the_equivalent() =>
        Assert.Equal((1 + 0.045 * 0.8) / 1.045, Iceberg("{id: s, lever: standards}"), Exact);

    [Fact]
    public void Transport_cost_weighs_freight_and_days() => Assert.Equal(
        (1 + 0.081 * 0.9 + 0.006 * 18) / (1 + 0.081 + 0.006 * 20),
        Iceberg("{id: t, lever: transport-cost, change: -10%, days: -2 days}"), Exact);

    [Fact]
    public void Digital_trade_falls_relative_to_the_cost_of_trading_abroad()
    {
        Assert.Equal((1 + 0.74 * 0.89) / 1.74, Iceberg("{id: d, lever: digital-trade}"), Exact);
        Assert.Equal((1 + 0.74 * 0.945) / 1.74, Iceberg("{id: d, lever: digital-trade, extent: 50%}"), Exact);
    }

    [Fact]
    public void Settlement_saves_part_of_the_payment_cost_in_all_sectors()
    {
        var hat = Shock("{id: s, lever: settlement, share: 30%}").TradeCost!.IcebergHat;
        Assert.Equal((1 + 0.01 * (1 - 0.15)) / 1.01, hat[0, 0, 1], Exact);
        Assert.Equal(hat[0, 0, 1], hat[1, 1, 0]);
    }

    [Fact]
    public void Icebergs_multiply_touch_chosen_cells_and_never_home()
    {
        var hat = Shock("{id: n, lever: ntb, importers: others, exporters: world, points: -3pp}",
            "{id: s, lever: standards, importers: CCC, exporters: AAA}").TradeCost!.IcebergHat;
        Assert.Equal(1.09 / 1.12 * (1 + 0.045 * 0.8) / 1.045, hat[0, 0, 2], Exact);
        Assert.Equal(1.09 / 1.12, hat[0, 1, 2], Exact);
        Assert.Equal(1, hat[0, 2, 2]);
        Assert.Equal(1, hat[0, 2, 0]);
        Assert.Equal(1, hat[1, 0, 2]);
    }

    [Theory]
    [InlineData("world & landlocked", "AAA")]
    [InlineData("belt-and-road & !members", "CCC")]
    [InlineData("\"!landlocked & inner\"", "CCC")]
    [InlineData("upper-middle-income", "CCC")]
    [InlineData("cesia & free-trade", "CCC")]
    [InlineData("aland", "AAA")]
    [InlineData("mine", "BBB")]
    public void Words_name_economies(string words, string code)
    {
        using var text = ScenarioText.WithActions($"{{id: l, lever: labour-shock, economies: [{words}], change: 1%}}");
        var scenario = text.Resolve("sets.base=[members]", "sets.mine=[base & coastal]", "sets.cesia=[\"Cesia, rest of\"]");
        Assert.Equal([code], scenario.Actions[0].Economies.ToArray());
    }

    [Fact]
    public void Iceberg_table_without_sectors_takes_the_actions_sectors()
    {
        using var text = ScenarioText.WithActions("{id: s, lever: settlement, table: t.csv, sectors: services}");
        text.Write("t.csv", "origin,destination,share\nAAA,BBB,40%\n");
        var hat = text.Compile().TradeCost!.IcebergHat;
        Assert.Equal((1 + 0.01 * 0.8) / 1.01, hat[1, 0, 1], Exact);
        Assert.Equal(1, hat[0, 0, 1]);
    }

    [Fact]
    public void Productivity_multiplies_by_economy_and_sector()
    {
        var hat = Shock("{id: a, lever: productivity, change: 10%}",
            "{id: b, lever: productivity, economies: AAA, sectors: services, change: 20%}").ProductivityHat!;
        Assert.Equal(1.1, hat[0, 0], Exact);
        Assert.Equal(1.1 * 1.2, hat[0, 1], Exact);
        Assert.Equal(1, hat[2, 0]);
    }

    [Fact]
    public void Labour_shock_multiplies_by_economy()
    {
        var hat = Shock("{id: a, lever: labour-shock, economies: world, change: -2%}",
            "{id: b, lever: labour-shock, economies: landlocked, change: -50%}").LabourHat!;
        Assert.Equal([0.98 * 0.5, 0.98, 0.98], hat.Select(value => Math.Round(value, 15)));
    }

    [Fact]
    public void Demand_shock_shifts_weights()
    {
        var weight = Shock("{id: d, lever: demand-shock, economies: AAA, sectors: services, change: -20%}",
            "{id: e, lever: demand-shock, economies: [AAA, BBB], sectors: GDS, change: 10%}").FinalWeightHat!;
        Assert.Equal([1.1, 0.8, 1.1, 1, 1, 1], weight.ToArray());
    }

    [Fact]
    public void Deficit_is_offset_by_the_others_in_proportion_to_gdp()
    {
        var world = TinyWorld.Create();
        var deficit = Shock("{id: d, lever: deficit, economies: AAA, to: 10%}").DeficitNew!;
        var change = 18 - world.Deficit[0];
        Assert.Equal(18, deficit[0], 1e-12);
        Assert.Equal(world.Deficit[1] - change * 720 / 1050, deficit[1], 1e-12);
        Assert.Equal(world.Deficit[2] - change * 330 / 1050, deficit[2], 1e-12);
        Assert.Equal(0, deficit.Sum(), 1e-12);
    }

    [Fact]
    public void Every_lever_has_a_shock_and_its_example_is_valid()
    {
        foreach (var lever in Levers.All)
        {
            var example = lever.Example.Replace("[KAZ, UZB]", "AAA").Replace("A01_02", "GDS").Replace("USA", "AAA")
                .Replace("[C10T12, C21]", "GDS").Replace("china-kyrgyzstan-uzbekistan", "new-line").Replace("suez", "canal");
            using var text = ScenarioText.WithActions(example);
            // levers on money act through the cost of projects: FinanceScenarioTests
            Assert.Equal(lever.Name is "finance" or "risk",
                text.Compile() == TradeShock.None && text.CompileNetwork() is null);
        }
    }

    private static double Iceberg(string action) => Shock(action).TradeCost!.IcebergHat[0, 0, 1];

    private static TradeShock Shock(params string[] actions)
    {
        using var text = ScenarioText.WithActions(actions);
        return text.Compile();
    }
}
