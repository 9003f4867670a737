using System.Collections.Immutable;
using System.CommandLine;
using Caravan.Reporting;

namespace Caravan.Cli;

/// <summary>The options <c>--format</c> and <c>--json</c>, and what they do with tables.</summary>
internal sealed class OutputFormat
{
    private const string Table = "table";
    private const string Json = "json";

    private readonly Option<string?> _format = ScenarioOptionSet.Choice(
        "--format", "How the result is printed; table is the default.", [Table, "csv", "markdown", "xlsx"]);

    private readonly Option<bool> _json = new("--json") { Description = "Print one documented JSON object." };

    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_json);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_json) is not null && result.GetResult(_format) is not null)
            {
                result.AddError("--json and --format exclude each other");
            }
        });
    }

    /// <summary>Prints in the format asked for; what a format does not need is not computed.</summary>
    public int Write(
        ParseResult parse,
        Terminal terminal,
        Func<ImmutableArray<Report>> reports,
        Func<ImmutableArray<ReportTable>> tables,
        Action<Stream> json)
    {
        switch (parse.GetValue(_json) ? Json : parse.GetValue(_format) ?? Table)
        {
            case Json:
                terminal.Out.Flush();
                json(terminal.OutBytes);
                break;
            case "csv":
                // one file is one table: the first is the one that the command is about
                CsvTables.Write(tables()[0], terminal.Out);
                break;
            case "markdown":
                foreach (var report in reports())
                {
                    MarkdownTables.Write(report, terminal.Out);
                }
                break;
            case "xlsx":
                if (terminal.IsInteractive)
                {
                    terminal.Error.WriteLine("caravan: a workbook is no text for a terminal; write it to a file, "
                        + "such as `> results.xlsx`");
                    return ExitCode.BadInput;
                }
                terminal.Out.Flush();
                WorkbookTables.Write(tables(), terminal.OutBytes);
                break;
            default:
                foreach (var report in reports())
                {
                    TerminalReport.Write(report, terminal);
                }
                break;
        }
        return ExitCode.Ok;
    }
}
