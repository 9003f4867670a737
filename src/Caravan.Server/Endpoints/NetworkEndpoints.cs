using Caravan.Data.Transport;
using Caravan.Reporting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>The transport network and the catalogue of projects as GeoJSON.</summary>
internal static class NetworkEndpoints
{
    private const string GeoJson = "application/geo+json";

    private static readonly Dictionary<string, Func<NetworkMap, byte[]>> s_layers = new(StringComparer.Ordinal)
    {
        ["links"] = map => map.Links(null),
        ["crossings"] = map => map.Crossings(),
        ["ports"] = map => map.Places(PlaceKind.Port),
        ["passages"] = map => map.Passages(),
        ["cities"] = map => map.Places(PlaceKind.City),
    };

    public static void MapNetwork(this RouteGroupBuilder api)
    {
        api.MapGet("/network/{layer}", Layer).WithTags("network").Produces(200, contentType: GeoJson)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("links (also by ?mode=road, rail, sea or ferry), crossings, ports, passages or cities");
        api.MapGet("/projects", Projects).WithTags("network").Produces(200, contentType: GeoJson)
            .WithSummary("The catalogue of projects");
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Layer(
        HttpContext context, string layer, string? mode, Documents documents)
    {
        if (!s_layers.TryGetValue(layer, out var write))
        {
            return Missing.Problem("layer", s_layers.Keys);
        }
        if (mode is null)
        {
            return documents.Answer(context, $"network {layer}", GeoJson, () => write(NetworkMap.Shipped));
        }
        var modes = Enum.GetValues<TransportMode>().ToDictionary(NetworkMap.Word);
        return layer == "links" && modes.TryGetValue(mode, out var one)
            ? documents.Answer(context, $"network {layer} {mode}", GeoJson, () => NetworkMap.Shipped.Links(one))
            : Missing.Problem("mode", modes.Keys);
    }

    private static FileContentHttpResult Projects(HttpContext context, Documents documents) =>
        documents.Answer(context, "projects", GeoJson, () => NetworkMap.Shipped.Projects());
}
