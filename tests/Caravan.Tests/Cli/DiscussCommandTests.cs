using System.Text.Json;

namespace Caravan.Tests.Cli;

public class DiscussCommandTests(TinyScenario tiny) : IClassFixture<TinyScenario>
{
    private string Talks => tiny.Write("talks.yaml", $$"""
        caravan: 1
        name: Talks
        baseline: {{tiny.Baseline}}
        members: [AAA, BBB]
        actions:
          - {id: open, lever: tariff, importers: AAA, exporters: BBB, to: 0%}
          - {id: rules, lever: standards, between: members, change: -20%}
          - {id: yields, lever: productivity, economies: AAA, change: 0.1%}
          - {id: aid, lever: productivity, standby: true, economies: AAA, change: 5%}
          - {id: a-taxes, lever: tariff, standby: true, by: AAA, importers: AAA, exporters: BBB, to: 12%}
          - {id: b-taxes, lever: tariff, standby: true, by: BBB, importers: BBB, exporters: AAA, to: 40%}
        agreement:
          red_lines: {AAA: {minimum_gain_pct: 2, sectors: {GDS: -10%} } }
          chair: {discount: 0.8}
          source: invented
        blocs:
          a: {members: AAA, policies: {talk: [open, rules, yields], tax: [a-taxes]} }
          b: {members: BBB, policies: {talk: [open, rules, yields], tax: [b-taxes]} }
        """);

    [Fact]
    public void Discuss_prints_verdicts_packages_chair_and_blocs() => ApprovedText.Check("discuss", CommandCall.Run(
        "discuss", Talks, "--tariffs", "uniform").Transcript((tiny.Folder, "FOLDER")));

    [Fact]
    public void Discuss_says_what_would_close_the_gap() => ApprovedText.Check("discuss-gap", CommandCall.Run(
        "discuss", Talks, "--set", "agreement.red_lines.BBB.minimum_gain_pct=3", "--whole", "--offer", "open,rules",
        "--between", "members", "others").Transcript((tiny.Folder, "FOLDER")));

    [Fact]
    public void Discuss_json_has_the_documented_parts()
    {
        var call = CommandCall.Run("discuss", Talks, "--json");
        Assert.Equal(0, call.ExitCode);
        using var document = JsonDocument.Parse(call.Out);
        var root = document.RootElement;
        foreach (var part in new[] { "verdicts", "packages", "pareto", "bargaining", "equilibria" })
        {
            Assert.True(root.TryGetProperty(part, out _), part);
        }
        Assert.Equal("converged", root.GetProperty("status").GetString());
        Assert.Equal(2, root.GetProperty("verdicts").GetArrayLength());
        Assert.False(root.GetProperty("verdicts")[0].GetProperty("accepts").GetBoolean());
        Assert.Equal(4, root.GetProperty("equilibria").GetProperty("profiles").GetArrayLength());
        Assert.True(root.GetProperty("bargaining").GetProperty("with_payments").GetProperty("solved").GetBoolean());
    }

    [Theory]
    [InlineData("csv", "package,accepting,all_accept,passes,members_musd")]
    [InlineData("markdown", "## Verdicts on the offer")]
    public void Discuss_writes_other_formats(string format, string expected) =>
        Assert.Contains(expected, CommandCall.Run("discuss", Talks, "--format", format).Out);

    [Fact]
    public void Discuss_tells_every_problem_and_exits_with_two()
    {
        var call = CommandCall.Run("discuss", Talks, "--offer", "opn", "--between", "AAA", "CCD");
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("--offer: no action is called opn; did you mean open?", call.Error);
        Assert.Contains("--between: CCD is not single", call.Error);
        Assert.Equal(2, CommandCall.Run("discuss", Talks, "--budget", "0").ExitCode);
        Assert.Contains("did you mean uniform?", CommandCall.Run("discuss", Talks, "--tariffs", "unifrom").Error);
    }

    [Fact]
    public void Discuss_stops_when_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Equal(130, CommandCall.Run(source.Token, "discuss", Talks).ExitCode);
    }
}
