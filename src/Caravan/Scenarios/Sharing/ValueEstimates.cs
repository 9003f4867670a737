using System.Collections.Immutable;
using Caravan.Cooperation;

namespace Caravan.Scenarios.Sharing;

/// <summary>Shapley and Banzhaf values of packages with too many members to value every coalition.</summary>
internal sealed record ValueEstimates
{
    public SampledValues? Shapley { get; init; }

    public SampledValues? Banzhaf { get; init; }

    /// <summary>The values without any error, from every set of actions that coalitions can bring about.</summary>
    public static ValueEstimates Exact(ConsentGame game, Func<Coalition, ImmutableArray<double>> gains) => new()
    {
        Shapley = Of(game.Shapley(gains), game),
        Banzhaf = Of(game.Banzhaf(gains), game),
    };

    private static SampledValues Of(double[] values, ConsentGame game) => new()
    {
        Pairs = 0,
        Coalitions = game.Unions.Length,
        Values = [.. values],
        StandardErrors = [],
    };
}
