using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Caravan.Benchmarks;

// Short runs by default so that the whole set takes minutes; --job medium and others override it.
// --sizes prints sweeps, bytes touched and memory once per world in place of timings.
if (args is ["--sizes"])
{
    SizeTable.Print(Console.Out);
    return;
}
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithId("short").AsDefault())
    .AddExporter(MarkdownExporter.GitHub)
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
