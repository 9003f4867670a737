using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>How a scenario is solved.</summary>
public sealed record ScenarioOptions
{
    /// <summary>Model variant. Default <see cref="ModelVariant.InputOutput"/>.</summary>
    public ModelVariant Model { get; init; } = ModelVariant.InputOutput;

    /// <summary>What happens to deficits. Default <see cref="Closure.Fixed"/>.</summary>
    public Closure Closure { get; init; } = Closure.Fixed;

    /// <summary>Name of the elasticity set; the baseline's default set where nothing was asked for.</summary>
    public required string Elasticities { get; init; }
}
