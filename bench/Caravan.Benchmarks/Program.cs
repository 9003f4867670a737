using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Caravan.Benchmarks;
using Caravan.Benchmarks.Page;

// Short runs in one process, so that the whole set takes minutes; ratios are what to compare.
// --sizes prints sweeps, bytes touched and memory once per world in place of timings, --network-memory that of the
// network. --page measures the page in a browser, --users many people at once; each starts and ends its own server.
// --startup-profile writes anew what src/Precompile.targets has compiled ahead.
if (args is ["--page"] or ["--users"])
{
    return await (args is ["--page"] ? PageLatency.Run(Console.Out) : UserLoad.Run(Console.Out)) > 0 ? 1 : 0;
}
if (args is ["--startup-profile"])
{
    StartupProfile.Write(Console.Out);
    return 0;
}
if (args is ["--sizes"])
{
    SizeTable.Print(Console.Out);
    return 0;
}
if (args is ["--network-memory"])
{
    NetworkMemory.Print(Console.Out);
    return 0;
}
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithId("short"))
    .AddExporter(MarkdownExporter.GitHub)
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
return 0;
