using System.Globalization;
using System.Net;
using Caravan.Data;
using Caravan.Reporting;

namespace Caravan.Server.Hosting;

/// <summary>How the server is started.</summary>
internal sealed record ServeOptions
{
    public const int DefaultPort = 5080;

    /// <summary>Variable of the environment that holds the connection string, which is secret.</summary>
    public const string DatabaseVariable = "CARAVAN_DATABASE";

    private static readonly string[] s_words =
        ["--port", "--host", "--data", "--database", "--web", "--log", "--help", "--version"];

    /// <summary>Port; 0 takes a free one. Default 5080.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Address to listen on. Default 127.0.0.1: this machine only.</summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>Folder of the database file; null for the user's own data folder.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Connection string of PostgreSQL; null for SQLite in <see cref="DataFolder"/>.</summary>
    public string? Database { get; init; }

    /// <summary>Folder of the built page; null looks for it.</summary>
    public string? WebFolder { get; init; }

    /// <summary>True for one JSON object a line on standard error, requests included.</summary>
    public bool JsonLog { get; init; }

    /// <summary>Whether it solves once before anybody asks. Default true.</summary>
    public bool WarmUp { get; init; } = true;

    public ServerLimits Limits { get; init; } = new();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What the arguments ask for; null with an exit code where there is nothing to serve.</summary>
    public static (ServeOptions? Options, int Exit) Read(string[] args, TextWriter output, TextWriter error)
    {
        var options = new ServeOptions
        {
            Database = Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } secret ? secret : null,
        };
        for (var at = 0; at < args.Length; at++)
        {
            var equals = args[at].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[at] : args[at][..equals];
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    output.Write(Help);
                    return (null, 0);
                case "--version":
                    output.Write($"{ProductVersion.Text}\n");
                    return (null, 0);
            }
            if (!s_words.Contains(name))
            {
                var near = NearestWord.Find(name, s_words);
                return Refuse(error, near is null
                    ? $"'{name}' is no option" : $"'{name}' is no option; did you mean '{near}'?");
            }
            if (equals < 0 && ++at == args.Length)
            {
                return Refuse(error, $"{name} needs a value");
            }
            var value = equals < 0 ? args[at] : args[at][(equals + 1)..];
            if (options.With(name, value) is not { } changed)
            {
                return Refuse(error, $"{name} {value}: {Expected(name)}");
            }
            options = changed;
        }
        return (options, 0);
    }

    private ServeOptions? With(string name, string value) => name switch
    {
        "--port" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? this with { Port = port } : null,
        "--host" => value == "localhost" ? this with { Host = IPAddress.Loopback }
            : IPAddress.TryParse(value, out var host) ? this with { Host = host } : null,
        "--data" => value.Length > 0 ? this with { DataFolder = value } : null,
        "--database" => value.Length > 0 ? this with { Database = value } : null,
        "--web" => Directory.Exists(value) ? this with { WebFolder = value } : null,
        "--log" => value is "text" or "json" ? this with { JsonLog = value == "json" } : null,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such option"),
    };

    private static string Expected(string name) => name switch
    {
        "--port" => "give a port from 0 to 65535; 0 takes a free one",
        "--host" => "give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all",
        "--web" => "there is no such folder",
        "--log" => "give text or json",
        _ => "the value is empty",
    };

    private static (ServeOptions?, int) Refuse(TextWriter error, string problem)
    {
        error.WriteLine($"caravan: {problem}");
        error.WriteLine("caravan: see `caravan serve --help`");
        return (null, 2);
    }

    private static string Help =>
        """
        Examples:
          caravan serve
          caravan serve --port 8080 --data results

        Usage:
          caravan serve [options]

        Options:
          --port <PORT>           Port; 0 takes a free one. [default: 5080]
          --host <ADDRESS>        Address to listen on; 0.0.0.0 for all. [default: 127.0.0.1]
          --data <FOLDER>         Folder of what is saved. [default: the user's data folder]
          --database <TEXT>       Connection string of PostgreSQL, instead of a file; better in CARAVAN_DATABASE.
          --web <FOLDER>          Folder of the built page. [default: web/dist]
          --log <text|json>       How the log is written to standard error. [default: text]
          --help                  Show help.

        """;
}
