using Caravan.Reporting;

namespace Caravan.Server.Hosting;

/// <summary>What makes <c>report.html</c> of bundles: the template beside the page that is served.</summary>
/// <param name="Page">The page, or null where it is not built.</param>
internal sealed record WebReport(ReportPage? Page)
{
    /// <summary>The template of a folder, read once.</summary>
    public static WebReport Of(string? folder)
    {
        var file = (folder ?? WebPage.Find()) is { } root ? Path.Combine(root, ReportPage.FileName) : "";
        try
        {
            return new WebReport(File.Exists(file) ? new ReportPage(File.ReadAllText(file)) : null);
        }
        catch (InvalidDataException)
        {
            // an older page goes on being served; its bundles have no report
            return new WebReport(null as ReportPage);
        }
    }
}
