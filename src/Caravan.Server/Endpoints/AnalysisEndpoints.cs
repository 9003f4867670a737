using System.Text.Json;
using Caravan.Server.Contracts;
using Caravan.Server.Solving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>Answers that take many solves, at once where they are quick; else a job does them.</summary>
internal static class AnalysisEndpoints
{
    public static void MapAnalyses(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("analyses").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapPost("/build", Build).Produces<JsonElement>().WithSummary("Projects: money, fiscal cost, worth, debt");
        group.MapPost("/share", Share).Produces<JsonElement>()
            .WithSummary("How gains can be shared, who would stay or leave");
        group.MapPost("/discuss", Discuss).Produces<JsonElement>()
            .WithSummary("Who would agree, and to which packages");
    }

    private static Task<FileContentHttpResult> Build(
        AnalysisRequest request, Analyses analyses, SolveGate gate, CancellationToken cancellation) =>
        Run("build", request, analyses, gate, cancellation);

    private static Task<FileContentHttpResult> Share(
        AnalysisRequest request, Analyses analyses, SolveGate gate, CancellationToken cancellation) =>
        Run("share", request, analyses, gate, cancellation);

    private static Task<FileContentHttpResult> Discuss(
        AnalysisRequest request, Analyses analyses, SolveGate gate, CancellationToken cancellation) =>
        Run("discuss", request, analyses, gate, cancellation);

    private static async Task<FileContentHttpResult> Run(
        string kind, AnalysisRequest request, Analyses analyses, SolveGate gate, CancellationToken cancellation) =>
        JsonBody.Answer(await gate.Run((threads, stop) =>
            analyses.Run(kind, request, new AnalysisSettings { Threads = threads }, stop), cancellation));
}
