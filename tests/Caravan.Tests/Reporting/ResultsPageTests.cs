using System.Text.Json;
using Caravan.Reporting;

namespace Caravan.Tests.Reporting;

public class ResultsPageTests
{
    private static string File => Path.Combine(Repository.Root, "docs", "results.md");

    [Fact]
    public void Page_defines_every_column()
    {
        var columns = new StringWriter();
        MarkdownTables.Write(RunTables.Columns(), columns);
        var text = System.IO.File.ReadAllText(File);
        if (ApprovedText.Renew)
        {
            var start = text.IndexOf("\n## Columns\n", StringComparison.Ordinal);
            text = (start < 0 ? text : text[..start]) + columns;
            System.IO.File.WriteAllText(File, text);
        }
        Assert.EndsWith(columns.ToString(), text);
    }

    [Fact]
    public void Page_names_every_property_of_a_run()
    {
        using var json = new MemoryStream();
        RunDocument.Write([ResultSample.Converged], json, withTimings: true);
        using var document = JsonDocument.Parse(json.ToArray());
        var text = System.IO.File.ReadAllText(File);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            Assert.Contains(property.Name, text);
        }
    }

    [Fact]
    public void Page_lists_the_files_of_a_bundle()
    {
        var folder = Directory.CreateTempSubdirectory("caravan-page-").FullName;
        try
        {
            var target = Path.Combine(folder, "out");
            Bundle.Write(
                target, [new BundlePart("", ResultSample.Converged)], new ReportPage(ReportPageTests.Template));
            var text = System.IO.File.ReadAllText(File);
            Assert.All(
                Directory.GetFiles(target).Select(file => Path.GetFileName(file)).Where(name => name != "README.md"),
                name => Assert.Contains($"`{name}`", text));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
