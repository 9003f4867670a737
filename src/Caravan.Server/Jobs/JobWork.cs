using System.Collections.Immutable;
using Caravan.Reporting;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Caravan.Server.Solving;

namespace Caravan.Server.Jobs;

/// <summary>The kinds of long work.</summary>
internal sealed class JobWork(ScenarioReader reader)
{
    /// <summary>Words for the kinds.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["decompose"];

    /// <summary>Throws where the work could not even begin.</summary>
    /// <exception cref="Data.InputException">Carries every problem.</exception>
    public void Check(JobRequest request)
    {
        var (loaded, world) = reader.Read(request);
        SolveSettings.Read(request.Model, request.Closure);
        ScenarioFile.Resolve(loaded, world.Baseline);
    }

    /// <summary>The JSON that comes out.</summary>
    /// <exception cref="JobFailedException">There is no answer.</exception>
    public byte[] Run(JobRequest request, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var (loaded, world) = reader.Read(request);
        // one thread: who drags a lever meanwhile has the others
        var options = SolveSettings.Read(request.Model, request.Closure).Options(world, threads: 1) with
        {
            Decompose = true,
            Progress = progress,
        };
        var result = ScenarioRunner.Run(loaded, world.Baseline, options, cancellation)[0];
        if (!result.Converged)
        {
            throw new JobFailedException($"the package did not converge: {result.StatusName}, {result.StatusMeaning}");
        }
        if (result.Decomposition is not { Status: Trade.SolveStatus.Converged })
        {
            throw new JobFailedException("a part of the package did not converge when solved by itself");
        }
        return JsonBody.Write(writer => RunDocument.WriteMembers(writer, result, withTimings: false));
    }
}
