using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

public class OverrideTests
{
    private const string Tariffs = "{id: tariffs, lever: tariff, importers: AAA, exporters: BBB, to: 0}";

    [Theory]
    [InlineData("tariffs.to=4%", 0.04)]
    [InlineData("actions.tariffs.to=0.04", 0.04)]
    [InlineData("tariff.change=-50%", 0.05)]
    [InlineData("tariffs.points=1pp", 0.11)]
    [InlineData("tariffs.exporters=[BBB, CCC]", 0)]
    public void Override_of_a_field_takes_the_place_of_its_rivals(string change, double expected)
    {
        using var text = ScenarioText.WithActions(Tariffs);
        Assert.Equal(expected, text.Compile(change).TariffRateNew![0, 1, 0], 1e-15);
    }

    [Fact]
    public void Options_members_sets_and_baseline_can_be_overridden()
    {
        using var text = ScenarioText.WithActions("{id: t, lever: tariff, to: 0}");
        var scenario = text.Resolve("options.model=one-sector", "options.elasticities=uniform", "members=[pair]",
            "sets.pair=[AAA, CCC]", "name=a = b", "baseline=elsewhere");
        Assert.Equal(ModelVariant.OneSector, scenario.Options.Model);
        Assert.Equal("uniform", scenario.Options.Elasticities);
        Assert.Equal(["AAA", "CCC"], scenario.Members.ToArray());
        Assert.Equal(["AAA", "CCC"], scenario.Actions[0].Importers.ToArray());
        Assert.Equal("a = b", scenario.Name);
        Assert.Equal("elsewhere", scenario.Baseline);
    }

    [Theory]
    [InlineData("tariffs.to=4", "--set tariffs.to=4: to: 4 is ambiguous; write 4% or 0.04, or 400% where that is meant\n")]
    [InlineData("tarifs.to=4%", "--set tarifs.to=4%: no action is called tarifs; did you mean tariffs?\n")]
    [InlineData("tariffs.too=4%", "--set tariffs.too=4%: unknown key too in an action with lever tariff; did you mean to?\n")]
    [InlineData("options.mode=x", "--set options.mode=x: unknown key mode in options; did you mean model?\n")]
    [InlineData("tariffs", "--set tariffs: an override has the form path=value; write for example --set tariffs.to=5%\n")]
    [InlineData("colour=red", "--set colour=red: nothing is called colour; paths: tariffs.FIELD, options.model, "
        + "options.closure, options.elasticities, members, baseline\n")]
    public void Wrong_override_is_told_by_its_text(string change, string problem)
    {
        using var text = ScenarioText.WithActions(Tariffs);
        Assert.Equal(problem, text.Problems(change));
    }

    [Fact]
    public void Lever_that_two_actions_use_must_be_named_by_id()
    {
        using var text = ScenarioText.WithActions(Tariffs, "{id: others, lever: tariff, importers: CCC, exporters: AAA, to: 0}");
        Assert.Equal("--set tariff.to=1%: 2 actions use tariff; name one of tariffs, others\n",
            text.Problems("tariff.to=1%"));
    }
}
