using System.Collections.Immutable;
using Caravan.Data;

namespace Caravan.Trade;

/// <summary>The trade model prepared from one baseline; solves any number of shocks.</summary>
public sealed class TradeModel
{
    /// <summary>Prepares shares from a baseline.</summary>
    public TradeModel(
        Baseline baseline,
        ModelVariant variant = ModelVariant.InputOutput,
        Closure closure = Closure.Fixed,
        ElasticitySet? elasticities = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        Baseline = baseline;
        (Variant, Closure) = (variant, closure);
        Elasticities = elasticities ?? baseline.Elasticities[0];
        Sectors = variant == ModelVariant.OneSector ? [new Sector("ALL", "All sectors", false)] : baseline.Sectors;
    }

    /// <summary>The data that the model stands on.</summary>
    public Baseline Baseline { get; }

    /// <summary>The variant solved.</summary>
    public ModelVariant Variant { get; }

    /// <summary>What happens to deficits.</summary>
    public Closure Closure { get; }

    /// <summary>The elasticities used.</summary>
    public ElasticitySet Elasticities { get; }

    /// <summary>The model's sectors: the baseline's, or one for <see cref="ModelVariant.OneSector"/>.</summary>
    public ImmutableArray<Sector> Sectors { get; }

    /// <summary>Solves the model for a shock.</summary>
    public TradeOutcome Solve(
        TradeShock shock,
        SolveOptions? options = null,
        TradeOutcome? warmStart = null,
        CancellationToken cancellation = default)
    {
        throw new NotImplementedException();
    }
}
