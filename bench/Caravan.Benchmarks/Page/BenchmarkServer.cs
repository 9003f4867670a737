using System.Diagnostics;
using System.Globalization;
using Caravan.Tests;

namespace Caravan.Benchmarks.Page;

/// <summary>A server of its own on a free port of this machine, with an empty database; ended when disposed.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _folder;

    private BenchmarkServer(Process process, string folder, Uri address) =>
        (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Processor time that the server has used so far.</summary>
    public TimeSpan Work
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until answers come at full speed.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static async Task<BenchmarkServer> Start()
    {
        var folder = Directory.CreateTempSubdirectory("caravan-bench-").FullName;
        var program = Repository.Program("Caravan.Server", "caravan-server");
        var start = new ProcessStartInfo(
            "dotnet", ["exec", program, "--port", "0", "--host", "127.0.0.1", "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // as `caravan serve` starts it
        start.Environment["DOTNET_GCgen0size"] = "10000000";
        start.Environment["DOTNET_GCLOHThreshold"] = "1000000";
        start.Environment["DOTNET_GCRetainVM"] = "1";
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        var process = Process.Start(start)!;
        // nobody reads what it says, but a full pipe would stop it
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync();
        var address = line?.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal));
        if (address is null)
        {
            process.Kill();
            throw new InvalidOperationException("the server did not start");
        }
        var server = new BenchmarkServer(process, folder, new Uri(address));
        await server.Ready();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Ready()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var begun = Stopwatch.StartNew(); begun.Elapsed < s_patience; await Task.Delay(100))
        {
            using var answer = await client.GetAsync("ready");
            if (answer.IsSuccessStatusCode)
            {
                return;
            }
        }
        throw new InvalidOperationException("the server did not become ready");
    }
}
