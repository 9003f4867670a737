using Caravan.Cli;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // the first Ctrl-C asks the command to stop cleanly, a second one ends the process
    press.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
return CommandLine.Run(args, Terminal.OfProcess(stop.Token));
