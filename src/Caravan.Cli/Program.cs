using Caravan.Cli;
using Caravan.Data.Loading;
using Caravan.Scenarios;

ProcessMemory.TakeAhead();
// nearly every scenario stands on it, and it takes as long to load as the command and the scenario to read
if (args is ["run" or "compare" or "check" or "build" or "share" or "discuss", _, ..]
    && !Array.Exists(args, word => word.StartsWith("--baseline", StringComparison.Ordinal)))
{
    Baselines.BeginLoading(ScenarioFile.DefaultBaseline);
}
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // the first Ctrl-C asks the command to stop cleanly, a second one ends the process
    press.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
return CommandLine.Run(args, Terminal.OfProcess(stop.Token));
