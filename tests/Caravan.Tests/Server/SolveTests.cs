using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Server.Hosting;
using Caravan.Tests.Cli;

namespace Caravan.Tests.Server;

public class SolveTests(RunningServer server) : IClassFixture<RunningServer>
{
    // the solver's tolerance is 1e-10; results in per cent may differ by some hundred times that
    private const double WarmStartPct = 1e-6;

    [Theory]
    [InlineData("china-central-asia", null)]
    [InlineData("tariff-war", "one-sector")]
    public async Task Solve_gives_the_numbers_of_the_command_line(string pack, string? model)
    {
        var answer = await server.Post("/api/v1/solve", new { yaml = Packs.Read(pack), model });
        var call = CommandCall.Run(["run", pack, "--json", .. model is null ? [] : new[] { "--model", model }]);
        Assert.True(JsonNode.DeepEquals(Timeless(answer), Timeless(JsonDocument.Parse(call.Out).RootElement)));
    }

    [Fact]
    public async Task Solve_gives_the_same_for_both_forms_of_a_scenario()
    {
        var pack = await server.Get("/api/v1/packs/tariff-war");
        var (scenario, yaml) = (pack.GetProperty("scenario"), pack.GetProperty("yaml"));
        var fromJson = await server.Post("/api/v1/solve", new { scenario, model = "one-sector" });
        var fromYaml = await server.Post("/api/v1/solve", new { yaml, model = "one-sector" });
        Assert.True(JsonNode.DeepEquals(Timeless(fromJson), Timeless(fromYaml)));
    }

