using Caravan.Data;
using Caravan.Server.Contracts;
using Caravan.Server.Solving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>Baselines, their economies and sectors.</summary>
internal static class BaselineEndpoints
{
    public static void MapBaselines(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/baselines").WithTags("baselines");
        group.MapGet("", All).Produces<BaselineContract[]>().WithSummary("The baselines that ship");
        group.MapGet("/{name}/economies", Economies).Produces<EconomyContract[]>()
            .WithSummary("Economies of a baseline");
        group.MapGet("/{name}/sectors", Sectors).Produces<SectorContract[]>().WithSummary("Sectors of a baseline");
    }

    private static FileContentHttpResult All(HttpContext context, Worlds worlds, Documents documents) =>
        documents.Answer(context, "baselines", () => worlds.Names.Select(name =>
        {
            var baseline = worlds.Of(name).Baseline;
            return new BaselineContract(name, baseline.Title, baseline.Year, baseline.Economies.Length,
                baseline.Sectors.Length, baseline.ContentHash, [.. baseline.Elasticities.Select(set => set.Name)],
                [.. baseline.Sets.Select(set => new SetContract(set.Name, set.Title, [.. set.Members], set.Source))],
                [.. baseline.Sources]);
        }).ToArray());

    private static Results<FileContentHttpResult, ProblemHttpResult> Economies(
        HttpContext context, string name, Worlds worlds, Documents documents) =>
        worlds.Find(name) is not { } world ? NoBaseline(worlds)
            : documents.Answer(context, $"economies {name}", () => EconomiesOf(world.Baseline));

    private static Results<FileContentHttpResult, ProblemHttpResult> Sectors(
        HttpContext context, string name, Worlds worlds, Documents documents) =>
        worlds.Find(name) is not { } world ? NoBaseline(worlds)
            : documents.Answer(context, $"sectors {name}", () => world.Baseline.Sectors
                .Select(sector => new SectorContract(sector.Code, sector.Name, sector.IsService)).ToArray());

    private static EconomyContract[] EconomiesOf(Baseline baseline) =>
    [
        .. baseline.Economies.Select((economy, at) => new EconomyContract(economy.Code, economy.Name, economy.Region,
            economy.IncomeGroup, economy.Landlocked, economy.BeltAndRoadCore, baseline.Population[at], baseline.Gdp[at],
            [.. baseline.Sets.Where(set => set.Members.Contains(economy.Code)).Select(set => set.Name)],
            [.. economy.Contains], economy.ProductionNote)),
    ];

    private static ProblemHttpResult NoBaseline(Worlds worlds) => Missing.Problem("baseline", worlds.Names);
}
