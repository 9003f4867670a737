using Caravan.Scenarios;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios.Agreements;

public class ActionScalingTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData("lever: tariff, change: -50%", "lever: tariff, change: -25%")]
    [InlineData("lever: tariff, points: 4pp", "lever: tariff, points: 2pp")]
    [InlineData("lever: ntb, points: -3pp", "lever: ntb, points: -1.5pp")]
    [InlineData("lever: ntb, to: 2%", "lever: ntb, to: 7%")]
    [InlineData("lever: ntb, change: -40%", "lever: ntb, change: -20%")]
    [InlineData("lever: standards, change: -20%", "lever: standards, change: -10%")]
    [InlineData("lever: digital-trade, extent: 50%", "lever: digital-trade, extent: 25%")]
    [InlineData("lever: settlement, share: 30%", "lever: settlement, share: 15%")]
    [InlineData("lever: transport-cost, change: -10%, days: -2 days", "lever: transport-cost, change: -5%, days: -1 days")]
    [InlineData("lever: productivity, change: 2%", "lever: productivity, change: 1%")]
    [InlineData("lever: labour-shock, change: -4%", "lever: labour-shock, change: -2%")]
    [InlineData("lever: deficit, change: -50%", "lever: deficit, change: -25%")]
    public void Scale_half_does_what_the_half_written_out_does(string whole, string half)
    {
        var scaled = RealIncome(Scaled(whole));
        var written = RealIncome(Only(half));
        Assert.All(scaled.Zip(written), pair => Assert.Equal(pair.Second, pair.First, Tolerance));
    }

    [Fact]
    public void Scale_half_of_a_new_tariff_is_the_middle_of_old_and_new()
    {
        var action = Scaled("lever: tariff, to: 2%")!;
        var baseline = TinyWorld.Create();
        Assert.Equal(2, action.Cells.Length);
        Assert.All(action.Cells, cell =>
        {
            var there = baseline.TariffRate[
                baseline.IndexOfSector(cell.Sector), baseline.IndexOfEconomy(cell.Origin), baseline.IndexOfEconomy(cell.Destination)];
            Assert.Equal((there + 0.02) / 2, cell.Value, Tolerance);
        });
        Assert.Equal("it@50%", action.Id);
    }

    [Theory]
    [InlineData("lever: link, project: new-line")]
    [InlineData("lever: tariff, change: 0%")]
    [InlineData("lever: deficit, economies: AAA, to: 1%")]
    public void Scale_gives_nothing_where_there_is_no_size(string action) => Assert.Null(Scaled(action));

    private static ScenarioAction Only(string action)
    {
        using var text = ScenarioText.WithActions($"{{id: it, {action}}}");
        return text.Resolve().Actions[0];
    }

    private static ScenarioAction? Scaled(string action) =>
        ActionScaling.Scale(Only(action), 0.5, TinyWorld.Create());

    private static double[] RealIncome(ScenarioAction? action)
    {
        Assert.NotNull(action);
        using var text = ScenarioText.WithActions("{id: other, lever: tariff, change: 0%}");
        var scenario = text.Resolve() with { Actions = [action] };
        var model = new TradeModel(TinyWorld.Create());
        var issues = new IssueList();
        var outcome = model.Solve(ShockCompiler.Compile(scenario, TinyWorld.Create(), issues));
        Assert.Equal(0, issues.Count);
        return outcome.Measures.RealIncomeHat;
    }
}
