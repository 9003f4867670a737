using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Caravan.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Caravan.Tests.Server;

/// <summary>A real server on a free port of this machine with a database of its own.</summary>
public sealed class RunningServer : IAsyncLifetime, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    public RunningServer()
        : this(new ServeOptions())
    {
    }

    internal RunningServer(ServeOptions options)
    {
        var limits = options.Limits;
        Options = options with
        {
            Port = 0,
            WarmUp = false,
            DataFolder = options.DataFolder ?? _folder.Path,
            // a busy machine is no reason to fail where the time is not what is tested
            Limits = limits.SolveTime == new ServerLimits().SolveTime
                ? limits with { SolveTime = TimeSpan.FromMinutes(3) } : limits,
        };
    }

    public HttpClient Client { get; private set; } = null!;

    internal ServeOptions Options { get; }

    internal static async Task<RunningServer> Start(ServeOptions options)
    {
        var server = new RunningServer(options);
        await server.InitializeAsync();
        return server;
    }

    public async Task InitializeAsync()
    {
        _app = ServerHost.Build(Options);
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = ServerHost.AddressOf(_app.Services.GetRequiredService<IServer>()), Timeout = TimeSpan.FromMinutes(3) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        _folder.Dispose();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    internal T Service<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    internal async Task<JsonElement> Get(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(path);
        return await Json(answer, status);
    }

    internal async Task<JsonElement> Post(string path, object body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.PostAsJsonAsync(path, body);
        return await Json(answer, status);
    }

    /// <summary>The JSON of an answer, which must have the status; errors must be problem details.</summary>
    internal static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text[..Math.Min(600, text.Length)]}");
        var json = JsonDocument.Parse(text).RootElement;
        if ((int)status >= 400)
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal((int)status, json.GetProperty("status").GetInt32());
            Assert.NotEqual("", json.GetProperty("title").GetString());
            // nothing of the inside is told
            Assert.DoesNotContain("Caravan.", text);
            Assert.DoesNotContain("   at ", text);
        }
        return json;
    }
}
