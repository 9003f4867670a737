using System.Collections.Concurrent;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Caravan.Server.Hosting;

/// <summary>
/// Scripts and styles of the page, each compressed once. Their names change with their content, so that nothing here
/// goes stale.
/// </summary>
internal sealed class PageAssets(RequestDelegate next, IFileProvider files)
{
    private static readonly string[] s_kinds = [".js", ".css", ".json", ".svg"];

    private readonly FileExtensionContentTypeProvider _types = new();
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _compressed = new(StringComparer.Ordinal);

    /// <summary>Folder of files whose names change with their content.</summary>
    public const string Folder = "/assets";

    /// <summary>How long they may be kept.</summary>
    public const string CacheControl = "public, max-age=31536000, immutable";

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (!HttpMethods.IsGet(context.Request.Method) || !path.StartsWithSegments(Folder)
            || !s_kinds.Contains(Path.GetExtension(path.Value)) || !Brotli.IsAccepted(context.Request)
            || files.GetFileInfo(path.Value!) is not { Exists: true } file
            || !_types.TryGetContentType(file.Name, out var type))
        {
            await next(context);
            return;
        }
        var body = _compressed.GetOrAdd(path.Value!, _ => new Lazy<byte[]>(() => Read(file))).Value;
        Brotli.Announce(context);
        context.Response.Headers.CacheControl = CacheControl;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static byte[] Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        var bytes = new byte[file.Length];
        stream.ReadExactly(bytes);
        return Brotli.Compress(bytes);
    }
}
