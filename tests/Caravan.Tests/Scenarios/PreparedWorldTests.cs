using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;

namespace Caravan.Tests.Scenarios;

public class PreparedWorldTests
{
    [Fact]
    public void Run_gives_the_same_bytes_with_what_was_prepared()
    {
        var loaded = ScenarioFile.Load("china-central-asia");
        var baseline = Baselines.Load(loaded.Baseline);
        var prepared = new PreparedWorld(baseline);
        var plain = Json(ScenarioRunner.Run(loaded, baseline)[0]);
        // the first prepares, the second finds everything prepared
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(plain, Json(ScenarioRunner.Run(loaded, baseline, new RunOptions { Prepared = prepared })[0]));
        }
    }

    [Fact]
    public void Run_tells_journeys_of_other_members_and_other_networks_apart()
    {
        var baseline = Baselines.Load("world-2023");
        var prepared = new RunOptions { Prepared = new PreparedWorld(baseline) };
        string[] texts =
        [
            Borders, Borders.Replace("-10%", "-40%"), Borders.Replace("[KAZ, UZB]", "[KAZ, UZB, KGZ, CHN]"), Borders,
        ];
        foreach (var loaded in texts.Select(text => ScenarioFile.Parse(text, "borders")))
        {
            var plain = ScenarioRunner.Run(loaded, baseline)[0];
            Assert.Equal(Json(plain), Json(ScenarioRunner.Run(loaded, baseline, prepared)[0]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_that_is_cancelled_on_the_way_says_so_on_any_number_of_threads(int threads)
    {
        var loaded = ScenarioFile.Parse(Borders, "borders");
        var baseline = Baselines.Load(loaded.Baseline);
        var options = new RunOptions { Solve = new() { Threads = threads } };
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ScenarioRunner.Run(loaded, baseline, options, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Run_on_another_baseline_is_refused()
    {
        var loaded = ScenarioFile.Load("null");
        var other = new PreparedWorld(Baselines.Load(loaded.Baseline));
        Assert.Throws<ArgumentException>(() => ScenarioRunner.Run(
            loaded, Baselines.Load(loaded.Baseline), new RunOptions { Prepared = other }));
    }

    private const string Borders =
        """
        caravan: 1
        name: Borders
        members: [KAZ, UZB]
        actions:
          - {id: borders, lever: border-time, between: members, change: -10%}
        options: {model: one-sector}
        """;

    private static string Json(RunResult result)
    {
        using var document = new MemoryStream();
        RunDocument.Write([result], document);
        return System.Text.Encoding.UTF8.GetString(document.ToArray());
    }
}
