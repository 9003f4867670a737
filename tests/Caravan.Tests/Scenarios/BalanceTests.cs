using Caravan.Numerics;
using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios;

public class BalanceTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Run_gives_levels_gaps_and_inequality_from_the_rows_of_its_economies()
    {
        using var text = ScenarioText.WithActions("{id: a, lever: productivity, economies: AAA, change: 5%}");
        var result = ScenarioRunner.Run(text.Load(), TinyWorld.Create())[0];
        Assert.Equal(SolveStatus.Converged, result.Status);
        // CCC has no number of inhabitants and is left out; AAA is landlocked, BBB is not
        var known = result.Economies.Where(economy => economy.Population > 0).ToList();
        Assert.Equal(["AAA", "BBB"], known.Select(economy => economy.Code));
        Assert.NotEqual(known[0].Landlocked, known[1].Landlocked);
        var coast = Assert.Single(result.Inequality, row => row.Split == GroupSplit.Coast);
        double[] before = [.. known.Select(economy => 1e6 * economy.IncomeBaseMusd / economy.Population)];
        double[] after = [.. known.Select((economy, n) => before[n] * (1 + economy.RealIncomePct / 100))];
        Assert.Equal(before.Max() / before.Min(), coast.GapBefore, Tolerance);
        Assert.Equal(after.Max() / after.Min(), coast.GapAfter, Tolerance);
        var people = known.Select(economy => economy.Population).ToArray();
        Assert.Equal(
            TheilIndex.Of([.. after.Zip(people, (level, count) => level * count)], people, [0, 1]).Total,
            coast.After.Total, Tolerance);
        Assert.Equal(0, coast.After.Within, Tolerance);
        foreach (var group in result.Groups.Where(group => group.Population > 0))
        {
            Assert.InRange(group.IncomePerPersonNewUsd / group.IncomePerPersonBaseUsd, 0.9, 1.2);
        }
    }

    [Fact]
    public void Run_without_change_leaves_every_level_and_index()
    {
        using var text = ScenarioText.WithActions();
        var result = ScenarioRunner.Run(text.Load(), TinyWorld.Create())[0];
        Assert.NotEmpty(result.Inequality);
        Assert.All(result.Inequality, row =>
        {
            Assert.Equal(row.Before.Total, row.After.Total, 1e-12);
            Assert.Equal(row.GapBefore, row.GapAfter, 1e-12);
        });
    }
}
