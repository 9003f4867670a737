using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>
/// Writes results as a folder of files. Everything is written to a folder beside the target, which then takes the
/// target's name: a reader sees the old bundle or the new one, never half of one. No file holds a clock or a path of
/// the machine, so the same inputs give the same bytes.
/// </summary>
public static class Bundle
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // the first date that the format knows
    private static readonly DateTimeOffset s_earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Name, content and writer of every file, in the order of the bundle's README.</summary>
    private static readonly ImmutableArray<BundleFile> s_files =
    [
        new(ReportPage.FileName, "the result to look at in any browser, without network: map, tables, charts, sources",
            (part, page, output) => page!.Write(part.Result, output))
        { IsThere = (_, page) => page is not null },
        new("summary.md", "the tables for reading", (part, _, output) =>
            WriteText(output, text => MarkdownTables.Write(RunReport.Of(part.Result), text))),
        new("economies.csv", "one row an economy", (part, _, output) =>
            WriteText(output, text => CsvTables.Write(RunTables.Economies(part.Result), text))),
        new("sectors.csv", "one row an economy and sector", (part, _, output) =>
            WriteText(output, text => CsvTables.Write(RunTables.Sectors(part.Result), text))),
        new("flows.csv", "one row a flow between two economies in a sector, own sales included", (part, _, output) =>
            WriteText(output, text => CsvTables.Write(RunTables.Flows(part.Result), text))),
        new("groups.csv", "one row a group of economies", (part, _, output) =>
            WriteText(output, text => CsvTables.Write(RunTables.Groups(part.Result), text))),
        new("inequality.csv", "how far economies stand apart, before and after", (part, _, output) =>
            WriteText(output, text => CsvTables.Write(RunTables.Inequality(part.Result), text))),
        new("transport.csv", "days and dollars door to door between members and all economies, before and after", (part, _, output) =>
            WriteText(output, text => CsvTables.Write(RunTables.Transport(part.Result)!, text)))
        { IsThere = (result, _) => RunTables.Transport(result) is not null },
        new("links.csv", "how much trade uses each project or line that is built", (part, _, output) =>
            WriteText(output, text => CsvTables.Write(RunTables.Links(part.Result)!, text)))
        { IsThere = (result, _) => RunTables.Links(result) is not null },
        new("decomposition.csv", "one row an economy and action: what the action does to real income", (part, _, output) =>
            WriteText(output, text => CsvTables.Write(RunTables.Decomposition(part.Result)!, text)))
        { IsThere = (result, _) => RunTables.Decomposition(result) is not null },
        new("results.xlsx", "the tables and the meaning of their columns as a workbook", (part, _, output) =>
            WorkbookTables.Write(Sheets(part.Result), output)),
        new("run.json", "status, residual, versions, hashes, options, groups, economies and sectors", (part, _, output) =>
            RunDocument.Write([part.Result], output)),
        new("scenario.yaml", "the scenario as resolved: `caravan run scenario.yaml` runs it again", (part, _, output) =>
            WriteText(output, text => text.Write(part.Result.Scenario.ToYaml()))),
        new("chart.svg", "members' real income as bars", (part, _, output) =>
            WriteText(output, text => BarChart.Write(part.Result, text))),
        new("README.md", "this text", (part, page, output) => WriteText(output, text => WriteReadme(part, page, text))),
    ];

    /// <summary>Sheets of the workbook.</summary>
    public static ImmutableArray<ReportTable> Sheets(RunResult result) =>
    [
        RunTables.Run(result), RunTables.Groups(result), RunTables.Inequality(result), RunTables.Economies(result), RunTables.Sectors(result),
        .. new[] { RunTables.Transport(result), RunTables.Links(result), RunTables.Decomposition(result) }.OfType<ReportTable>(),
        RunTables.Columns(result),
    ];

    /// <summary>Writes a bundle; replaces an older bundle or an empty folder of the same name, nothing else.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="parts">At least one result.</param>
    /// <param name="page">Writes <c>report.html</c>, which is left out where it is null.</param>
    /// <exception cref="IOException">The folder holds other files, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string folder, ImmutableArray<BundlePart> parts, ReportPage? page = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfZero(parts.Length, nameof(parts));
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || Directory.Exists(target) && !MayReplace(target))
        {
            throw new IOException($"{folder} exists and is not a result bundle; name another folder or remove it");
        }
        var draft = $"{target}.partial-{Environment.ProcessId}";
        var old = $"{target}.old-{Environment.ProcessId}";
        try
        {
            foreach (var part in parts)
            {
                WritePart(Path.Combine(draft, part.Folder), part, page);
            }
            Replace(target, draft, old);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            var reason = trouble.Message.Replace(draft, target, StringComparison.Ordinal);
            throw new IOException($"{folder} cannot be written: {reason}", trouble);
        }
        finally
        {
            Remove(draft);
        }
    }

    /// <summary>Writes the files of a bundle of one result as a ZIP archive, with a fixed date, so that the same inputs
    /// give the same bytes.</summary>
    /// <param name="result">A result that converged.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="page">Writes <c>report.html</c>, which is left out where it is null.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="ArgumentException">The result did not converge.</exception>
    public static void WriteZip(
        RunResult result, Stream output, ReportPage? page = null, CancellationToken cancellation = default)
    {
        RunReport.RequireConverged(result);
        ArgumentNullException.ThrowIfNull(output);
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var part = new BundlePart("", result);
        foreach (var file in s_files.Where(file => file.IsThere(result, page)))
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = archive.CreateEntry(file.Name, CompressionLevel.Fastest);
            entry.LastWriteTime = s_earliest;
            using var content = entry.Open();
            file.Write(part, page, content);
        }
    }

    /// <summary>Writes one file of a bundle of one result.</summary>
    /// <param name="result">A result that converged.</param>
    /// <param name="name">Name of the file, such as <c>economies.csv</c>.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="page">Writes <c>report.html</c>.</param>
    /// <returns>False, with nothing written, where the bundle of this result has no such file.</returns>
    /// <exception cref="ArgumentException">The result did not converge.</exception>
    public static bool TryWriteFile(RunResult result, string name, Stream output, ReportPage? page = null)
    {
        RunReport.RequireConverged(result);
        ArgumentNullException.ThrowIfNull(output);
        var file = s_files.FirstOrDefault(file => file.Name == name && file.IsThere(result, page));
        file?.Write(new BundlePart("", result), page, output);
        return file is not null;
    }

    private static void Replace(string target, string draft, string old)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(draft, target);
            return;
        }
        Directory.Move(target, old);
        try
        {
            Directory.Move(draft, target);
        }
        catch (IOException)
        {
            Directory.Move(old, target);
            throw;
        }
        Remove(old);
    }

    private static void WritePart(string folder, BundlePart part, ReportPage? page)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in s_files.Where(file => file.IsThere(part.Result, page)))
        {
            using var output = File.Create(Path.Combine(folder, file.Name));
            file.Write(part, page, output);
        }
    }

    // a folder of bundles has them one or two levels down
    private static bool MayReplace(string folder)
    {
        var known = s_files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .All(file => known.Contains(Path.GetFileName(file))
                && File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "run.json")));
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WriteText(Stream output, Action<TextWriter> content)
    {
        using var text = new StreamWriter(output, s_utf8, 1 << 16, leaveOpen: true);
        content(text);
    }

    private static void WriteReadme(BundlePart part, ReportPage? page, TextWriter text)
    {
        text.Write($"# {part.Result.Scenario.Name}: results\n\n{RunReport.Setting(part.Result)}\n");
        text.Write($"{RunReport.Quality(part.Result, withTimings: false)}\n{RunReport.Estimates(part.Result)}\n\n");
        text.Write("Written by Caravan " + ProductVersion.Text + ". Percentages are changes against the baseline "
            + "unless the definition says otherwise;\n`_musd` is million US dollars a year. Missing values are "
            + "empty.\n\n");
        text.Write("| file | what |\n| --- | --- |\n");
        foreach (var file in s_files.Where(file => file.IsThere(part.Result, page)))
        {
            text.Write($"| `{file.Name}` | {file.Content} |\n");
        }
        MarkdownTables.Write(RunTables.Columns(part.Result), text);
    }

    private sealed record BundleFile(
        string Name, string Content, Action<BundlePart, ReportPage?, Stream> Write)
    {
        // false where a result has no such rows
        public Func<RunResult, ReportPage?, bool> IsThere { get; init; } = (_, _) => true;
    }
}
