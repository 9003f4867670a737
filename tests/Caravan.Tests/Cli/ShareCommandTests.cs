using System.Text.Json;
using Caravan.Tests.Reporting;

namespace Caravan.Tests.Cli;

public sealed class ShareCommandTests(TinyScenario tiny) : IClassFixture<TinyScenario>
{
    private string File => tiny.Write("share.yaml", $$"""
        caravan: 1
        name: Three share
        baseline: {{tiny.Baseline}}
        members: [AAA, BBB, CCC]
        actions:
          - {id: a, lever: tariff, by: AAA, importers: AAA, exporters: members, change: -50%}
          - {id: ab, lever: ntb, by: [AAA, BBB], between: [AAA, BBB], points: -2pp}
          - {id: all, lever: ntb, between: members, points: -1pp}
        """);

    [LinearFact]
    public void Share_reads_as_approved() => ApprovedText.Check("share", Call(File).Transcript());

    [LinearFact]
    public void Share_with_outsiders_who_respond_and_an_accession_reads_as_approved() => ApprovedText.Check(
        "share-accession", Call(tiny.FreerTrade, "--outsiders", "respond", "--accession", "CCC").Transcript());

    [Theory]
    [InlineData("share-wrong", "wrong.yaml")]
    [InlineData("share-unknown-economy", "freer-trade.yaml --accession CCCC")]
    [InlineData("share-wrong-outsiders", "freer-trade.yaml --outsiders leave")]
    [InlineData("share-wrong-samples", "freer-trade.yaml --samples 1")]
    [InlineData("share-one-member", "freer-trade.yaml --set members=[AAA] --set tariffs.by=AAA --set tariffs.exporters=BBB")]
    public void Call_that_is_wrong_reads_as_approved(string name, string args)
    {
        string[] words = args.Split(' ');
        var call = CommandCall.Run(["share", Path.Combine(tiny.Folder, words[0]), "--no-cache", .. words[1..]]);
        Assert.Equal((2, ""), (call.ExitCode, call.Out));
        ApprovedText.Check(name, call.Transcript((tiny.Folder + Path.DirectorySeparatorChar, "")));
    }

    [Fact]
    public void Help_reads_as_approved() => ApprovedText.Check("help-share", CommandCall.Run("help", "share").Transcript());

    [Fact]
    public void Share_fits_a_hundred_columns() => Assert.All(
        Call("china-central-asia").Out.Split('\n'), line => Assert.True(line.Length <= 100, line));

    [LinearFact]
    public void Json_has_the_documented_shape()
    {
        using var json = JsonDocument.Parse(Call(File, "--json").Out);
        var share = json.RootElement;
        Assert.Equal("caravan-share/1", share.GetProperty("schema").GetString());
        Assert.Equal(3, share.GetProperty("players").GetArrayLength());
        var values = share.GetProperty("values").EnumerateArray().ToArray();
        Assert.Equal(7, values.Length);
        var total = share.GetProperty("total_musd").GetDouble();
        Assert.Equal(3, values[^1].GetProperty("coalition").GetArrayLength());
        Assert.Equal(total, values[^1].GetProperty("worth_musd").GetDouble(), 1e-9);
        foreach (var name in new[] { "shapley", "nucleolus", "nash", "egalitarian", "proportional", "banzhaf" })
        {
            var rule = share.GetProperty("rules").GetProperty(name);
            Assert.Equal("found", rule.GetProperty("status").GetString());
            var payoffs = rule.GetProperty("payoffs_musd").EnumerateObject().ToArray();
            Assert.Equal(["AAA", "BBB", "CCC"], payoffs.Select(payoff => payoff.Name));
            Assert.Equal(total, payoffs.Sum(payoff => payoff.Value.GetDouble()), 1e-6);
        }
        Assert.Equal("undefined", share.GetProperty("rules").GetProperty("cost_proportional").GetProperty("status").GetString());
        var core = share.GetProperty("core");
        Assert.True(core.GetProperty("empty").ValueKind is JsonValueKind.True or JsonValueKind.False);
        Assert.True(core.GetProperty("witness").GetArrayLength() > 0);
        Assert.Equal(3, share.GetProperty("stability").GetProperty("internal").GetArrayLength());
        Assert.Equal(0, share.GetProperty("stability").GetProperty("external").GetArrayLength());
        var text = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "docs", "share.md"));
        Assert.All(share.EnumerateObject(), property => Assert.Contains($"`{property.Name}`", text));
    }

    [Fact]
    public void Csv_has_the_members_of_the_json()
    {
        var rows = WriterTests.ReadCsv(Call(File, "--format", "csv").Out);
        using var json = JsonDocument.Parse(Call(File, "--json").Out);
        Assert.Equal(4, rows.Count);
        var shapley = json.RootElement.GetProperty("rules").GetProperty("shapley").GetProperty("payoffs_musd");
        Assert.Equal(shapley.GetProperty("BBB").GetRawText(), rows[2][rows[0].IndexOf("shapley_musd")]);
        Assert.StartsWith("# Three share: sharing the gains\n", Call(File, "--format", "markdown").Out);
        Assert.StartsWith("PK", Call(File, "--format", "xlsx").Out);
    }

    [LinearFact]
    public void Cache_of_a_folder_is_used_again()
    {
        var folder = Path.Combine(tiny.Folder, "kept");
        var first = CommandCall.Run("share", File, "--cache", folder, "--json");
        var second = CommandCall.Run("share", File, "--cache", folder, "--json");
        Assert.Equal((0, first.Out), (second.ExitCode, second.Out));
        Assert.NotEqual("", first.Error);
        Assert.Equal("", second.Error);
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void Exit_code_is_130_when_stopped()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Equal(130, CommandCall.Run(stopped.Token, "share", File, "--no-cache").ExitCode);
    }

    private static CommandCall Call(string scenario, params string[] more) =>
        CommandCall.Run(["share", scenario, "--no-cache", .. more]);
}
