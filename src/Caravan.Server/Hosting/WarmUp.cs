using Caravan.Scenarios;
using Caravan.Server.Solving;

namespace Caravan.Server.Hosting;

/// <summary>Solves once before anybody asks, so that the first visitor does not wait for data to be read and code to be
/// compiled.</summary>
internal sealed class WarmUp(Worlds worlds, ServeOptions asked, ServerLimits limits) : BackgroundService
{
    // a package with levers of every kind
    private static readonly string[] s_packs = ["china-central-asia"];

    /// <summary>True as soon as answers come at full speed.</summary>
    public bool IsDone { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var pack in s_packs.Where(pack => asked.WarmUp && Packs.Contains(pack)))
        {
            var loaded = ScenarioFile.Load(pack);
            var world = worlds.Of(loaded.Baseline);
            var options = new RunOptions { Prepared = world, Solve = new() { Threads = limits.Concurrent } };
            await Task.Run(() => ScenarioRunner.Run(loaded, world.Baseline, options, stoppingToken), stoppingToken);
        }
        IsDone = true;
    }
}
