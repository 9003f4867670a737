using System.Net;
using System.Net.Sockets;
using System.Text;
using Caravan.Server.Storage;
using Dapper;

namespace Caravan.Tests.Server;

public class BadRequestTests(RunningServer server) : IClassFixture<RunningServer>
{
    // as long as an answer to the worst request may take; the machine may be busy
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("{\"yaml\":5}")]
    [InlineData("{\"yaml\":\"\"}")]
    [InlineData("{\"yaml\":\"a\\u0000b\"}")]
    [InlineData("{\"yaml\":\"# only words\"}")]
    [InlineData("{\"yaml\":\"- a list\"}")]
    [InlineData("{\"yaml\":\"a\",\"yaml\":\"b\"}")]
    [InlineData("{\"yaml\":\"a\",\"scenario\":{}}")]
    [InlineData("{\"yamll\":\"a\"}")]
    [InlineData("{\"scenario\":[]}")]
    [InlineData("{\"scenario\":\"null\"}")]
    [InlineData("{\"scenario\":{\"name\":{\"__proto__\":1}}}")]
    [InlineData("{\"scenario\":{\"name\":\"a\",\"name\":\"b\"}}")]
    [InlineData("{\"yaml\":\"!!python/object/apply:os.system ['id']\"}")]
    [InlineData("{\"yaml\":\"caravan: 1\\nname: &a x\\nsummary: *a\"}")]
    [InlineData("{\"yaml\":\"caravan: 99999999999999999999\\nname: x\"}")]
    public async Task Hostile_bodies_are_refused_by_every_endpoint(string body)
    {
        foreach (var path in new[] { "solve", "saved", "bundle" })
        {
            await Send(path, body, HttpStatusCode.BadRequest);
        }
        if (body.Length > 0 && !body.StartsWith("{\"", StringComparison.Ordinal))
        {
            await Send("check", body == "{}" ? "{" : body, HttpStatusCode.BadRequest);
        }
        Assert.Equal(0, await Kept());
    }

    [Theory]
    [InlineData("solve", "{YAML,\"model\":\"magic\"}")]
    [InlineData("solve", "{YAML,\"closure\":\"open\"}")]
    [InlineData("solve", "{YAML,\"elasticities\":\"none\"}")]
    [InlineData("solve", "{YAML,\"fields\":[\"secrets\"]}")]
    [InlineData("solve", "{YAML,\"rows\":\"<script>\"}")]
    [InlineData("solve", "{YAML,\"decompose\":\"yes\"}")]
    [InlineData("solve", "{YAML,\"flows\":{\"origin\":[\"CHN\"]}}")]
    [InlineData("saved", "{YAML,\"title\":\"<script>alert(1)</script>\"}")]
    [InlineData("saved", "{YAML,\"title\":\"a\\nb\"}")]
    [InlineData("bundle", "{YAML,\"name\":\"../../etc/passwd\"}")]
    [InlineData("bundle", "{YAML,\"name\":\"..\"}")]
    [InlineData("bundle", "{YAML,\"name\":\"a/b\"}")]
    [InlineData("bundle", "{YAML,\"name\":\"a\\\\b\"}")]
    [InlineData("bundle", "{YAML,\"name\":\"a\\r\\nSet-Cookie: b\"}")]
    [InlineData("bundle", "{YAML,\"name\":\"\"}")]
    [InlineData("jobs", "{YAML}")]
    [InlineData("jobs", "{YAML,\"kind\":\"mine-coins\"}")]
    [InlineData("jobs", "{\"kind\":\"decompose\",\"yaml\":\"name: x\"}")]
    [InlineData("jobs", "{YAML,\"kind\":\"decompose\",\"model\":\"magic\"}")]
    [InlineData("share", "{YAML,\"outsiders\":\"flee\"}")]
    [InlineData("share", "{YAML,\"budget\":5}")]
    [InlineData("share", "{YAML,\"accession\":[\"Atlantis\"]}")]
    [InlineData("share", "{YAML,\"accession\":[\"\"]}")]
    [InlineData("discuss", "{YAML,\"budget\":0}")]
    [InlineData("discuss", "{YAML,\"between\":[\"KAZ\"]}")]
    [InlineData("discuss", "{YAML,\"offer\":[\"nothing\"]}")]
    [InlineData("discuss", "{YAML,\"tariffs\":\"many\"}")]
    [InlineData("build", "{YAML}")]
    [InlineData("build", "{YAML,\"whole\":true}")]
    [InlineData("build", "{YAML,\"only\":\"fun\"}")]
    [InlineData("build", "{YAML,\"losers\":\"me\"}")]
    [InlineData("build", "{YAML,\"budget_musd\":-1}")]
    [InlineData("discuss", "{YAML,\"budget_musd\":1}")]
    [InlineData("jobs", "{YAML,\"kind\":\"share\",\"disagreement\":\"war\"}")]
    [InlineData("compare", "{}")]
    [InlineData("compare", "{\"items\":[null,null]}")]
    [InlineData("compare", "{\"items\":[{YAML,\"label\":\"one\"}]}")]
    [InlineData("compare", "{\"items\":[{YAML,\"label\":\"a\"},{YAML,\"label\":\"A\"}]}")]
    [InlineData("compare", "{\"items\":[{YAML,\"label\":\"a\"},{YAML}]}")]
    [InlineData("compare", "{\"items\":[{YAML,\"label\":\"a\"},{YAML,\"label\":\"<b>\"}]}")]
    [InlineData("compare", "{\"items\":[{YAML,\"label\":\"a\"},{YAML,\"label\":\"b\"}],\"measures\":[\"luck\"]}")]
    [InlineData("route", "{}")]
    [InlineData("route", "{\"from\":\"Almaty\"}")]
    [InlineData("route", "{\"from\":\"Almaty\",\"to\":\"Nowhereville\"}")]
    [InlineData("route", "{\"from\":\"Almaty\",\"to\":\"Tashkent\",\"mode\":\"air\"}")]
    [InlineData("route", "{\"from\":\"Almaty\",\"to\":\"Tashkent\",\"day_value\":-1}")]
    [InlineData("route", "{\"from\":\"Almaty\",\"to\":\"Tashkent\",\"day_value\":1e300}")]
    [InlineData("route", "{\"from\":\"Almaty\",\"to\":\"Tashkent\",\"avoid\":[\"nonsense\"]}")]
    [InlineData("route", "{\"from\":\"Almaty\",\"to\":\"Tashkent\",\"avoid\":[null]}")]
    public async Task Wrong_words_are_refused_and_nothing_is_kept(string path, string body)
    {
        var yaml = System.Text.Json.JsonSerializer.Serialize(Question.Small);
        await Send(path, body.Replace("YAML", $"\"yaml\":{yaml}"), HttpStatusCode.BadRequest);
        Assert.Equal(0, await Kept());
    }

    [Theory]
    [InlineData("baseline: world-2023", "baseline: /etc")]
    [InlineData("baseline: world-2023", "baseline: ../../../root")]
    [InlineData("baseline: world-2023", "baseline: \"C:\\\\Windows\"")]
    [InlineData("change: -50%", "table: /etc/passwd")]
    [InlineData("change: -50%", "table: ../../secret.csv")]
    [InlineData("change: -50%", "table: tariffs.csv")]
    [InlineData("name: Lower tariffs", "name: <script>alert(1)</script>")]
    [InlineData("name: Lower tariffs", "name: \"\\x3cimg src=x onerror=alert(1)>\"")]
    [InlineData("name: Lower tariffs", "name: x\nsources: [\"javascript:alert(1)\"]")]
    [InlineData("lever: tariff,", "lever: tariff, title: \"</title><svg onload=alert(1)>\",")]
    public async Task Paths_and_markup_inside_a_scenario_are_refused(string found, string written)
    {
        var yaml = Question.Small.Replace(found, written);
        Assert.NotEqual(Question.Small, yaml);
        foreach (var path in new[] { "solve", "saved", "bundle" })
        {
            var problem = await server.Post($"/api/v1/{path}", new { yaml }, HttpStatusCode.BadRequest);
            Assert.NotEqual(0, problem.GetProperty("issues").GetArrayLength());
            Assert.DoesNotContain("root:", problem.GetRawText());
        }
        Assert.False((await server.Post("/api/v1/check", new { yaml })).GetProperty("ok").GetBoolean());
        Assert.Equal(0, await Kept());
    }

    public static TheoryData<string> Bombs => new()
    {
        // the deepest and the widest that fit into a request
        "a: " + new string('[', 100_000),
        string.Concat(Enumerable.Range(0, 300).Select(depth => new string(' ', depth) + "a:\n")),
        "caravan: 1\nname: x\nmembers: [" + string.Join(',', Enumerable.Range(0, 30_000).Select(n => $"X{n}")) + "]",
        Question.Small.Replace("[KAZ, UZB]", "[" + string.Join(',', Enumerable.Repeat("KAZZ", 40_000)) + "]"),
        Question.Small[..Question.Small.IndexOf("  - {id", StringComparison.Ordinal)]
            + string.Concat(Enumerable.Range(0, 4000).Select(n => $"  - {{id: a{n}, lever: tariff, change: -1%}}\n")),
        Question.Small[..Question.Small.IndexOf("  - {id", StringComparison.Ordinal)]
            + string.Concat(Enumerable.Range(0, 8000).Select(n => $"  - {{id: a{n}, lever: tarif}}\n")),
        "name: " + new string('x', 200_000) + "\nactions: nothing",
        string.Concat(Enumerable.Range(0, 20_000).Select(n => $"k{n}: 1\n")),
        "&a [" + string.Concat(Enumerable.Repeat("*a,", 50_000)) + "]",
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Scenario_bombs_are_refused_in_time(string yaml)
    {
        using var late = new CancellationTokenSource(s_patience);
        var body = System.Text.Json.JsonSerializer.Serialize(new { yaml });
        using var answer = await server.Client.PostAsync(
            "/api/v1/solve", new StringContent(body, Encoding.UTF8, "application/json"), late.Token);
        var problem = await RunningServer.Json(answer, HttpStatusCode.BadRequest);
        Assert.InRange(problem.GetProperty("issues").GetArrayLength(), 1, 100);
        Assert.InRange(problem.GetRawText().Length, 1, 60_000);
    }

    [Fact]
    public async Task Json_bomb_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 20_000)) + "1" + new string('}', 20_000);
        await Send("solve", "{\"scenario\":" + deep + "}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Body_of_another_kind_is_refused()
    {
        foreach (var kind in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data" })
        {
            using var content = new StringContent("{}", Encoding.UTF8, kind);
            using var answer = await server.Client.PostAsync("/api/v1/solve", content);
            await RunningServer.Json(answer, HttpStatusCode.UnsupportedMediaType);
        }
    }

    [Fact]
    public async Task Other_methods_are_refused()
    {
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Get, HttpMethod.Delete })
        {
            using var answer = await server.Client.SendAsync(new HttpRequestMessage(method, "/api/v1/solve"));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Request_for_another_host_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/levers");
        request.Headers.Host = "evil.example";
        using var answer = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("tariff", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST /api/v1/solve HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n{}")]
    public async Task Malformed_requests_get_a_4xx_or_nothing_of_the_machine(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port);
        await socket.Client.SendAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(socket.GetStream());
        // a client that stops sending before it has heard anything is taken for one that left
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var answer = await reader.ReadLineAsync(patience.Token) + "\n";
        socket.Client.Shutdown(SocketShutdown.Send);
        answer += await reader.ReadToEndAsync(patience.Token);
        Assert.DoesNotContain("root:", answer);
        Assert.Matches("^HTTP/1.1 (4|505|200)", answer);
        // the page's own path is what is left when dots are taken out of a path that climbs
        var isServed = answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
        Assert.True(!isServed || request.StartsWith("GET /", StringComparison.Ordinal));
        await server.Get("/health");
    }

    private async Task Send(string path, string body, HttpStatusCode status)
    {
        using var answer = await server.Client.PostAsync(
            $"/api/v1/{path}", new StringContent(body, Encoding.UTF8, "application/json"));
        await RunningServer.Json(answer, status);
    }

    private async Task<long> Kept()
    {
        await using var connection = await server.Service<Database>().Connect();
        return await connection.ExecuteScalarAsync<long>(
            "SELECT (SELECT COUNT(*) FROM saved) + (SELECT COUNT(*) FROM jobs)");
    }
}
