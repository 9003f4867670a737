using System.Text.Json;
using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Tests.Data;

namespace Caravan.Tests.Cli;

public class DataCommandTests(TinyBaseline tiny) : IClassFixture<TinyBaseline>
{
    [Theory]
    [InlineData("data-help", "data --help")]
    [InlineData("data-show", "data show tiny.caravan")]
    [InlineData("data-show-economy", "data show tiny AAA")]
    [InlineData("data-show-aggregate", "data show tiny CCC")]
    [InlineData("data-show-unknown", "data show tiny CCD")]
    [InlineData("data-check", "data check tiny")]
    [InlineData("data-unknown", "data show wrld-2023")]
    [InlineData("data-build-unknown", "data build world-2032")]
    [InlineData("data-build-missing", "data build world-2023 --sources tiny/nowhere")]
    public void Call_reads_as_approved(string name, string args) =>
        ApprovedText.Check(name, CommandCall.Run([.. args.Split(' ').Select(Place)]).Transcript((tiny.Root, "")));

    [Fact]
    public void Show_finds_economies_by_name_and_ignores_case()
    {
        var byCode = CommandCall.Run("data", "show", tiny.Folder, "BBB");
        Assert.Equal(byCode, CommandCall.Run("data", "show", tiny.Folder, "bbb"));
        Assert.Equal(byCode, CommandCall.Run("data", "show", tiny.Folder, "borland"));
    }

    [Fact]
    public void Show_lines_fit_a_hundred_columns()
    {
        string[][] calls = [["show", tiny.Folder], ["show", tiny.Folder, "AAA"], ["check", tiny.Folder]];
        foreach (var call in calls)
        {
            var lines = CommandCall.Run(["data", .. call]).Out.Split('\n');
            Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        }
    }

    [Fact]
    public void Show_as_json_names_its_schema_and_tables()
    {
        using var json = JsonDocument.Parse(CommandCall.Run("data", "show", tiny.Folder, "AAA", "--json").Out);
        Assert.Equal("caravan-economy/1", json.RootElement.GetProperty("schema").GetString());
        var goods = json.RootElement.GetProperty("sectors")[0];
        Assert.Equal(30, goods.GetProperty("exports_musd").GetDouble());
        Assert.Equal(45, goods.GetProperty("imports_musd").GetDouble());
        Assert.Equal(10, goods.GetProperty("tariff_applied_pct").GetDouble(), 1e-9);
        Assert.Equal(100 * (20 * 0.05 + 10 * 0.02) / 30, goods.GetProperty("tariff_faced_pct").GetDouble(), 1e-9);
        Assert.Equal(100 * 100 / 149.5, goods.GetProperty("home_share_pct").GetDouble(), 1e-9);
    }

    [Fact]
    public void Export_then_import_gives_the_same_baseline_and_file()
    {
        Assert.Equal(0, CommandCall.Run("data", "export", tiny.PackedFile, tiny.File("out")).ExitCode);
        var call = CommandCall.Run("data", "import", tiny.File("out"), tiny.File("back.caravan"));
        Assert.Equal((0, ""), (call.ExitCode, call.Out));
        Assert.Equal(File.ReadAllBytes(tiny.PackedFile), File.ReadAllBytes(tiny.File("back.caravan")));
    }

    [Fact]
    public void Export_and_import_in_the_layout_of_kite()
    {
        Assert.Equal(0, CommandCall.Run("data", "export", tiny.Folder, tiny.File("kite"), "--layout", "kite").ExitCode);
        Assert.Equal(0, CommandCall.Run("data", "check", tiny.File("kite")).ExitCode);
        Assert.Equal(0, CommandCall.Run(
            "data", "import", tiny.File("kite"), tiny.File("kite.caravan"), "--layout", "kite").ExitCode);
        Assert.Equal(50, BaselineFile.Read(tiny.File("kite.caravan")).Trade[0, 2, 1], 1e-12);
        // the layout has no marks of estimates, so nothing is said about how many there are
        Assert.Contains("none of it in cells marked as estimates",
            CommandCall.Run("data", "show", tiny.File("kite.caravan")).Out.ReplaceLineEndings(" "));
    }

    [Fact]
    public void Aggregate_to_a_folder_and_to_a_file_is_the_same()
    {
        File.WriteAllText(tiny.File("map.csv"), "economy,group,name\nBBB,BC,The large ones\nCCC,BC,The large ones\n");
        string[] call =
            ["data", "aggregate", tiny.Folder, "--economies", tiny.File("map.csv"), "--sectors", "all", "--out"];
        Assert.Equal(0, CommandCall.Run([.. call, tiny.File("two")]).ExitCode);
        Assert.Equal(0, CommandCall.Run([.. call, tiny.File("two.caravan")]).ExitCode);
        var two = Baselines.Load(tiny.File("two"));
        SameBaseline.Assert(two, Baselines.Load(tiny.File("two.caravan")));
        Assert.Equal(["Aland", "The large ones"], two.Economies.Select(economy => economy.Name));
        Assert.Equal("All sectors", Assert.Single(two.Sectors).Name);
        Assert.All(BaselineCheck.Check(two).Identities, figure => Assert.InRange(figure.LargestViolation, 0, 1e-12));
    }

    [Fact]
    public void Check_a_bad_folder_lists_every_problem_and_fails()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("trade.csv", lines => [.. lines.Select(line => line.Replace("AAA,BBB,20,", "AAA,BBC,20,"))]);
        folder.Rewrite("macro.csv", lines => [.. lines.Select(line => line.Replace("AAA,", "AAA,-"))]);
        var call = CommandCall.Run("data", "check", folder.Path);
        Assert.Equal((2, ""), (call.ExitCode, call.Out));
        Assert.Equal("""
            trade.csv:3: destination is "BBC", an unknown economy; did you mean BBB?
            macro.csv:2: value_added_musd is -156 for AAA; more than zero is expected

            """, call.Error);
    }

    [Fact]
    public void Check_data_off_equilibrium_warn_with_line_and_can_be_used()
    {
        using var folder = new TemporaryFolder();
        BaselineFolder.Write(TinyWorld.Create(), folder.Path);
        folder.Rewrite("macro.csv", lines => [.. lines.Select(line => line.Replace("AAA,156,", "AAA,160,"))]);
        var check = CommandCall.Run("data", "check", folder.Path);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("tiny: no errors, 2 warnings", check.Out);
        Assert.Contains("Warning: macro.csv:2: not an equilibrium: value added of AAA: found 160,", check.Out);
        var show = CommandCall.Run("data", "show", folder.Path, "AAA");
        Assert.Equal(0, show.ExitCode);
        Assert.Contains("caravan: warning: macro.csv:2: not an equilibrium", show.Error);
    }

    [Fact]
    public void List_names_what_ships()
    {
        var call = CommandCall.Run("data", "list");
        Assert.Equal(0, call.ExitCode);
        Assert.All(Baselines.Names, name => Assert.Contains(name, call.Out));
    }

    private string Place(string word) => word switch
    {
        "tiny" => tiny.Folder,
        "tiny.caravan" => tiny.PackedFile,
        "tiny/nowhere" => Path.Combine(tiny.Folder, "nowhere"),
        _ => word,
    };
}
