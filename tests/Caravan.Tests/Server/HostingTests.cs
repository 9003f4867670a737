using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Caravan.Server.Hosting;

namespace Caravan.Tests.Server;

public class HostingTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/api/v1/levers")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_has_the_headers_of_a_strict_page(string path)
    {
        using var answer = await server.Client.GetAsync(path);
        string Header(string name) => string.Join(',', answer.Headers.GetValues(name));
        Assert.Contains("default-src 'self'", Header("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Health_and_readiness_are_told()
    {
        Assert.Equal("ok", (await server.Get("/health")).GetProperty("status").GetString());
        await LimitTests.Until(() => server.Service<WarmUp>().IsDone);
        Assert.Equal("ready", (await server.Get("/ready")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Metrics_count_what_was_answered()
    {
        await server.Get("/api/v1/packs/null");
        await server.Get("/api/v1/packs/nothing", HttpStatusCode.NotFound);
        await server.Post("/api/v1/solve", new { yaml = Question.Small });
        var text = await server.Client.GetStringAsync("/metrics");
        const string packs = "caravan_http_requests_total{method=\"GET\",route=\"/api/v1/packs/{name}\",status=";
        Assert.Contains(packs + "\"200\"} 1\n", text);
        Assert.Contains(packs + "\"404\"} 1\n", text);
        Assert.Contains("caravan_solves_total{status=\"converged\"} 1\n", text);
        Assert.Contains("caravan_http_request_seconds_bucket{route=\"/api/v1/solve\",le=\"+Inf\"} 1\n", text);
        // the text format: a comment, or a name with labels and a number
        Assert.All(text.TrimEnd('\n').Split('\n'), line =>
            Assert.Matches(@"^(# (HELP|TYPE) \w+ .+|\w+(\{\w+=""[^""]*""(,\w+=""[^""]*"")*\})? [0-9.eE+-]+)$", line));
    }

    [Fact]
    public async Task Answers_are_compressed_for_who_can_read_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/network/cities");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var answer = await server.Client.SendAsync(request);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        using var plain = await server.Client.GetAsync("/api/v1/network/cities");
        var (small, large) = (await answer.Content.ReadAsByteArrayAsync(), await plain.Content.ReadAsByteArrayAsync());
        Assert.True(2 * small.Length < large.Length);
        using var stream = new BrotliStream(new MemoryStream(small), CompressionMode.Decompress);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        Assert.Equal(large, read.ToArray());
        Assert.Equal(plain.Headers.ETag, answer.Headers.ETag);
    }

    [Fact]
    public async Task Page_is_served_and_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("dist/assets"));
        await File.WriteAllTextAsync(folder.File("dist/index.html"), "<!doctype html><title>Page</title>");
        await File.WriteAllTextAsync(folder.File("dist/assets/page-1.js"), "let a = 1");
        await File.WriteAllTextAsync(folder.File("secret.txt"), "secret");
        await using var paged = await RunningServer.Start(new ServeOptions { WebFolder = folder.File("dist") });
        using var page = await paged.Client.GetAsync("/");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<title>Page", await page.Content.ReadAsStringAsync());
        using var asset = await paged.Client.GetAsync("/assets/page-1.js");
        Assert.Contains("immutable", asset.Headers.CacheControl!.ToString());
        Assert.Empty(asset.Content.Headers.ContentEncoding);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/page-1.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br;q=0.9");
        using var small = await paged.Client.SendAsync(request);
        Assert.Equal("br", Assert.Single(small.Content.Headers.ContentEncoding));
        Assert.Contains("immutable", small.Headers.CacheControl!.ToString());
        Assert.Equal("text/javascript", small.Content.Headers.ContentType!.MediaType);
        using var brotli = new BrotliStream(await small.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Equal("let a = 1", await new StreamReader(brotli).ReadToEndAsync());
        foreach (var path in new[]
        {
            "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/..%5c..%5csecret.txt",
        })
        {
            using var answer = await paged.Client.GetAsync(path);
            Assert.DoesNotContain("secret", (await answer.Content.ReadAsStringAsync()).Replace("secret.txt", ""));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("--prot 8080", "did you mean '--port'?")]
    [InlineData("--port 99999", "0 to 65535")]
    [InlineData("--port", "needs a value")]
    [InlineData("--host example", "127.0.0.1")]
    [InlineData("--web /no/such/folder", "no such folder")]
    [InlineData("--log=loud", "text or json")]
    [InlineData("start", "is no option")]
    public void Wrong_arguments_are_told(string args, string told)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var (options, exit) = ServeOptions.Read(args.Split(' '), output, error);
        Assert.Null(options);
        Assert.Equal((2, ""), (exit, output.ToString()));
        Assert.Contains(told, error.ToString());
        Assert.Contains("serve --help", error.ToString());
    }

    [Fact]
    public void Arguments_are_read_and_without_any_the_server_is_for_this_machine_alone()
    {
        var (plain, _) = ServeOptions.Read([], TextWriter.Null, TextWriter.Null);
        Assert.Equal((5080, IPAddress.Loopback, null), (plain!.Port, plain.Host, plain.Database));
        var (all, _) = ServeOptions.Read(
            ["--port=0", "--host", "0.0.0.0", "--data", "d", "--database", "Host=x", "--log", "json"],
            TextWriter.Null, TextWriter.Null);
        Assert.Equal((0, IPAddress.Any, "d", "Host=x", true),
            (all!.Port, all.Host, all.DataFolder, all.Database, all.JsonLog));
    }

    [Fact]
    public async Task Taken_port_and_unusable_database_end_with_3()
    {
        using var folder = new TemporaryFolder();
        var taken = server.Client.BaseAddress!.Port;
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.Equal(3, await ServerHost.RunAsync(
            new ServeOptions { Port = taken, DataFolder = folder.Path, WarmUp = false }, output, error));
        Assert.Equal("", output.ToString());
        Assert.Contains($"port {taken}", error.ToString());
        await File.WriteAllTextAsync(folder.File("file"), "no folder");
        error = new StringWriter();
        Assert.Equal(3, await ServerHost.RunAsync(
            new ServeOptions { Port = 0, DataFolder = folder.File("file"), WarmUp = false }, output, error));
        Assert.Contains("cannot be opened", error.ToString());
        error = new StringWriter();
        Assert.Equal(3, await ServerHost.RunAsync(new ServeOptions
        {
            Port = 0,
            Database = "Host=127.0.0.1;Port=1;Username=u;Password=hunter2;Timeout=2",
            WarmUp = false,
        }, output, error));
        Assert.DoesNotContain("hunter2", error.ToString());
    }

    [Fact]
    public async Task Two_servers_answer_the_same()
    {
        await using var other = await RunningServer.Start(new ServeOptions());
        var body = new { yaml = Question.Small, fields = new[] { "economies" } };
        var here = await server.Post("/api/v1/solve", body);
        var there = await other.Post("/api/v1/solve", body);
        Assert.True(JsonElement.DeepEquals(here.GetProperty("economies"), there.GetProperty("economies")));
        Assert.Equal(here.GetProperty("warm_start").GetString(), there.GetProperty("warm_start").GetString());
    }
}