    [Fact]
    public async Task Solve_reads_any_letter_from_json()
    {
        var scenario = new
        {
            caravan = 1,
            name = "Ёлка 丝绸之路 🚂 \"quoted\" \\ back: # {x}",
            members = new[] { "KAZ", "uzbekistan" },
            actions = new[] { new { id = "a", lever = "tariff", change = "-50%" } },
        };
        var answer = await server.Post("/api/v1/solve", new { scenario, model = "one-sector" });
        Assert.Equal(scenario.name, answer.GetProperty("scenario").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Solve_writes_only_the_fields_asked_for()
    {
        var answer = await server.Post(
            "/api/v1/solve", new { yaml = Question.Small, fields = new[] { "economies", "groups" } });
        var arrays = answer.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Array)
            .Select(one => one.Name);
        Assert.Equal(["groups", "economies"], arrays);
        Assert.Equal("one-sector", answer.GetProperty("options").GetProperty("model").GetString());
    }

    [Fact]
    public async Task Solve_writes_rows_as_arrays_with_the_same_cells()
    {
        string[] fields = ["economies", "groups", "sectors"];
        var objects = await server.Post("/api/v1/solve", new { yaml = Question.Small, fields });
        var arrays = await server.Post("/api/v1/solve", new { yaml = Question.Small, fields, rows = "arrays" });
        foreach (var field in fields)
        {
            var names = arrays.GetProperty(field).GetProperty("columns").EnumerateArray().Select(name => name.GetString()!);
            var rows = arrays.GetProperty(field).GetProperty("rows").EnumerateArray().Select(row => string.Join(',',
                names.Zip(row.EnumerateArray(), (name, cell) => $"{name}:{cell.GetRawText()}"))).ToList();
            Assert.NotEmpty(rows);
            Assert.Equal(objects.GetProperty(field).EnumerateArray().Select(row => string.Join(',',
                row.EnumerateObject().Select(cell => $"{cell.Name}:{cell.Value.GetRawText()}"))), rows);
        }
    }

    [Fact]
    public async Task Solve_picks_flows()
    {
        var answer = await server.Post("/api/v1/solve", new
        {
            yaml = Packs.Read("tariff-war"),
            fields = new[] { "flows" },
            flows = new { origins = new[] { "CHN" }, destinations = new[] { "USA" } },
        });
        var rows = answer.GetProperty("flows").EnumerateArray().ToArray();
        Assert.True(rows.Length > 1);
        Assert.All(rows, row => Assert.Equal(("CHN", "USA"),
            (row.GetProperty("origin").GetString(), row.GetProperty("destination").GetString())));
        var total = await server.Post("/api/v1/solve", new
        {
            yaml = Packs.Read("tariff-war"),
            fields = new[] { "flows" },
            flows = new { origins = new[] { "CHN" }, destinations = new[] { "usa" }, total = true },
        });
        var sum = Assert.Single(total.GetProperty("flows").EnumerateArray().ToArray());
        Assert.Equal(rows.Sum(row => row.GetProperty("new_musd").GetDouble()),
            sum.GetProperty("new_musd").GetDouble(), 1e-6);
        var all = await server.Post("/api/v1/solve",
            new { yaml = Packs.Read("tariff-war"), fields = new[] { "flows" } }, HttpStatusCode.BadRequest);
        Assert.Contains("20000", all.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Solve_from_a_warm_start_takes_fewer_sweeps_to_the_same_answer()
    {
        var before = await server.Post("/api/v1/solve", new { yaml = Packs.Read("china-central-asia") });
        // a lever was dragged a little
        var yaml = Packs.Read("china-central-asia").Replace("change: -50%", "change: -51%");
        Assert.NotEqual(Packs.Read("china-central-asia"), yaml);
        var cold = await server.Post("/api/v1/solve", new { yaml });
        var warm = await server.Post("/api/v1/solve",
            new { yaml, warm_start = before.GetProperty("warm_start").GetString() });
        Assert.True(warm.GetProperty("iterations").GetInt32() < cold.GetProperty("iterations").GetInt32());
        AssertNear(cold, warm);
    }

    [Fact]
    public async Task Solve_does_not_depend_on_a_lost_or_foreign_token()
    {
        var cold = await server.Post("/api/v1/solve", new { yaml = Question.Small });
        var other = await server.Post("/api/v1/solve", new { yaml = Question.Small, model = "multi-sector" });
        foreach (var token in new[] { "lost", "", new string('f', 5000), other.GetProperty("warm_start").GetString()! })
        {
            var answer = await server.Post("/api/v1/solve", new { yaml = Question.Small, warm_start = token });
            Assert.True(JsonNode.DeepEquals(Timeless(cold), Timeless(answer)));
        }
    }

    [Fact]
    public async Task Solve_that_finds_no_equilibrium_has_a_status_and_no_rows()
    {
        var answer = await server.Post("/api/v1/solve", new { yaml = Question.Ruinous });
        Assert.NotEqual("converged", answer.GetProperty("status").GetString());
        Assert.False(answer.TryGetProperty("economies", out _));
        Assert.False(answer.TryGetProperty("warm_start", out _));
        await server.Post("/api/v1/saved", new { yaml = Question.Ruinous }, HttpStatusCode.UnprocessableEntity);
        await server.Post("/api/v1/bundle", new { yaml = Question.Ruinous }, HttpStatusCode.UnprocessableEntity);
        await server.Post("/api/v1/compare", new
        {
            items = new[] { new { label = "a", yaml = Question.Small }, new { label = "b", yaml = Question.Ruinous } },
        }, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Solve_splits_a_small_package_by_action()
    {
        var answer = await server.Post("/api/v1/solve",
            new { yaml = Question.Large(2), decompose = true, fields = new[] { "decomposition" } });
        Assert.Equal(2 * 159, answer.GetProperty("decomposition").GetArrayLength());
    }

    [Fact]
    public async Task Check_tells_every_problem_with_its_line()
    {
        var check = await server.Post("/api/v1/check", new { yaml = Question.Small });
        Assert.True(check.GetProperty("ok").GetBoolean());
        Assert.Equal(1, check.GetProperty("scenario").GetProperty("caravan").GetInt32());
        var wrong = Question.Small.Replace("KAZ", "KZA").Replace("lever: tariff", "lever: tarif");
        var answer = await server.Post("/api/v1/check", new { yaml = wrong });
        Assert.False(answer.GetProperty("ok").GetBoolean());
        var issues = answer.GetProperty("issues").EnumerateArray().ToArray();
        Assert.Equal([4, 6], issues.Select(issue => issue.GetProperty("line").GetInt32()));
        Assert.Contains("tariff", issues[1].GetProperty("repair").GetString());
        var solve = await server.Post("/api/v1/solve", new { yaml = wrong }, HttpStatusCode.BadRequest);
        Assert.Equal(2, solve.GetProperty("issues").GetArrayLength());
    }

    [Fact]
    public async Task Compare_is_the_document_of_the_command()
    {
        var answer = await server.Post("/api/v1/compare", new
        {
            items = new[]
            {
                new { label = "null", yaml = Packs.Read("null"), model = "one-sector" },
                new { label = "tariff-war", yaml = Packs.Read("tariff-war"), model = "one-sector" },
            },
        });
        var call = CommandCall.Run("compare", "null", "tariff-war", "--model", "one-sector", "--json");
        Assert.True(JsonNode.DeepEquals(Timeless(answer), Timeless(JsonDocument.Parse(call.Out).RootElement)));
    }

    [Fact]
    public async Task Route_is_the_document_of_the_command()
    {
        var answer = await server.Post(
            "/api/v1/route", new { from = "Shanghai", to = "Rotterdam", avoid = new[] { "suez" } });
        var call = CommandCall.Run("route", "Shanghai", "Rotterdam", "--avoid", "suez", "--json");
        Assert.True(JsonNode.DeepEquals(Timeless(answer), Timeless(JsonDocument.Parse(call.Out).RootElement)));
        var built = await server.Post("/api/v1/route",
            new { from = "Kashgar", to = "Andijan", mode = "rail", yaml = Packs.Read("china-central-asia") });
        Assert.True(built.GetProperty("days").GetDouble() > 0);
        string[] neighbours =
            ["KAZ", "RUS", "MNG", "KGZ", "TJK", "AFG", "PAK", "IND", "NPL", "BTN", "MMR", "LAO", "VNM", "PRK"];
        var none = await server.Post("/api/v1/route",
            new { from = "Shanghai", to = "Rotterdam", mode = "road", avoid = neighbours },
            HttpStatusCode.UnprocessableEntity);
        Assert.Contains("no way", none.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Bundle_holds_the_files_of_the_command()
    {
        using var answer = await server.Client.PostAsJsonAsync(
            "/api/v1/bundle", new { yaml = Question.Small, name = "my.results" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("my.results.zip", answer.Content.Headers.ContentDisposition!.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var folder = new TemporaryFolder();
        var result = ScenarioRunner.Run(ScenarioFile.Parse(Question.Small, "scenario"),
            Baselines.Load("world-2023"))[0];
        var page = WebReport.Of(null).Page;
        Bundle.Write(folder.File("bundle"), [new BundlePart("", result)], page);
        var written = new DirectoryInfo(folder.File("bundle")).GetFiles()
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        Assert.Equal(written.Select(file => file.Name),
            archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        foreach (var file in written)
        {
            using var content = new MemoryStream();
            archive.GetEntry(file.Name)!.Open().CopyTo(content);
            Assert.Equal(File.ReadAllBytes(file.FullName), content.ToArray());
        }
    }

    [Fact]
    public async Task Bundle_gives_one_file_that_is_asked_for()
    {
        using var answer = await server.Client.PostAsJsonAsync(
            "/api/v1/bundle", new { yaml = Question.Small, file = "economies.csv" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("economies.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        var result = ScenarioRunner.Run(ScenarioFile.Parse(Question.Small, "scenario"),
            Baselines.Load("world-2023"))[0];
        var expected = new StringWriter();
        CsvTables.Write(RunTables.Economies(result), expected);
        Assert.Equal(expected.ToString(), await answer.Content.ReadAsStringAsync());
        foreach (var file in new[] { "decomposition.csv", "../run.json", "" })
        {
            await server.Post("/api/v1/bundle", new { yaml = Question.Small, file }, HttpStatusCode.NotFound);
        }
    }

    private static void AssertNear(JsonElement one, JsonElement other)
    {
        foreach (var (a, b) in one.GetProperty("economies").EnumerateArray()
            .Zip(other.GetProperty("economies").EnumerateArray()))
        {
            foreach (var measure in new[] { "real_income_pct", "exports_pct" })
            {
                Assert.Equal(a.GetProperty(measure).GetDouble(), b.GetProperty(measure).GetDouble(), WarmStartPct);
            }
        }
    }

    private static JsonObject Timeless(JsonElement document)
    {
        var copy = JsonObject.Create(document)!;
        copy.Remove("timings");
        copy.Remove("warm_start");
        return copy;
    }
}
