using System.Text.Json;
using System.Text.Json.Nodes;
using Caravan.Scenarios;
using Caravan.Tests.Cli;

namespace Caravan.Tests.Server;

public class AnalysisTests(RunningServer server) : IClassFixture<RunningServer>
{
    // the smallest pack that each command can do something with
    [Theory]
    [InlineData("build", "china-central-asia", "")]
    [InlineData("share", "middle-corridor", "--no-cache")]
    [InlineData("discuss", "china-us-coordination", "")]
    public async Task Answer_is_the_document_of_the_command(string kind, string pack, string option)
    {
        var answer = await server.Post($"/api/v1/{kind}", new { yaml = Packs.Read(pack), model = "one-sector" });
        string[] args = [kind, pack, "--model", "one-sector", "--json", .. option.Length > 0 ? new[] { option } : []];
        var call = CommandCall.Run(args);
        Assert.True(call.Out.Length > 0, call.Error);
        Assert.True(JsonNode.DeepEquals(JsonObject.Create(answer), JsonNode.Parse(call.Out)));
    }

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
}
