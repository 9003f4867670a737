using System.Security.Cryptography;
using System.Text;
using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Server.Hosting;

namespace Caravan.Server.Solving;

/// <summary>Solves scenarios, and remembers where solves ended so that similar ones start there.</summary>
internal sealed class Solver(ServerMetrics metrics)
{
    // a trail has some 2 MB for the world that ships
    private const int RememberedTrails = 64;

    private readonly RecentlyUsed<string, SolveTrail> _trails = new(RememberedTrails);

    /// <summary>The result of one scenario, and the token of where it ended.</summary>
    /// <param name="loaded">The scenario.</param>
    /// <param name="world">Its world.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="token">Token of an earlier result; null, unknown and foreign ones cost only time.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    public (RunResult Result, string? Token) Solve(
        LoadedScenario loaded, PreparedWorld world, RunOptions options, string? token, CancellationToken cancellation)
    {
        // who moves on does not come back: a trail that is kept in vain is moved in memory again and again
        var trail = token is null ? null : _trails.Take(token);
        var onTrail = options with { Trail = trail ?? SolveTrail.Empty };
        var result = ScenarioRunner.Run(loaded, world.Baseline, onTrail, cancellation)[0];
        metrics.Solved(result.StatusName, result.Timings.SolveMs / 1000, trail is not null);
        if (result.Trail is not { } end)
        {
            return (result, null);
        }
        var name = TokenOf(result);
        _trails.Remember(name, end);
        return (result, name);
    }

    // the same question has the same token on every server
    private static string TokenOf(RunResult result)
    {
        var model = $"{result.BaselineHash} {result.ModelName} {result.ClosureName} {result.Elasticities}";
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{model} {result.ScenarioHash}")))[..32];
    }
}
