using System.Collections.Immutable;
using Caravan.Cooperation;

namespace Caravan.Scenarios.Sharing;

/// <summary>Estimates values of members by drawing coalitions; what does not converge counts as nothing and is told.</summary>
internal sealed class ShareSampler(SharedPackage package, ShareOptions options, CancellationToken cancellation)
{
    private readonly HashSet<Coalition> _asked = [];

    /// <summary>Every coalition that was drawn.</summary>
    public IReadOnlyCollection<Coalition> Asked => _asked;

    public SampledValues Shapley() => ValueSampling.Shapley(package.Players, Options, Worths);

    public SampledValues Banzhaf() => ValueSampling.Banzhaf(package.Players, Options, Worths);

    private SamplingOptions Options => new() { Pairs = options.SamplePairs, Seed = options.Seed };

    private ImmutableArray<double> Worths(ImmutableArray<Coalition> coalitions)
    {
        _asked.UnionWith(coalitions);
        return package.Solve(coalitions, options.Run.Progress, cancellation)
            ? [.. coalitions.Select(coalition => package.ValueOf(coalition).Musd)]
            : [.. coalitions.Select(_ => 0.0)];
    }
}
