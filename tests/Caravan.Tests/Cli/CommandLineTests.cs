using System.Text.Json;
using Caravan.Tests.Reporting;

namespace Caravan.Tests.Cli;

public class CommandLineTests(TinyScenario tiny) : IClassFixture<TinyScenario>
{
    [Theory]
    [InlineData("welcome", "")]
    [InlineData("help", "help")]
    [InlineData("help-run", "help run")]
    [InlineData("help-compare", "compare --help")]
    [InlineData("help-check", "check -h")]
    [InlineData("help-list", "list --help")]
    [InlineData("help-discuss", "discuss --help")]
    [InlineData("help-replicate", "replicate --help")]
    [InlineData("wrong-command", "rnu china-central-asia")]
    [InlineData("wrong-help", "help comprae")]
    [InlineData("wrong-option", "run null --modle all")]
    [InlineData("wrong-model", "run null --model onesector")]
    [InlineData("wrong-format", "run null --format xls")]
    [InlineData("wrong-formats", "run null --format csv --json")]
    [InlineData("wrong-measure", "compare null autarky --measure real_incom_pct")]
    [InlineData("wrong-missing", "compare null")]
    [InlineData("wrong-pack", "run china-central-asai")]
    [InlineData("wrong-replication", "replicate cp2051")]
    [InlineData("wrong-baseline", "run null --baseline world-2032")]
    public void Call_reads_as_approved(string name, string args) =>
        ApprovedText.Check(
            name, CommandCall.Run(args.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Transcript());

    [Fact]
    public void Help_shows_an_example_of_every_command()
    {
        var help = CommandCall.Run("--help").Out;
        Assert.StartsWith("Examples:\n", help);
        Assert.Equal(CommandCall.Run("help").Out, help);
        foreach (var command in Caravan.Cli.HelpText.Examples)
        {
            var words = command.Key.Split(' ');
            Assert.True(words.Length > 1 || help.Contains(command.Value[0]), command.Key);
            Assert.StartsWith($"Examples:\n  {command.Value[0]}\n", CommandCall.Run([.. words, "--help"]).Out);
        }
    }

    [Fact]
    public void Version_is_the_only_thing_printed() =>
        Assert.Equal($"{Caravan.Reporting.ProductVersion.Text}\n", CommandCall.Run("--version").Out);

    [Fact]
    public void List_has_everything_that_ships()
    {
        var call = CommandCall.Run("list");
        Assert.Equal(0, call.ExitCode);
        foreach (var name in Caravan.Scenarios.Packs.Names
            .Concat(Caravan.Data.Loading.Baselines.Names)
            .Concat(Caravan.Scenarios.Levers.All.Select(lever => lever.Name)))
        {
            Assert.Contains(name, call.Out);
        }
        using var json = JsonDocument.Parse(CommandCall.Run("list", "--json").Out);
        Assert.Equal("caravan-catalogue/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(
            Caravan.Scenarios.Levers.All.Length, json.RootElement.GetProperty("levers").GetArrayLength());
        Assert.All(call.Out.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void List_reads_as_approved() => ApprovedText.Check("list", CommandCall.Run("list").Transcript());

    [Fact]
    public void Check_right_scenario_reads_as_approved() =>
        ApprovedText.Check(
            "check", CommandCall.Run("check", tiny.FreerTrade).Transcript((tiny.Folder, "FOLDER")));

    [Fact]
    public void Check_wrong_scenario_reads_as_approved()
    {
        var call = CommandCall.Run("check", tiny.Wrong, "--baseline", tiny.Baseline);
        ApprovedText.Check("check-wrong", call.Transcript((tiny.Folder, "FOLDER")));
        using var json = JsonDocument.Parse(
            CommandCall.Run("check", tiny.Wrong, "--baseline", tiny.Baseline, "--json").Out);
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
        var issues = json.RootElement.GetProperty("scenarios")[0].GetProperty("issues").EnumerateArray();
        Assert.All(issues, issue => Assert.True(issue.GetProperty("line").GetInt32() > 0));
    }

    [Fact]
    public void Compare_reads_as_approved() =>
        ApprovedText.Check("compare", CommandCall.Run("compare", tiny.FreerTrade, tiny.ClosedTrade).Transcript());

    [Fact]
    public void Compare_formats_tell_the_same_numbers()
    {
        var rows = WriterTests.ReadCsv(CommandCall.Run(
            "compare", tiny.FreerTrade, tiny.ClosedTrade, "--measure", "exports_pct", "--format", "csv").Out);
        Assert.Equal(
            ["economy", "name", "member",
                "exports_pct_freer_trade", "exports_pct_closed_trade", "exports_pct_difference"],
            rows[0]);
        Assert.Equal(["AAA", "BBB", "CCC"], rows.Skip(1).Select(row => row[0]));
        using var json = JsonDocument.Parse(CommandCall.Run(
            "compare", tiny.FreerTrade, tiny.ClosedTrade, "--measure", "exports_pct", "--json").Out);
        var first = json.RootElement.GetProperty("economies")[0];
        Assert.Equal(rows[1][3], first.GetProperty("exports_pct_freer_trade").GetRawText());
    }

    [Fact]
    public void Compare_two_files_of_one_name_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(tiny.Folder, "other"));
        var twin = tiny.Write(Path.Combine("other", "freer-trade.yaml"), File.ReadAllText(tiny.FreerTrade));
        var call = CommandCall.Run("compare", tiny.FreerTrade, twin);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("two scenarios have this name", call.Error);
    }
}
