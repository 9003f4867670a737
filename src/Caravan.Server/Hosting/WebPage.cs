using Caravan.Reporting;
using Microsoft.Extensions.FileProviders;

namespace Caravan.Server.Hosting;

/// <summary>The page: the files of <c>web/dist</c>, or a word about where the API is while there are none.</summary>
internal static class WebPage
{
    private const string Index = "index.html";

    public static void Use(WebApplication app, string? folder)
    {
        if ((folder ?? Find()) is not { } root)
        {
            return;
        }
        var files = new PhysicalFileProvider(Path.GetFullPath(root));
        app.UseMiddleware<PageAssets>(files);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl =
                // names of assets change with their content, the page's own does not
                answer.Context.Request.Path.StartsWithSegments(PageAssets.Folder)
                    ? PageAssets.CacheControl : "no-cache",
        });
    }

    public static void MapFallback(WebApplication app) => app.MapGet("/", () => TypedResults.Text(
        $"Caravan {ProductVersion.Text}. The page is not built; the API is at /api/v1, its description at "
        + "/openapi/v1.json.\n")).ExcludeFromDescription();

    /// <summary>The folder beside the program, or in the tree it was built in; null where the page is not built.
    /// </summary>
    public static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            foreach (var place in new[] { "web", Path.Combine("web", "dist") })
            {
                var folder = Path.Combine(at.FullName, place);
                // sources have an index page too, which a browser cannot run
                if (File.Exists(Path.Combine(folder, Index)) && !File.Exists(Path.Combine(folder, "package.json")))
                {
                    return folder;
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
