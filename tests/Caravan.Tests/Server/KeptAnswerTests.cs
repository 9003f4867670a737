using System.Net;
using Caravan.Server.Hosting;
using Caravan.Server.Storage;
using Dapper;

namespace Caravan.Tests.Server;

public class KeptAnswerTests
{
    [Fact]
    public async Task Jobs_that_answer_something_else_are_refused_and_every_one_is_named()
    {
        await using var server = await RunningServer.Start(new ServeOptions());
        var share = await KeptAnswerSteps.Finish(server, "share");
        var twice = await KeptAnswerSteps.Finish(server, "share");
        var other = await KeptAnswerSteps.Finish(server, "decompose", Question.Cut(10));
        var failed = await KeptAnswerSteps.Finish(server, "decompose", Question.Ruinous);
        await Refused(server, [share, twice, other, failed],
            "jobs[1] is a second job of kind share", "jobs[2] is about another scenario", "jobs[3] is failed");
        await Refused(server, ["no-id", new string('0', 32), null], "jobs[0] is no job", "jobs[1] is no job",
            "jobs[2] is no job");
        await Refused(server, [.. Enumerable.Repeat(share, 5)], "jobs has 5 ids");
        // the same scenario with another model is another question
        var model = await server.Post("/api/v1/saved",
            new { yaml = Question.Small, model = "input-output", jobs = new[] { share } }, HttpStatusCode.BadRequest);
        Assert.Contains("another scenario, model or closure", model.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Answer_that_a_client_claims_is_refused()
    {
        await using var server = await RunningServer.Start(new ServeOptions());
        await server.Post("/api/v1/saved",
            new { yaml = Question.Small, answers = new { share = new { total_musd = 1e9 } } },
            HttpStatusCode.BadRequest);
        await server.Post("/api/v1/saved",
            new { yaml = Question.Small, jobs = new[] { new { kind = "share" } } }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Job_of_another_version_is_refused()
    {
        await using var server = await RunningServer.Start(new ServeOptions());
        var share = await KeptAnswerSteps.Finish(server, "share");
        await using (var connection = await server.Service<Database>().Connect())
        {
            var older = SavedStore.Pack("""{"caravan":"0.0.1","baseline":{"hash":"older"}}"""u8.ToArray());
            await connection.ExecuteAsync("UPDATE jobs SET result = @older", new { older });
        }
        await Refused(server, [share], "jobs[0] was done with another version or other data (Caravan 0.0.1)");
    }

    [Fact]
    public async Task Result_above_the_limit_is_not_kept()
    {
        await using var server = await RunningServer.Start(
            new ServeOptions { Limits = new ServerLimits { KeptBytes = 250_000 } });
        var share = await KeptAnswerSteps.Finish(server, "share");
        var decompose = await KeptAnswerSteps.Finish(server, "decompose");
        await server.Post(
            "/api/v1/saved", new { yaml = Question.Small, jobs = new[] { share } }, HttpStatusCode.Created);
        var problem = await server.Post("/api/v1/saved",
            new { yaml = Question.Small, jobs = new[] { share, decompose } }, HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("250000 can be kept", problem.GetProperty("detail").GetString());
        await using var connection = await server.Service<Database>().Connect();
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM saved"));
    }

    private static async Task Refused(RunningServer server, string?[] jobs, params string[] problems)
    {
        var answer = await server.Post("/api/v1/saved", new { yaml = Question.Small, jobs }, HttpStatusCode.BadRequest);
        var told = answer.GetProperty("issues").EnumerateArray()
            .Select(issue => issue.GetProperty("problem").GetString()!).ToArray();
        Assert.Equal(problems.Length, told.Length);
        Assert.All(problems.Zip(told), pair => Assert.StartsWith(pair.First, pair.Second));
    }
}
