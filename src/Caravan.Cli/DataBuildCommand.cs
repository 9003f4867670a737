using System.CommandLine;
using Caravan.Data;
using Caravan.Data.Building;
using Caravan.Data.Loading;
using Caravan.Reporting;
using Caravan.Scenarios;

namespace Caravan.Cli;

/// <summary><c>caravan data build</c>: what ships, made again from what it is made of.</summary>
internal static class DataBuildCommand
{
    private const string World2023 = "world-2023";
    private const string Network = "network";
    private const string Sea = "sea";
    private const string Finance = "finance";

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME")
        {
            Description = $"What to build: {World2023}, {Sea} (the sea tables), {Network} (travel times) or {Finance}.",
        };
        var sources = new Option<string>("--sources")
        {
            Description = "Folder with the raw sources that data/SOURCES.md lists.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => Path.Combine("..", "shared", "data"),
        };
        var output = new Option<string?>("--out")
        {
            Description = "The .caravan file to write, or the folder of the network tables; default: below data.",
            HelpName = "FILE",
        };
        var command = new Command("build", "Compute a shipped baseline or network from what it is made of") { name };
        command.Add(sources);
        command.Add(output);
        command.SetAction((parse, cancellation) => Task.FromResult(parse.GetRequiredValue(name) switch
        {
            World2023 => BuildWorld(terminal, parse.GetRequiredValue(sources), parse.GetValue(output)),
            Sea => BuildSea(terminal, parse.GetRequiredValue(sources), parse.GetValue(output)),
            Network => BuildTravel(terminal, parse.GetValue(output), cancellation),
            Finance => BuildFinance(terminal, parse.GetRequiredValue(sources), parse.GetValue(output)),
            var word => throw new InputException(new InputIssue(
                word, 0, "nothing of this name can be built", $"give {World2023}, {Sea}, {Network} or {Finance}")),
        }));
        return command;
    }

    private static int BuildWorld(Terminal terminal, string sources, string? output)
    {
        if (IsMissing(terminal, sources))
        {
            return ExitCode.Environment;
        }
        var built = World2023Builder.BuildWithReport(sources, step => terminal.Error.WriteLine($"caravan: {step}"));
        var path = output ?? Path.Combine("data", World2023 + BaselineFile.Extension);
        BaselineFile.Write(built.Baseline, path);
        TerminalReport.Write(BuildDiagnostics.Of(built, new FileInfo(path).Length), terminal);
        terminal.Error.WriteLine($"caravan: wrote {built.Baseline.Name} to {path}");
        return ExitCode.Ok;
    }

    private static int BuildSea(Terminal terminal, string sources, string? output)
    {
        var folder = output ?? Path.Combine("data", Network);
        if (IsMissing(terminal, sources) || IsMissing(terminal, folder))
        {
            return ExitCode.Environment;
        }
        SeaNetworkBuilder.Build(sources, folder).Write(folder);
        terminal.Error.WriteLine($"caravan: wrote the sea tables to {folder}; build the program, then `data build network`");
        return ExitCode.Ok;
    }

    private static int BuildTravel(Terminal terminal, string? output, CancellationToken cancellation)
    {
        var folder = output ?? Path.Combine("data", Network);
        if (IsMissing(terminal, folder))
        {
            return ExitCode.Environment;
        }
        var economies = Baselines.Load(World2023).Economies;
        foreach (var file in TransportModel.Shipped.WriteTravel(economies, folder, Environment.ProcessorCount, cancellation))
        {
            terminal.Error.WriteLine($"caravan: wrote {file}");
        }
        return ExitCode.Ok;
    }

    private static int BuildFinance(Terminal terminal, string sources, string? output)
    {
        var path = output ?? Path.Combine("data", Finance, "debt.csv");
        if (IsMissing(terminal, sources))
        {
            return ExitCode.Environment;
        }
        File.WriteAllText(path, PublicFinanceBuilder.Build(sources));
        terminal.Error.WriteLine($"caravan: wrote {path}; build the program to put it in");
        return ExitCode.Ok;
    }

    private static bool IsMissing(Terminal terminal, string folder)
    {
        if (Directory.Exists(folder))
        {
            return false;
        }
        terminal.Error.WriteLine($"caravan: the folder {folder} is missing; name it with --sources or --out");
        return true;
    }
}
