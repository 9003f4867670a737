using Caravan.Data.Loading;
using Caravan.Scenarios;

namespace Caravan.Tests.Scenarios;

public class SolveTrailTests
{
    private const string Text =
        """
        caravan: 1
        name: Lower tariffs, opened 2023
        baseline: world-2023
        members: [CHN, IND]
        actions:
          - {id: tariffs, lever: tariff, importers: members, exporters: members, change: -50%}
          - {id: papers, lever: ntb, importers: members, exporters: members, points: -2pp}
        options: {model: one-sector}
        """;

    private const double TightPct = 1e-8;

    private static readonly PreparedWorld s_world = new(Baselines.Load("world-2023"));

    private static RunResult Run(string text, SolveTrail? trail) => ScenarioRunner.Run(
        ScenarioFile.Parse(text, "test"), s_world.Baseline, new RunOptions { Prepared = s_world, Trail = trail })[0];

    private static string Tariffs(double percent) => Text.Replace("-50%", FormattableString.Invariant($"{percent}%"));

    [Fact]
    public void Run_leads_to_the_same_answers_wherever_the_trail_begins_and_needs_fewer_and_fewer_sweeps()
    {
        // to and fro, a whole which is written in another way, a place met before
        double[] places = [-50, 27, -62, 82, -7, -95, 48, -100, 100, 14, -20, 35, -7];
        var (trail, sweeps) = (SolveTrail.Empty, new List<int>());
        foreach (var place in places)
        {
            var cold = Run(Tariffs(place), trail: null);
            var warm = Run(Tariffs(place), trail);
            Assert.Null(cold.Trail);
            Assert.True(warm.Converged);
            Assert.True(warm.Residual <= 1e-10, $"residual {warm.Residual} at {place}");
            Assert.Equal(cold.ScenarioHash, warm.ScenarioHash);
            foreach (var (one, other) in cold.Economies.Zip(warm.Economies))
            {
                Assert.Equal(one.RealIncomePct, other.RealIncomePct, TightPct);
            }
            sweeps.Add(warm.Iterations);
            trail = warm.Trail!;
        }
        Assert.True(2 * sweeps[7] < sweeps[1], string.Join(' ', sweeps));
        Assert.True(2 * sweeps[11] < sweeps[1], string.Join(' ', sweeps));
        Assert.True(sweeps[12] <= 2, string.Join(' ', sweeps));
    }

    [Fact]
    public void Run_after_another_lever_another_member_or_another_model_gives_the_same_answer()
    {
        var trail = SolveTrail.Empty;
        string[] texts =
        [
            Text, Tariffs(-40), Text.Replace("-2pp", "-3pp"), Tariffs(-40).Replace("-2pp", "-4pp"),
            Text.Replace("[CHN, IND]", "[CHN, IND, VNM]"), Text.Replace("one-sector", "multi-sector"), Tariffs(-30),
            Text.Replace("  - {id: papers", "  # - {id: papers"), Text.Replace("opened 2023", "opened 1e999"), Text,
        ];
        foreach (var text in texts)
        {
            var (cold, warm) = (Run(text, trail: null), Run(text, trail));
            Assert.True(warm.Converged);
            foreach (var (one, other) in cold.Economies.Zip(warm.Economies))
            {
                Assert.Equal(one.RealIncomePct, other.RealIncomePct, TightPct);
            }
            trail = warm.Trail!;
        }
    }

    [Theory]
    [InlineData("-50%", "-40%", 1)]
    [InlineData("-50%", "-100%", 1)]
    [InlineData("-50%", "100%", 1)]
    [InlineData("-50%", "-50%", 0)]
    [InlineData("opened 2023", "opened 2024", 1)]
    [InlineData("tariffs, lever", "duties, lever", null)]
    public void Points_differ_in_the_numbers_of_what_they_say(string from, string to, int? differences)
    {
        var (one, other) = (Run(Text, null).Scenario, Run(Text.Replace(from, to), null).Scenario);
        var found = ScenarioPoint.Of(one).NumbersThatDiffer(ScenarioPoint.Of(other));
        Assert.Equal(differences, found?.Length);
    }

    [Fact]
    public void Points_read_a_share_and_a_whole_alike()
    {
        var (half, whole) = (Point(-50), Point(-100));
        var at = Assert.Single(half.NumbersThatDiffer(whole)!.Value);
        Assert.Equal(-0.5, half[at]);
        Assert.Equal(-1, whole[at]);

        static ScenarioPoint Point(double percent) => ScenarioPoint.Of(Run(Tariffs(percent), null).Scenario);
    }
}
