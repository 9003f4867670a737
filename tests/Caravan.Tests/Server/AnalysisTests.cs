using System.Text.Json;
using System.Text.Json.Nodes;
using Caravan.Scenarios;
using Caravan.Tests.Cli;

namespace Caravan.Tests.Server;

public class AnalysisTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Build_is_the_document_of_the_command() => await Compare(
        "build", "china-central-asia", new { only = "finance" }, "--only", "finance");

    [Fact]
    public async Task Build_ranks_as_the_command_does() => await Compare(
        "build", "middle-corridor", new { only = "ranking", losers = "none" }, "--only", "ranking", "--losers", "none");

    [Fact]
    public async Task Share_is_the_document_of_the_command() => await Compare(
        "share", "middle-corridor", new { outsiders = "respond" }, "--outsiders", "respond", "--no-cache");

    [Fact]
    public async Task Discuss_is_the_document_of_the_command() => await Compare(
        "discuss", "china-us-coordination", new { budget = 10, whole = true }, "--budget", "10", "--whole");

    [Fact]
    public async Task Job_gives_the_same_as_the_answer_at_once()
    {
        var body = new { kind = "share", yaml = Question.Small };
        var job = await server.Post("/api/v1/jobs", body, System.Net.HttpStatusCode.Accepted);
        var now = await server.Post("/api/v1/share", new { body.yaml });
        var url = job.GetProperty("status_url").GetString()!;
        JsonElement status;
        do
        {
            await Task.Delay(50);
            status = await server.Get(url);
        }
        while (status.GetProperty("state").GetString() is "queued" or "running");
        Assert.Equal("done", status.GetProperty("state").GetString());
        Assert.True(JsonElement.DeepEquals(now, status.GetProperty("result")));
    }

    private async Task Compare(string kind, string pack, object asked, params string[] options)
    {
        var body = JsonSerializer.SerializeToNode(asked)!.AsObject();
        body["yaml"] = Packs.Read(pack);
        body["model"] = "one-sector";
        var answer = await server.Post($"/api/v1/{kind}", body);
        var call = CommandCall.Run([kind, pack, "--model", "one-sector", "--json", .. options]);
        Assert.True(call.Out.Length > 0, call.Error);
        Assert.True(JsonNode.DeepEquals(JsonObject.Create(answer), JsonNode.Parse(call.Out)));
    }
}
