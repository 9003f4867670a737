using System.Text.Json;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Caravan.Server.Solving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>The scenarios that ship.</summary>
internal static class PackEndpoints
{
    public static void MapPacks(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/packs").WithTags("packs");
        group.MapGet("", All).Produces<PackContract[]>().WithSummary("The scenarios that ship");
        group.MapGet("/{name}", One).WithSummary("One as JSON and as YAML")
            .Produces<JsonElement>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static FileContentHttpResult All(HttpContext context, Worlds worlds, Documents documents) =>
        documents.Answer(context, "packs", () => Packs.Names.Select(name =>
        {
            var loaded = ScenarioFile.Load(name);
            var scenario = ScenarioFile.Resolve(loaded, worlds.Of(loaded.Baseline).Baseline);
            return new PackContract(name, scenario.Name, scenario.Summary, [.. scenario.Members],
                [.. scenario.Actions.Select(action => action.Id)], loaded.Baseline);
        }).ToArray());

    private static Results<FileContentHttpResult, ProblemHttpResult> One(
        HttpContext context, string name, Documents documents) =>
        !Packs.Contains(name) ? Missing.Problem("pack", Packs.Names)
            : documents.Answer(context, $"pack {name}", "application/json", () => JsonBody.Write(writer =>
            {
                var yaml = Packs.Read(name);
                writer.WriteString("name", name);
                writer.WritePropertyName("scenario");
                ScenarioJson.Write(yaml, name, writer);
                writer.WriteString("yaml", yaml);
            }));
}
