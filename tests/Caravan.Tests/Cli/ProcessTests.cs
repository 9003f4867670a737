using System.Diagnostics;

namespace Caravan.Tests.Cli;

public class ProcessTests(TinyScenario tiny) : IClassFixture<TinyScenario>
{
    [Fact]
    public void Process_run_prints_the_same_as_inside_a_process()
    {
        var (code, output, error) = Execute(tiny.Folder, "run", "freer-trade.yaml");
        Assert.Equal((0, ""), (code, error));
        var inside = CommandCall.Run("run", tiny.FreerTrade);
        Assert.Equal(inside.Transcript(), new CommandCall(code, output, error).Transcript());
    }

    [Fact]
    public void Process_keeps_data_and_talk_apart()
    {
        var (code, output, error) = Execute(tiny.Folder, "run", "wrong.yaml");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("wrong.yaml:", error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public void Process_writes_a_workbook_to_standard_output()
    {
        var start = Start(tiny.Folder, "run", "freer-trade.yaml", "--format", "xlsx");
        using var process = Process.Start(start)!;
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Equal(6, document.WorkbookPart!.WorksheetParts.Count());
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData("--json >&-")]
    [InlineData("| true")]
    public void Process_whose_output_is_closed_ends_quietly(string rest)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardError = true, WorkingDirectory = tiny.Folder };
        var program = Path.Combine(AppContext.BaseDirectory, "caravan-cli.dll");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"set -o pipefail; dotnet exec '{program}' list {rest}");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, error));
    }

    internal static (int Code, string Out, string Error) Execute(string folder, params string[] args)
    {
        using var process = Process.Start(Start(folder, args))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static ProcessStartInfo Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "caravan-cli.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }
        return start;
    }
}
