using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

/// <summary>Every pack on the shipped baseline.</summary>
public class PackRunTests
{
    public static TheoryData<string> Names => [.. Packs.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pack_runs_and_its_resolved_text_gives_the_same_rows(string name)
    {
        var result = ScenarioRunner.Run(name)[0];
        Assert.Equal(SolveStatus.Converged, result.Status);
        Assert.InRange(result.Residual, 0, 1e-10);
        Assert.All(result.Economies, row => Assert.True(double.IsFinite(row.RealIncomePct), row.Code));
        using var resolved = new ScenarioText(result.Scenario.ToYaml());
        var again = ScenarioRunner.Run(resolved.Path)[0];
        Assert.Equal(result.ScenarioHash, again.ScenarioHash);
        Assert.Equal(result.Economies.ToArray(), again.Economies.ToArray());
    }
}
