using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Caravan.Tests.Server;

/// <summary>A PostgreSQL of our own on a free port with its data in a temporary folder, ended with the tests.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    // the program refuses to run as root; Debian's package brings this account
    private const string Account = "postgres";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("caravan-postgres-");
    private Process? _process;

    /// <summary>Folder of the programs, or null with a reason.</summary>
    internal static string? Programs { get; } = FindPrograms();

    internal static string? SkipReason { get; } =
        Programs is null ? "PostgreSQL is not installed (./test installs it on Debian as root)"
        : Environment.UserName == "root" && !HasAccount()
            ? $"PostgreSQL does not run as root and there is no account {Account}"
        : null;

    internal string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (SkipReason is not null)
        {
            return;
        }
        var data = Path.Combine(_folder.FullName, "data");
        if (Environment.UserName == "root")
        {
            Run("chown", Account, _folder.FullName);
        }
        RunAs(Path.Combine(Programs!, "initdb"), "-D", data, "-U", "caravan", "-A", "trust", "-E", "UTF8",
            "--no-locale", "-N");
        var port = FreePort();
        _process = Process.Start(StartAs(Path.Combine(Programs!, "postgres"), "-D", data, "-h", "127.0.0.1", "-p",
            port.ToString(CultureInfo.InvariantCulture), "-k", _folder.FullName, "-c", "fsync=off"))!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=caravan;Database=postgres;Timeout=5";
        await Answers();
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            // interrupt: it ends the connections and stops
            Run("kill", "-INT", _process.Id.ToString(CultureInfo.InvariantCulture));
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>A new empty database of this server.</summary>
    internal async Task<string> NewDatabase()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = new Npgsql.NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var create = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionString.Replace("Database=postgres", $"Database={name}", StringComparison.Ordinal);
    }

    private async Task Answers()
    {
        for (var look = 0; ; look++)
        {
            try
            {
                await using var connection = new Npgsql.NpgsqlConnection(ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (Npgsql.NpgsqlException) when (look < 300 && !_process!.HasExited)
            {
                await Task.Delay(200);
            }
        }
    }

    private static string? FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        return Directory.Exists(debian)
            ? Directory.GetDirectories(debian).Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
    }

    private static bool HasAccount() => File.Exists("/etc/passwd")
        && File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{Account}:", StringComparison.Ordinal));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void RunAs(string program, params string[] args) => Wait(StartAs(program, args));

    private static void Run(string program, params string[] args) => Wait(Start(program, args));

    // setpriv becomes the program, so its process id is the program's
    private static ProcessStartInfo StartAs(string program, params string[] args) => Environment.UserName == "root"
        ? Start("setpriv", [$"--reuid={Account}", $"--regid={Account}", "--clear-groups", program, .. args])
        : Start(program, args);

    private static ProcessStartInfo Start(string program, string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static void Wait(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{start.FileName}: {error.Result}");
    }
}
