using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Caravan.Cli;

/// <summary>
/// <c>caravan serve</c>: the web page and the HTTP API. The server is a program of its own, so that the other commands
/// do not load a web framework; this one hands its options over and waits.
/// </summary>
internal static class ServeCommand
{
    private const string ProgramFile = "caravan-server.dll";

    public static Command Create(Terminal terminal)
    {
        var port = new Option<int?>("--port") { Description = "Port; 0 takes a free one. Default 5080.", HelpName = "PORT" };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None,
                CultureInfo.InvariantCulture, out var number) && number <= 65535))
            {
                result.AddError($"--port {result.Tokens[0].Value}: give a port from 0 to 65535; 0 takes a free one");
            }
        });
        Option[] options =
        [
            port,
            Text("--host", "ADDRESS", "Address to listen on; 0.0.0.0 for all. Default 127.0.0.1, this machine only."),
            Text("--data", "FOLDER", "Folder of what is saved. Default the user's data folder."),
            Text("--database", "TEXT", "Connection string of PostgreSQL; better in the variable CARAVAN_DATABASE."),
            Text("--web", "FOLDER", "Folder of the built page. Default web/dist."),
            ScenarioOptionSet.Choice("--log", "How the log is written to standard error.", ["text", "json"]),
        ];
        var command = new Command("serve", "Serve the web page and the HTTP API");
        foreach (var option in options)
        {
            command.Add(option);
        }
        command.SetAction(parse =>
        {
            var given = options.Select(option => (option.Name, Result: parse.GetResult(option)))
                .Where(one => one.Result is { Tokens.Count: 1 })
                .SelectMany(one => new[] { one.Name, one.Result!.Tokens[0].Value });
            return Run([.. given], terminal);
        });
        return command;
    }

    private static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description };

    // A table of the world's trade has 6 MB and an answer makes three to eight of them: young tables are collected together,
    // in memory that is kept. Of twenty people who drag at once, more than twice as many get an answer in the same time.
    // Calls are counted from the first: by default only once nothing new has run for a while, which a busy server never
    // reaches, and so it went on for hundreds of answers in code that is compiled to start soon, at half the speed.
    private static readonly ImmutableArray<(string Name, string Value)> s_settings =
    [
        ("DOTNET_GCgen0size", "10000000"), ("DOTNET_GCLOHThreshold", "1000000"), ("DOTNET_GCRetainVM", "1"),
        ("DOTNET_TC_CallCountingDelayMs", "0"),
    ];

    private static int Run(string[] args, Terminal terminal)
    {
        if (Find() is not { } program)
        {
            terminal.Error.WriteLine($"caravan: {ProgramFile} is not there; `./caravan serve` builds it");
            return ExitCode.Environment;
        }
        terminal.Out.Flush();
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            ["exec", program, .. args]);
        foreach (var (name, value) in s_settings)
        {
            start.Environment.TryAdd(name, value);
        }
        using var server = Process.Start(start)!;
        // Ctrl-C reaches both processes; the others are handed on, and the server ends in its own time
        using var term = OnSignal(PosixSignal.SIGTERM, server);
        using var hangUp = OnSignal(PosixSignal.SIGHUP, server);
        server.WaitForExit();
        return server.ExitCode;
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, Process server) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            if (!server.HasExited)
            {
                Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)])?.Dispose();
            }
        });

    // beside this program where both are published, else in the tree they were built in
    private static string? Find()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, ProgramFile);
        if (File.Exists(beside))
        {
            return beside;
        }
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Caravan.slnx")))
            {
                var built = Path.Combine(at.FullName, "src", "Caravan.Server", "bin", "Release", "net10.0", ProgramFile);
                return File.Exists(built) ? built : null;
            }
        }
        return null;
    }
}
