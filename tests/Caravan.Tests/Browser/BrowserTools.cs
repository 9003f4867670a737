namespace Caravan.Tests.Browser;

/// <summary>What tests in a real browser need, and why they are skipped where it is missing.</summary>
internal static class BrowserTools
{
    /// <summary>Variable of the environment that names the browser; else the usual places are looked at.</summary>
    public const string BrowserVariable = "CARAVAN_CHROMIUM";

    private static readonly string[] s_names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Chromium, or null.</summary>
    public static string? Browser { get; } = FindBrowser();

    /// <summary>The built page.</summary>
    public static string Page { get; } = Path.Combine(Repository.Root, "web", "dist");

    /// <summary>The checker of accessibility, installed with what builds the page.</summary>
    public static string AxeScript { get; } =
        Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Folder of screenshots, kept after the run.</summary>
    public static string Pictures { get; } = Path.Combine(Repository.Root, "artifacts", "screenshots");

    /// <summary>Why tests in a browser cannot run here, or null where they can.</summary>
    public static string? SkipReason =>
        Browser is null
            ? "Chromium is not installed (Debian: apt-get install chromium) and CARAVAN_CHROMIUM does not name it"
            : !File.Exists(Path.Combine(Page, "index.html"))
                ? "the page is not built: web/build needs Node 20.19 or later"
                : !File.Exists(AxeScript) ? "web/node_modules is not there: web/build needs Node 20.19 or later" : null;

    private static string? FindBrowser()
    {
        if (Environment.GetEnvironmentVariable(BrowserVariable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Where(folder => folder != "")
            .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
