using Caravan.Reporting;
using Caravan.Server.Endpoints;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Caravan.Server.Hosting;

/// <summary>The OpenAPI document: what it says about the API as a whole, and where it is read.</summary>
internal static class ApiDescription
{
    private const string Version = "v1";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Version, Configure);

    // written once like every other document, so that it has an ETag too
    public static void MapApiDescription(this WebApplication app) => app.MapGet($"/openapi/{Version}.json",
        (HttpContext context, Documents documents) => documents.Answer(context, "openapi", "application/json", () =>
            Write(context.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(Version))
                .GetAwaiter().GetResult())).ExcludeFromDescription();

    private static async Task<byte[]> Write(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var bytes = new MemoryStream();
        await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1);
        return bytes.ToArray();
    }

    private static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Caravan";
        document.Info.Version = ProductVersion.Text;
        document.Info.Description = "Evaluates packages of international economic cooperation. Names are those of "
            + "run.json; docs/api.md has examples.";
        return Task.CompletedTask;
    });
}
