using Caravan.Reporting;
using Caravan.Server.Contracts;
using Caravan.Server.Hosting;
using Caravan.Server.Solving;
using Caravan.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>For who runs the server: does it live, is it ready, how much has it done.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("health");
        group.MapGet("/health", Health).WithSummary("Whether the process lives");
        group.MapGet("/ready", Ready).WithSummary("Whether answers come at full speed and the database can be reached");
        group.MapGet("/metrics", Metrics).WithSummary("Counts in the text format of Prometheus");
    }

    private static Ok<HealthAnswer> Health() => TypedResults.Ok(new HealthAnswer("ok", ProductVersion.Text));

    private static async Task<Results<Ok<HealthAnswer>, JsonHttpResult<HealthAnswer>>> Ready(
        WarmUp warm, Database database, CancellationToken cancellation)
    {
        var status = !warm.IsDone ? "warming up" : await database.CanBeReached(cancellation) ? "ready" : "no database";
        var answer = new HealthAnswer(status, ProductVersion.Text);
        return status == "ready" ? TypedResults.Ok(answer)
            : TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static ContentHttpResult Metrics(ServerMetrics metrics, SolveGate gate, WarmUp warm) => TypedResults.Text(
        metrics.Write(gate.Inside, gate.Waiting, warm.IsDone), "text/plain; version=0.0.4");
}
