using System.Net;
using System.Text.Json;
using Caravan.Data.Loading;
using Caravan.Scenarios;
using Caravan.Server.Endpoints;

namespace Caravan.Tests.Server;

public class CatalogueTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Baselines_are_those_of_the_library()
    {
        var rows = (await server.Get("/api/v1/baselines")).EnumerateArray().ToArray();
        Assert.Equal(Baselines.Names, rows.Select(row => row.GetProperty("name").GetString()));
        var world = Baselines.Load(Baselines.Names[0]);
        Assert.Equal(world.ContentHash, rows[0].GetProperty("hash").GetString());
        Assert.Equal(world.Economies.Length, rows[0].GetProperty("economies").GetInt32());
        Assert.Equal(world.Sets.Select(set => set.Name),
            rows[0].GetProperty("sets").EnumerateArray().Select(set => set.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Economies_and_sectors_have_the_data_of_the_baseline()
    {
        var world = Baselines.Load("world-2023");
        var economies = (await server.Get("/api/v1/baselines/world-2023/economies")).EnumerateArray().ToArray();
        Assert.Equal(world.Economies.Select(economy => economy.Code),
            economies.Select(row => row.GetProperty("economy").GetString()));
        var at = world.IndexOfEconomy("KAZ");
        Assert.Equal(world.Gdp[at], economies[at].GetProperty("gdp_musd").GetDouble());
        Assert.Equal(world.Population[at], economies[at].GetProperty("population").GetDouble());
        Assert.True(economies[at].GetProperty("landlocked").GetBoolean());
        Assert.Contains("eaeu", economies[at].GetProperty("sets").EnumerateArray().Select(set => set.GetString()));
        var sectors = (await server.Get("/api/v1/baselines/world-2023/sectors")).EnumerateArray();
        Assert.Equal(world.Sectors.Select(sector => (sector.Code, sector.IsService)), sectors.Select(row =>
            (row.GetProperty("sector").GetString()!, row.GetProperty("is_service").GetBoolean())));
    }

    [Fact]
    public async Task Packs_read_back_as_the_same_scenario_in_both_forms()
    {
        var rows = (await server.Get("/api/v1/packs")).EnumerateArray().ToArray();
        Assert.Equal(Packs.Names, rows.Select(row => row.GetProperty("name").GetString()));
        var world = Baselines.Load("world-2023");
        foreach (var row in rows)
        {
            var name = row.GetProperty("name").GetString()!;
            var pack = await server.Get($"/api/v1/packs/{name}");
            Assert.Equal(Packs.Read(name), pack.GetProperty("yaml").GetString());
            var json = ScenarioFile.Resolve(ScenarioFile.Parse(pack.GetProperty("scenario").GetRawText(), name), world);
            var yaml = ScenarioFile.Resolve(ScenarioFile.Load(name), world);
            Assert.Equal(yaml.ToYaml(), json.ToYaml());
            Assert.Equal(yaml.Members, row.GetProperty("members").EnumerateArray().Select(code => code.GetString()!));
            Assert.Equal(yaml.Actions.Select(action => action.Id),
                row.GetProperty("actions").EnumerateArray().Select(id => id.GetString()!));
        }
    }

    [Fact]
    public async Task Levers_have_a_group_and_every_field_of_the_table()
    {
        var rows = (await server.Get("/api/v1/levers")).EnumerateArray().ToArray();
        Assert.Equal(Levers.All.Select(lever => lever.Name), rows.Select(row => row.GetProperty("lever").GetString()));
        foreach (var (lever, row) in Levers.All.Zip(rows))
        {
            Assert.NotNull(LeverEndpoints.GroupOf(lever.Name));
            var fields = row.GetProperty("fields").EnumerateArray().ToArray();
            Assert.Equal(lever.Fields.Select(field => field.Name),
                fields.Select(field => field.GetProperty("name").GetString()));
            foreach (var (field, contract) in lever.Fields.Zip(fields))
            {
                Assert.Equal(field.Meaning, contract.GetProperty("meaning").GetString());
                var minimum = contract.GetProperty("minimum");
                Assert.Equal(double.IsFinite(field.Minimum), minimum.ValueKind == JsonValueKind.Number);
                Assert.Equal(field.DefaultSource, contract.GetProperty("source").GetString());
            }
        }
        Assert.Equal("8.1%", rows.Single(row => row.GetProperty("lever").GetString() == "transport-cost")
            .GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "freight_share")
            .GetProperty("default_text").GetString());
    }

    [Theory]
    [InlineData("network/links", "mode", "km", "status")]
    [InlineData("network/links?mode=rail", "mode", "gauge_mm", "status")]
    [InlineData("network/crossings", "name", "road_hours", "economy_a")]
    [InlineData("network/ports", "name", "economy", "handling_hours")]
    [InlineData("network/passages", "name", "hours", "status")]
    [InlineData("network/cities", "name", "population", "economy")]
    [InlineData("projects", "name", "cost_musd", "source")]
    public async Task Layers_are_geojson_inside_the_world(string path, params string[] properties)
    {
        using var answer = await server.Client.GetAsync($"/api/v1/{path}");
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        var json = await RunningServer.Json(answer, HttpStatusCode.OK);
        Assert.Equal("FeatureCollection", json.GetProperty("type").GetString());
        var features = json.GetProperty("features").EnumerateArray().ToArray();
        Assert.NotEmpty(features);
        foreach (var feature in features)
        {
            Assert.Equal("Feature", feature.GetProperty("type").GetString());
            Assert.NotEqual("", feature.GetProperty("properties").GetProperty("id").GetString());
            if (feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry)
            {
                Assert.All(Positions(geometry.GetProperty("coordinates")), at =>
                    Assert.True(Math.Abs(at.Longitude) <= 180 && Math.Abs(at.Latitude) <= 90));
            }
        }
        // a property may be missing where nothing is known, but not everywhere
        Assert.All(properties, name =>
            Assert.Contains(features, feature => feature.GetProperty("properties").TryGetProperty(name, out _)));
    }

    private static IEnumerable<(double Longitude, double Latitude)> Positions(JsonElement coordinates) =>
        coordinates[0].ValueKind == JsonValueKind.Number
            ? [(coordinates[0].GetDouble(), coordinates[1].GetDouble())]
            : coordinates.EnumerateArray().SelectMany(Positions);

    [Fact]
    public async Task Projects_are_those_of_the_catalogue_and_nearly_all_are_drawn()
    {
        var features = (await server.Get("/api/v1/projects")).GetProperty("features").EnumerateArray().ToArray();
        var projects = TransportModel.Shipped.Tables.Projects;
        Assert.Equal(projects.Select(project => project.Id),
            features.Select(feature => feature.GetProperty("properties").GetProperty("project").GetString()));
        var drawn = features.Count(feature =>
            feature.GetProperty("geometry").ValueKind == JsonValueKind.Object);
        Assert.True(drawn > 0.9 * features.Length, $"{drawn} of {features.Length}");
        Assert.Contains(features, feature =>
            feature.GetProperty("properties").GetProperty("status").GetString() == "planned");
    }

    [Theory]
    [InlineData("baselines/world-2032/economies")]
    [InlineData("baselines/..%2F..%2Fetc/sectors")]
    [InlineData("baselines/%2Fetc%2Fpasswd/economies")]
    [InlineData("packs/..%2F..%2Fsecret")]
    [InlineData("packs/caravan.schema.json")]
    [InlineData("network/roads")]
    [InlineData("network/links?mode=air")]
    [InlineData("saved/no-id")]
    [InlineData("saved/00000000000000000000000000000000")]
    [InlineData("saved/' OR 1=1 --")]
    [InlineData("jobs/00000000000000000000000000000000")]
    [InlineData("jobs/00000000000000000000000000000000/events")]
    [InlineData("nothing")]
    public async Task Unknown_names_and_ids_are_told_as_such(string path) =>
        await server.Get($"/api/v1/{path}", HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/api/v1/levers")]
    [InlineData("/api/v1/network/ports")]
    [InlineData("/api/v1/packs/null")]
    [InlineData("/openapi/v1.json")]
    public async Task Reads_that_did_not_change_cost_no_body(string path)
    {
        using var first = await server.Client.GetAsync(path);
        Assert.True(first.Headers.ETag!.IsWeak);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await server.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/api/v1/levers", HttpStatusCode.OK)]
    [InlineData("/api/v1/packs/null", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/api/v1/jobs/00000000000000000000000000000000", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/solve", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/api/v1/jobs/00000000000000000000000000000000/events", HttpStatusCode.MethodNotAllowed)]
    public async Task Head_is_answered_as_get_without_a_body(string path, HttpStatusCode status)
    {
        using var head = await server.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, path), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(status, head.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            using var get = await server.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        }
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        // the connection is good for the next request
        await server.Get("/api/v1/levers");
    }

    [Fact]
    public async Task Description_names_every_path_of_the_contract()
    {
        var document = await server.Get("/openapi/v1.json");
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString());
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToArray();
        Assert.Equal(
            [
                "/api/v1/baselines", "/api/v1/baselines/{name}/economies", "/api/v1/baselines/{name}/sectors",
                "/api/v1/build", "/api/v1/bundle", "/api/v1/check", "/api/v1/compare", "/api/v1/discuss",
                "/api/v1/jobs",
                "/api/v1/jobs/{id}",
                "/api/v1/jobs/{id}/events", "/api/v1/levers", "/api/v1/network/{layer}", "/api/v1/packs",
                "/api/v1/packs/{name}", "/api/v1/projects", "/api/v1/route", "/api/v1/saved", "/api/v1/saved/{id}",
                "/api/v1/share", "/api/v1/solve", "/health", "/metrics", "/ready",
            ],
            paths.Order(StringComparer.Ordinal));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"));
        Assert.All(paths, path => Assert.Contains(path, page));
        var solve = document.GetProperty("components").GetProperty("schemas").GetProperty("SolveRequest");
        Assert.True(solve.GetProperty("properties").TryGetProperty("warm_start", out _));
    }
}
