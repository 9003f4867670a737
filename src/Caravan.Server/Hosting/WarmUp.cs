using Caravan.Scenarios;
using Caravan.Server.Solving;

namespace Caravan.Server.Hosting;

/// <summary>Solves once before anybody asks, so that the first visitor does not wait for data to be read and code to be
/// compiled.</summary>
internal sealed partial class WarmUp(
    Worlds worlds, ServeOptions asked, ServerLimits limits, ILogger<WarmUp> log) : BackgroundService
{
    // a package with levers of every kind
    private static readonly string[] s_packs = ["china-central-asia"];

    /// <summary>True as soon as answers come at full speed.</summary>
    public bool IsDone { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            foreach (var pack in s_packs.Where(pack => asked.WarmUp && Packs.Contains(pack)))
            {
                var loaded = ScenarioFile.Load(pack);
                var world = worlds.Of(loaded.Baseline);
                var options = new RunOptions { Prepared = world, Solve = new() { Threads = limits.Concurrent } };
                await Task.Run(() => ScenarioRunner.Run(loaded, world.Baseline, options, stoppingToken), stoppingToken);
            }
            IsDone = true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // requests are answered all the same, and tell the fault if they meet it
            Failed(log, fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "the first solve failed")]
    private static partial void Failed(ILogger log, Exception fault);
}
