using System.Globalization;
using System.Text.Json;
using Caravan.Tests.Reporting;

namespace Caravan.Tests.Cli;

public class RunCommandTests(TinyScenario tiny) : IClassFixture<TinyScenario>
{
    [Fact]
    public void Run_reads_as_approved() =>
        ApprovedText.Check("run", CommandCall.Run("run", tiny.FreerTrade).Transcript());

    [Fact]
    public void Run_every_model_reads_as_approved() =>
        ApprovedText.Check("run-model-all", CommandCall.Run("run", tiny.FreerTrade, "--model", "all").Transcript());

    public static TheoryData<string> Packs => [.. Caravan.Scenarios.Packs.Names];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Run_pack_reads_well_at_100_columns(string pack)
    {
        var call = CommandCall.Run("run", pack);
        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.All(call.Out.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.DoesNotMatch(@"-0\.?0*(\s|$)", call.Out);
        Assert.Contains("Converged: residual ", call.Out);
        Assert.Contains("\nWorld ", call.Out);
    }

    [Fact]
    public void Run_shows_members_that_lose()
    {
        var call = CommandCall.Run("run", tiny.ClosedTrade);
        Assert.Equal(0, call.ExitCode);
        Assert.Matches(@"Aland +-\d", call.Out);
    }

    [Fact]
    public void Run_formats_tell_the_same_numbers()
    {
        var csv = WriterTests.ReadCsv(CommandCall.Run("run", tiny.FreerTrade, "--format", "csv").Out);
        using var json = JsonDocument.Parse(CommandCall.Run("run", tiny.FreerTrade, "--json").Out);
        var economies = json.RootElement.GetProperty("economies");
        Assert.Equal(csv.Count - 1, economies.GetArrayLength());
        Assert.Equal(
            csv[1][4],
            economies[0].GetProperty("real_income_pct").GetDouble().ToString("R", CultureInfo.InvariantCulture));
        Assert.True(json.RootElement.GetProperty("timings").GetProperty("solve_ms").GetDouble() >= 0);
        var markdown = CommandCall.Run("run", tiny.FreerTrade, "--format", "markdown");
        Assert.StartsWith("# Freer trade\n", markdown.Out);
        var workbook = CommandCall.Run("run", tiny.FreerTrade, "--format", "xlsx");
        Assert.StartsWith("PK", workbook.Out);
    }

    [Fact]
    public void Run_several_prints_one_table_with_their_names_in_front()
    {
        var rows = WriterTests.ReadCsv(
            CommandCall.Run("run", tiny.FreerTrade, tiny.ClosedTrade, "--format", "csv").Out);
        Assert.Equal(["scenario", "model", "economy"], rows[0][..3]);
        Assert.Equal(["Freer trade", "Closed trade"], rows.Skip(1).Select(row => row[0]).Distinct());
        using var json = JsonDocument.Parse(CommandCall.Run("run", tiny.FreerTrade, tiny.ClosedTrade, "--json").Out);
        Assert.Equal(2, json.RootElement.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public void Run_out_writes_a_bundle_that_runs_again_to_the_same_numbers()
    {
        var first = Path.Combine(tiny.Folder, "first");
        var again = Path.Combine(tiny.Folder, "again");
        Assert.Equal(0, CommandCall.Run("run", tiny.FreerTrade, "--out", first).ExitCode);
        var resolved = Path.Combine(first, "scenario.yaml");
        var call = CommandCall.Run("run", resolved, "--baseline", tiny.Baseline, "--out", again);
        Assert.Equal(0, call.ExitCode);
        // before it may stand that there is no report without the built page
        Assert.EndsWith($"caravan: wrote {again}\n", call.Error);
        Assert.Equal(File.Exists(Path.Combine(again, "report.html")), !call.Error.Contains("left out"));
        Assert.Equal(
            File.ReadAllText(Path.Combine(first, "economies.csv")),
            File.ReadAllText(Path.Combine(again, "economies.csv")));
    }

    [Fact]
    public void Run_out_of_the_same_inputs_is_the_same_bytes()
    {
        var (first, second) = (Path.Combine(tiny.Folder, "one"), Path.Combine(tiny.Folder, "two"));
        CommandCall.Run("run", tiny.FreerTrade, "--out", first);
        CommandCall.Run("run", tiny.FreerTrade, "--out", second);
        foreach (var file in Directory.GetFiles(first))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(second, Path.GetFileName(file))));
        }
    }

    [Fact]
    public void Run_out_several_scenarios_and_models_makes_a_folder_each()
    {
        var folder = Path.Combine(tiny.Folder, "many");
        var call = CommandCall.Run("run", tiny.FreerTrade, tiny.ClosedTrade, "--model", "all", "--out", folder);
        Assert.Equal(0, call.ExitCode);
        Assert.True(File.Exists(Path.Combine(folder, "closed-trade", "one-sector", "results.xlsx")));
        Assert.True(File.Exists(Path.Combine(folder, "freer-trade", "input-output", "economies.csv")));
    }

    [Fact]
    public void Run_set_and_options_change_the_result()
    {
        var plain = Csv();
        Assert.NotEqual(plain, Csv("--set", "tariffs.to=3%"));
        Assert.NotEqual(plain, Csv("--closure", "zero"));
        Assert.NotEqual(plain, Csv("--elasticities", "uniform"));
        Assert.NotEqual(plain, Csv("--model", "one-sector"));

        string Csv(params string[] options)
        {
            var call = CommandCall.Run(["run", tiny.FreerTrade, "--format", "csv", .. options]);
            Assert.Equal(0, call.ExitCode);
            return call.Out;
        }
    }

    [Fact]
    public void Run_without_equilibrium_exits_1_and_shows_and_writes_no_result()
    {
        var impossible = tiny.Write("impossible.yaml", $$"""
            caravan: 1
            name: Impossible
            baseline: {{tiny.Baseline}}
            members: [AAA]
            actions:
              - {id: debts, lever: deficit, economies: [AAA], to: -100%, source: invented}
            """);
        var folder = Path.Combine(tiny.Folder, "nothing");
        var call = CommandCall.Run("run", impossible, "--out", folder);
        ApprovedText.Check("run-not-converged", call.Transcript());
        Assert.False(Directory.Exists(folder));
        using var json = JsonDocument.Parse(CommandCall.Run("run", impossible, "--json").Out);
        Assert.False(json.RootElement.TryGetProperty("economies", out _));
        Assert.Equal(1, CommandCall.Run("compare", impossible, tiny.FreerTrade).ExitCode);
    }

    [Fact]
    public void Run_wrong_scenario_names_every_problem() =>
        ApprovedText.Check(
            "run-wrong", CommandCall.Run("run", tiny.Wrong).Transcript((tiny.Folder, "FOLDER")));

    [Fact]
    public void Run_out_to_a_foreign_folder_exits_3_and_touches_nothing()
    {
        var folder = Path.Combine(tiny.Folder, "foreign");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "thesis.txt"), "years of work");
        var call = CommandCall.Run("run", tiny.FreerTrade, "--out", folder);
        Assert.Equal(3, call.ExitCode);
        Assert.Contains("not a result bundle", call.Error);
        Assert.Equal("years of work", File.ReadAllText(Path.Combine(folder, "thesis.txt")));
    }

    [Fact]
    public void Run_cancelled_exits_130()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var call = CommandCall.Run(stop.Token, "run", tiny.FreerTrade);
        Assert.Equal((130, "", "caravan: cancelled; nothing was written\n"), (call.ExitCode, call.Out, call.Error));
    }
}
