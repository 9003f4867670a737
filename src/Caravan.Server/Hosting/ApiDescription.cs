using Caravan.Reporting;
using Microsoft.AspNetCore.OpenApi;

namespace Caravan.Server.Hosting;

/// <summary>What the OpenAPI document says about the API as a whole.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Caravan";
        document.Info.Version = ProductVersion.Text;
        document.Info.Description = "Evaluates packages of international economic cooperation. Names are those of "
            + "run.json; docs/api.md has examples.";
        return Task.CompletedTask;
    });
}
