using Caravan.Reporting;

namespace Caravan.Cli;

/// <summary>The built page from which <c>report.html</c> is made.</summary>
internal static class ReportTemplate
{
    /// <summary>The page, or null where it is not built, which is told.</summary>
    /// <param name="error">Hears why there is none.</param>
    /// <param name="folder">Where to begin to look; the program's own folder.</param>
    public static ReportPage? Load(TextWriter error, string? folder = null)
    {
        if (Find(folder ?? AppContext.BaseDirectory) is not { } file)
        {
            error.WriteLine($"caravan: {ReportPage.FileName} is left out, because the page is not built: "
                + "web/build makes it where Node 20.19 or later is installed");
            return null;
        }
        try
        {
            return new ReportPage(File.ReadAllText(file));
        }
        catch (InvalidDataException trouble)
        {
            error.WriteLine($"caravan: {ReportPage.FileName} is left out: {trouble.Message}");
            return null;
        }
    }

    // beside this program where both are published, else in the tree that it was built in
    private static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            foreach (var place in new[] { "web", Path.Combine("web", "dist") })
            {
                var file = Path.Combine(at.FullName, place, ReportPage.FileName);
                // the sources have a page of this name too, which is no template yet
                if (File.Exists(file) && !File.Exists(Path.Combine(at.FullName, place, "package.json")))
                {
                    return file;
                }
            }
            if (File.Exists(Path.Combine(at.FullName, "Caravan.slnx")))
            {
                return null;
            }
        }
        return null;
    }
}
