using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Server.Hosting;
using Caravan.Server.Storage;
using Dapper;

namespace Caravan.Tests.Server;

/// <summary>What must hold on every database; the tests of each call these steps.</summary>
internal static class StorageSteps
{
    public static async Task Saved_result_reopens_exactly_as_it_was_seen(ServeOptions options)
    {
        await using var server = await RunningServer.Start(options);
        var body = new { yaml = Packs.Read("tariff-war"), title = "Tariffs & counter-tariffs: 关税 🚢" };
        var saved = await server.Post("/api/v1/saved", body, HttpStatusCode.Created);
        var again = await server.Post("/api/v1/saved", body, HttpStatusCode.Created);
        var url = saved.GetProperty("url").GetString()!;
        Assert.Equal(url, again.GetProperty("url").GetString());
        var other = await server.Post(
            "/api/v1/saved", new { body.yaml, title = "Another title" }, HttpStatusCode.Created);
        Assert.NotEqual(url, other.GetProperty("url").GetString());
        await using (var connection = await server.Service<Database>().Connect())
        {
            Assert.Equal(2, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM saved"));
        }
        var found = await server.Get(url);
        var result = ScenarioRunner.Run(
            ScenarioFile.Parse(body.yaml, "scenario"), Baselines.Load("world-2023"))[0];
        using var document = new MemoryStream();
        RunDocument.Write([result], document);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(document.ToArray()),
            JsonObject.Create(found.GetProperty("result"))));
        Assert.Equal(body.title, found.GetProperty("title").GetString());
        Assert.Equal(result.BaselineHash, found.GetProperty("baseline").GetProperty("hash").GetString());
        Assert.Equal(ProductVersion.Text, found.GetProperty("caravan").GetString());
        Assert.True(found.GetProperty("same_version").GetBoolean() && found.GetProperty("same_data").GetBoolean());
        Assert.Equal(result.Scenario.ToYaml(), found.GetProperty("yaml").GetString());
        // the scenario in it solves to the same result
        var solved = await server.Post("/api/v1/solve", new { scenario = found.GetProperty("scenario") });
        Assert.True(JsonElement.DeepEquals(
            found.GetProperty("result").GetProperty("economies"), solved.GetProperty("economies")));
    }

    public static async Task Saved_result_of_another_version_and_data_says_so(ServeOptions options)
    {
        await using var server = await RunningServer.Start(options);
        var saved = await server.Post("/api/v1/saved", new { yaml = Question.Small }, HttpStatusCode.Created);
        await using (var connection = await server.Service<Database>().Connect())
        {
            await connection.ExecuteAsync("UPDATE saved SET version = '0.0.1', baseline_hash = 'older'");
        }
        var found = await server.Get(saved.GetProperty("url").GetString()!);
        Assert.Equal(ProductVersion.Text, found.GetProperty("now").GetProperty("caravan").GetString());
        Assert.Equal(64, found.GetProperty("now").GetProperty("baseline_hash").GetString()!.Length);
        Assert.False(found.GetProperty("same_version").GetBoolean() || found.GetProperty("same_data").GetBoolean());
        Assert.Equal("0.0.1", found.GetProperty("caravan").GetString());
        Assert.Equal(159, found.GetProperty("result").GetProperty("economies").GetArrayLength());
    }

    public static async Task Saved_result_keeps_the_flows_that_were_asked_for(ServeOptions options)
    {
        await using var server = await RunningServer.Start(options);
        var flows = new { origins = new[] { "KAZ" }, total = true };
        var saved = await server.Post(
            "/api/v1/saved", new { yaml = Question.Small, flows }, HttpStatusCode.Created);
        using var first = await server.Client.GetAsync(saved.GetProperty("url").GetString()!);
        var kept = (await RunningServer.Json(first, HttpStatusCode.OK)).GetProperty("result");
        var solved = await server.Post("/api/v1/solve", new { yaml = Question.Small, fields = new[] { "flows" }, flows });
        Assert.True(JsonElement.DeepEquals(solved.GetProperty("flows"), kept.GetProperty("flows")));
        // whether the server would compute it again may change, so a cache must ask, and is told when nothing did
        Assert.Contains("no-cache", first.Headers.CacheControl!.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, saved.GetProperty("url").GetString()!);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await server.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    public static async Task Schema_is_made_once_and_a_newer_one_is_refused(ServeOptions options)
    {
        for (var start = 0; start < 2; start++)
        {
            using var database = Database.Open(options);
            await using var connection = await database.Connect();
            Assert.Equal(Migrations.Newest,
                await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_versions"));
            Assert.True(await database.CanBeReached(CancellationToken.None));
        }
        using (var database = Database.Open(options))
        {
            await using var connection = await database.Connect();
            await connection.ExecuteAsync("INSERT INTO schema_versions (version, applied_at) VALUES (999, 0)");
        }
        var refused = Assert.Throws<StorageException>(() => Database.Open(options));
        Assert.Contains("999", refused.Message);
    }

    public static async Task Several_servers_make_the_schema_together(ServeOptions options)
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Database.Open(options))));
        await using var connection = await opened[0].Connect();
        Assert.Equal(Migrations.Newest,
            await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_versions"));
        Array.ForEach(opened, database => database.Dispose());
    }

    public static async Task Job_tells_its_progress_and_gives_the_result_of_the_command(ServeOptions options)
    {
        await using var server = await RunningServer.Start(options);
        var job = await server.Post("/api/v1/jobs",
            new { kind = "decompose", yaml = Question.Large(6) }, HttpStatusCode.Accepted);
        var events = await Listen(server, job.GetProperty("events_url").GetString()!);
        Assert.Equal("done", events[^1].Name);
        Assert.All(events[..^1], one => Assert.Equal("progress", one.Name));
        var done = events.Select(one => one.Data.GetProperty("done").GetInt32()).ToArray();
        Assert.Equal(done.Order(), done);
        Assert.Equal(64, events[^1].Data.GetProperty("total").GetInt32());
        var status = await server.Get(job.GetProperty("status_url").GetString()!);
        var expected = ScenarioRunner.Run(ScenarioFile.Parse(Question.Large(6), "scenario"),
            Baselines.Load("world-2023"), new RunOptions { Decompose = true })[0];
        using var document = new MemoryStream();
        RunDocument.Write([expected], document);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(document.ToArray()), JsonObject.Create(status.GetProperty("result"))));
        // who listens to what has ended hears the end
        var after = Assert.Single(await Listen(server, job.GetProperty("events_url").GetString()!));
        Assert.Equal("done", after.Name);
        // cancelling what has ended changes nothing
        using var late = await server.Client.DeleteAsync(job.GetProperty("status_url").GetString()!);
        Assert.Equal("done", (await RunningServer.Json(late, HttpStatusCode.OK)).GetProperty("state").GetString());
    }

    public static async Task Job_is_cancelled(ServeOptions options)
    {
        await using var server = await RunningServer.Start(options);
        // the second waits behind the first
        var running = await server.Post("/api/v1/jobs", Long, HttpStatusCode.Accepted);
        var waiting = await server.Post("/api/v1/jobs", Long, HttpStatusCode.Accepted);
        await Reaches(server, running, answer => answer.GetProperty("done").GetInt32() > 0);
        foreach (var job in new[] { waiting, running })
        {
            using var answer = await server.Client.DeleteAsync(job.GetProperty("status_url").GetString()!);
            var told = await RunningServer.Json(answer, HttpStatusCode.OK);
            Assert.Equal("cancelled", told.GetProperty("state").GetString());
            Assert.Equal("cancelled", (await Listen(server, job.GetProperty("events_url").GetString()!))[^1].Name);
        }
        // the worker is free again
        var next = await server.Post("/api/v1/jobs", Short, HttpStatusCode.Accepted);
        Assert.Equal("done", (await Listen(server, next.GetProperty("events_url").GetString()!))[^1].Name);
    }

    public static async Task Job_that_cannot_be_solved_fails_with_a_reason(ServeOptions options)
    {
        await using var server = await RunningServer.Start(options);
        var job = await server.Post(
            "/api/v1/jobs", new { kind = "decompose", yaml = Question.Ruinous }, HttpStatusCode.Accepted);
        Assert.Equal("failed", (await Listen(server, job.GetProperty("events_url").GetString()!))[^1].Name);
        var status = await server.Get(job.GetProperty("status_url").GetString()!);
        Assert.Contains("converge", status.GetProperty("problem").GetString());
        Assert.Equal(JsonValueKind.Null, status.GetProperty("result").ValueKind);
    }

    public static async Task Restart_in_the_middle_loses_nothing(ServeOptions options)
    {
        string url;
        string saved;
        await using (var first = await RunningServer.Start(options))
        {
            var job = await first.Post("/api/v1/jobs", Long, HttpStatusCode.Accepted);
            url = job.GetProperty("status_url").GetString()!;
            saved = (await first.Post("/api/v1/saved", new { yaml = Question.Small }, HttpStatusCode.Created))
                .GetProperty("url").GetString()!;
            await Reaches(first, job, answer => answer.GetProperty("done").GetInt32() > 0);
        }
        await using var second = await RunningServer.Start(options);
        var state = (await second.Get(url)).GetProperty("state").GetString();
        Assert.True(state is "queued" or "running", state);
        Assert.Equal("done", (await Listen(second, $"{url}/events"))[^1].Name);
        var result = (await second.Get(url)).GetProperty("result");
        Assert.Equal(10 * 159, result.GetProperty("decomposition").GetArrayLength());
        await second.Get(saved);
    }

    public static async Task Job_of_a_server_that_died_is_taken_over(ServeOptions options)
    {
        string url;
        await using (var first = await RunningServer.Start(options))
        {
            var job = await first.Post("/api/v1/jobs", Short, HttpStatusCode.Accepted);
            url = job.GetProperty("status_url").GetString()!;
            await Listen(first, $"{url}/events");
            await using var connection = await first.Service<Database>().Connect();
            await connection.ExecuteAsync(Abandoned, new { attempts = 1L });
            await Listen(first, $"{url}/events");
            Assert.Equal("done", (await first.Get(url)).GetProperty("state").GetString());
            await connection.ExecuteAsync(Abandoned, new { attempts = 3L });
            await Listen(first, $"{url}/events");
        }
        await using var second = await RunningServer.Start(options);
        var status = await second.Get(url);
        Assert.Equal("failed", status.GetProperty("state").GetString());
        Assert.Contains("three times", status.GetProperty("problem").GetString());
    }

    // as a server leaves it that was killed: running, owned, its lease over
    private const string Abandoned =
        "UPDATE jobs SET state = 'running', owner = 'dead', lease_until = 1, result = NULL, attempts = @attempts";

    private static object Short => new { kind = "decompose", yaml = Question.Small };

    // a thousand packages: far from done when the first is
    private static object Long => new { kind = "decompose", yaml = Question.Large(10) };

    private static async Task Reaches(RunningServer server, JsonElement job, Func<JsonElement, bool> holds)
    {
        for (var look = 0; look < 3000; look++)
        {
            if (holds(await server.Get(job.GetProperty("status_url").GetString()!)))
            {
                return;
            }
            await Task.Delay(20);
        }
        Assert.Fail("the job does not get on");
    }

    internal static async Task<List<(string Name, JsonElement Data)>> Listen(RunningServer server, string url)
    {
        using var answer = await server.Client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8);
        var events = new List<(string, JsonElement)>();
        var name = "message";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add((name, JsonDocument.Parse(line["data: ".Length..]).RootElement));
            }
        }
        return events;
    }
}
