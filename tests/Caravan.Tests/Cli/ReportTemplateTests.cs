using Caravan.Cli;

namespace Caravan.Tests.Cli;

public class ReportTemplateTests
{
    private const string Template = "@@caravan-title@@ @@caravan-summary@@ \"@@caravan-result@@\"";

    [Fact]
    public void Page_that_is_not_built_is_told_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("Caravan.slnx"), "");
        // the sources have a page of the same name
        Directory.CreateDirectory(folder.File("web"));
        File.WriteAllText(folder.File("web/report.html"), Template);
        File.WriteAllText(folder.File("web/package.json"), "{}");
        var (page, told) = Load(folder);
        Assert.Null(page);
        Assert.Contains("report.html is left out", told);
        Assert.Contains("Node", told);
    }

    [Theory]
    [InlineData("web")]
    [InlineData("web/dist")]
    public void Page_is_found_from_a_folder_below(string place)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File(place));
        Directory.CreateDirectory(folder.File("bin/Release"));
        File.WriteAllText(folder.File($"{place}/report.html"), Template);
        var (page, told) = Load(folder, "bin/Release");
        Assert.NotNull(page);
        Assert.Equal("", told);
    }

    [Fact]
    public void Page_of_another_version_is_told()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("web"));
        File.WriteAllText(folder.File("web/report.html"), "<html></html>");
        var (page, told) = Load(folder);
        Assert.Null(page);
        Assert.Contains("build the page anew", told);
    }

    private static (object? Page, string Told) Load(TemporaryFolder folder, string below = "")
    {
        var error = new StringWriter();
        return (ReportTemplate.Load(error, folder.File(below)), error.ToString());
    }
}
