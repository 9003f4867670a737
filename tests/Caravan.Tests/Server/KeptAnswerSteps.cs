using System.Net;
using System.Text.Json;
using Caravan.Server.Hosting;
using Caravan.Server.Storage;
using Dapper;

namespace Caravan.Tests.Server;

/// <summary>What must hold of answers that are kept with a result, on every database.</summary>
internal static class KeptAnswerSteps
{
    public static async Task Kept_result_holds_the_answers_of_its_jobs(ServeOptions options)
    {
        string[] ids;
        JsonElement[] seen;
        await using (var first = await RunningServer.Start(options))
        {
            ids = [await Finish(first, "share"), await Finish(first, "decompose")];
            seen = [await ResultOf(first, ids[0]), await ResultOf(first, ids[1])];
        }
        string url;
        await using (var second = await RunningServer.Start(options))
        {
            var alone = await second.Post("/api/v1/saved", new { yaml = Question.Small }, HttpStatusCode.Created);
            url = await Keep(second, ids);
            Assert.NotEqual(alone.GetProperty("url").GetString(), url);
            // the same answers are the same content, in whichever order they are named
            Assert.Equal(url, await Keep(second, ids[1], ids[0]));
            Assert.NotEqual(url, await Keep(second, ids[0]));
            var none = await second.Get(alone.GetProperty("url").GetString()!);
            Assert.Empty(none.GetProperty("answers").EnumerateObject());
        }
        await using var third = await RunningServer.Start(options);
        await using (var connection = await third.Service<Database>().Connect())
        {
            // what is kept does not lean on the jobs
            await connection.ExecuteAsync("DELETE FROM jobs");
        }
        var answers = (await third.Get(url)).GetProperty("answers");
        Assert.Equal(["decompose", "share"], answers.EnumerateObject().Select(one => one.Name));
        Assert.True(JsonElement.DeepEquals(seen[0], answers.GetProperty("share")));
        Assert.True(JsonElement.DeepEquals(seen[1], answers.GetProperty("decompose")));
    }

    public static async Task Result_that_was_kept_before_there_were_answers_opens(ServeOptions options)
    {
        string url;
        await using (var first = await RunningServer.Start(options))
        {
            url = await Keep(first);
            await using var connection = await first.Service<Database>().Connect();
            await connection.ExecuteAsync("ALTER TABLE saved DROP COLUMN answers");
            await connection.ExecuteAsync("DELETE FROM schema_versions WHERE version > 1");
        }
        await using var second = await RunningServer.Start(options);
        var found = await second.Get(url);
        Assert.Empty(found.GetProperty("answers").EnumerateObject());
        Assert.Equal(159, found.GetProperty("result").GetProperty("economies").GetArrayLength());
        // and is kept under the id that it had
        Assert.Equal(url, await Keep(second));
    }

    /// <summary>The id of a job that is at its end.</summary>
    internal static async Task<string> Finish(RunningServer server, string kind, string yaml = Question.Small)
    {
        var job = await server.Post("/api/v1/jobs", new { kind, yaml }, HttpStatusCode.Accepted);
        await StorageSteps.Listen(server, job.GetProperty("events_url").GetString()!);
        return job.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> ResultOf(RunningServer server, string id)
    {
        var result = (await server.Get($"/api/v1/jobs/{id}")).GetProperty("result");
        Assert.Equal(JsonValueKind.Object, result.ValueKind);
        return result;
    }

    private static async Task<string> Keep(RunningServer server, params string[] jobs)
    {
        var body = new { yaml = Question.Small, jobs };
        return (await server.Post("/api/v1/saved", body, HttpStatusCode.Created)).GetProperty("url").GetString()!;
    }
}
