using System.Net;
using System.Text.Json.Nodes;
using Caravan.Scenarios;
using Microsoft.AspNetCore.Hosting.Server;

namespace Caravan.Server.Hosting;

/// <summary>
/// Asks what a page asks before anybody does, so that the first visitor does not wait for data to be read and code to be
/// compiled: by itself, as others ask, so that nothing on the way is left out.
/// </summary>
internal sealed partial class WarmUp(
    IServer server, IHostApplicationLifetime life, ServeOptions asked, ILogger<WarmUp> log) : BackgroundService
{
    // a package with levers of every kind
    private const string Pack = "china-central-asia";

    // the run-time compiles for good what has been called thirty times
    private const int Rounds = 60;

    private static readonly string[] s_fields = ["groups", "inequality", "economies", "transport", "links"];

    /// <summary>True as soon as answers come at full speed.</summary>
    public bool IsDone { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var listening = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            if (asked.WarmUp && Packs.Contains(Pack))
            {
                await Ask(ServerHost.AddressOf(server), life.ApplicationStopping);
            }
            IsDone = true;
        }
        catch (Exception) when (life.ApplicationStopping.IsCancellationRequested)
        {
            // the server was stopped while it asked itself, however the question ended
        }
        catch (Exception fault)
        {
            // requests are answered all the same, and tell the fault if they meet it
            Failed(log, fault);
        }
    }

    private static async Task Ask(Uri address, CancellationToken cancellation)
    {
        // straight to this machine, whatever proxy the environment names
        using var handler = new HttpClientHandler
        {
            AutomaticDecompression = DecompressionMethods.Brotli,
            UseProxy = false,
        };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(address, "api/v1/") };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("caravan-warm-up");
        var scenario = (await client.GetFromJsonAsync<JsonObject>($"packs/{Pack}", cancellation))!["scenario"]!;
        var baseline = (string?)scenario["baseline"];
        foreach (var document in new[]
            {
                "/", "packs", "levers", $"baselines/{baseline}/economies", $"baselines/{baseline}/sectors", "projects",
                "network/crossings", "network/passages",
            })
        {
            using var ignored = await client.GetAsync(document, cancellation);
        }
        var moved = scenario["actions"]!.AsArray().First(action => (string?)action!["lever"] == "tariff")!;
        string? token = null;
        for (var round = 0; round < Rounds; round++)
        {
            moved["change"] = $"-{round}%";
            using var answer = await client.PostAsJsonAsync(
                "solve", new { scenario, fields = s_fields, rows = "arrays", warm_start = token }, cancellation);
            token = (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))?["warm_start"];
        }
    }

    [LoggerMessage(LogLevel.Error, "what a first visitor would ask failed")]
    private static partial void Failed(ILogger log, Exception fault);
}
