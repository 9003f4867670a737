using System.Text;
using Caravan.Cli;
using Caravan.Reporting;
using Caravan.Tests.Reporting;

namespace Caravan.Tests.Cli;

public class TerminalReportTests
{
    [Fact]
    public void Write_run_reads_as_approved() =>
        ApprovedText.Check("report-run", Print(RunReport.Of(ResultSample.Converged, withTimings: true)));

    [Fact]
    public void Write_comparison_reads_as_approved() =>
        ApprovedText.Check("report-comparison", Print(Models().Report("A made-up package")));

    [Fact]
    public void Write_narrow_terminal_splits_tables_and_keeps_numbers_whole()
    {
        var text = Print(RunReport.Of(ResultSample.Converged), width: 60);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 60, line));
        Assert.Contains("-98,765", text);
        Assert.Contains("+12,346", text);
    }

    [Fact]
    public void Write_with_colour_marks_gains_and_losses_alike()
    {
        var text = Print(RunReport.Of(ResultSample.Converged), colour: true);
        Assert.Contains("\e[32m", text);
        Assert.Contains("\e[31m", text);
    }

    internal static string Print(Report report, int width = 100, bool colour = false)
    {
        var output = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        TerminalReport.Write(report, new Terminal
        {
            Out = output,
            Error = output,
            OutBytes = Stream.Null,
            Width = width,
            Colour = colour,
        });
        return output.ToString();
    }

    private static Comparison Models() => new(
        [new("input-output", ResultSample.Converged), new("one-sector", ResultSample.Doubled)],
        "real_income_pct", "exports_pct");
}
