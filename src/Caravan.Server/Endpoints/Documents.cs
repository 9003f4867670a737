using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Caravan.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Caravan.Server.Endpoints;

/// <summary>What does not change while the server runs: written once, told apart by a hash.</summary>
internal sealed class Documents(IOptions<JsonOptions> json)
{
    private readonly ConcurrentDictionary<string, Lazy<Document>> _documents = new();

    /// <summary>The bytes of a document, or 304 where the client has them.</summary>
    public FileContentHttpResult Answer(HttpContext context, string key, string contentType, Func<byte[]> make)
    {
        var document = _documents.GetOrAdd(key, _ => new Lazy<Document>(() => Document.Of(make()))).Value;
        // a browser asks again whether it is still the same, which costs no body
        context.Response.Headers.CacheControl = "no-cache";
        if (!Brotli.IsAccepted(context.Request))
        {
            return TypedResults.Bytes(document.Bytes, contentType, entityTag: document.Tag);
        }
        Brotli.Announce(context);
        return TypedResults.Bytes(document.Compressed, contentType, entityTag: document.Tag);
    }

    /// <summary>The same for a value.</summary>
    public FileContentHttpResult Answer<T>(HttpContext context, string key, Func<T> make) => Answer(
        context, key, "application/json",
        () => JsonSerializer.SerializeToUtf8Bytes(make(), json.Value.SerializerOptions));

    private sealed record Document(byte[] Bytes, EntityTagHeaderValue Tag)
    {
        public byte[] Compressed => field ??= Brotli.Compress(Bytes);

        // weak, because the bytes on the way may be compressed
        public static Document Of(byte[] bytes) => new(bytes, new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"", isWeak: true));
    }
}
