using System.Diagnostics;
using System.Globalization;

namespace Caravan.Tests.Cli;

public class ServeCommandTests
{
    [Fact]
    public async Task Serve_answers_until_it_is_stopped_and_ends_with_0()
    {
        using var folder = new TemporaryFolder();
        using var process = Process.Start(Start("--port", "0", "--data", folder.Path))!;
        var error = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync();
        Assert.Matches(@"^Caravan [\d.]+ serves http://127\.0\.0\.1:\d+/ \(Ctrl-C stops it\)$", line);
        using var client = new HttpClient { BaseAddress = new Uri(line!.Split(' ')[3]) };
        Assert.Contains("\"ok\"", await client.GetStringAsync("/health"));
        Assert.True(File.Exists(folder.File("caravan.db")));
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, await error));
    }

    [Fact]
    public void Serve_tells_of_a_taken_port_and_of_wrong_options()
    {
        using var folder = new TemporaryFolder();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var (code, output, error) = ProcessTests.Execute(folder.Path, "serve", "--port", port, "--data", folder.Path);
        Assert.Equal((3, ""), (code, output));
        Assert.Contains($"port {port}", error);
        Assert.DoesNotContain("   at ", error);
        var wrong = CommandCall.Run("serve", "--port", "99999");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("65535", wrong.Error);
    }

    [Fact]
    public void Serve_help_reads_as_approved() =>
        ApprovedText.Check("help-serve", CommandCall.Run("serve", "--help").Transcript());

    private static ProcessStartInfo Start(params string[] args) => new("dotnet",
        ["exec", Path.Combine(AppContext.BaseDirectory, "caravan-cli.dll"), "serve", .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
