namespace Caravan.Server.Hosting;

/// <summary>Headers that keep a browser from running, framing or guessing anything that was not meant.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Only files of this server run; pictures may also come from the page itself, which draws them.</summary>
    public const string ContentPolicy = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        context.Response.OnStarting(() =>
        {
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }
            return Task.CompletedTask;
        });
        return next(context);
    }
}
