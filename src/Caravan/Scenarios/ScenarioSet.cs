using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>A set of economies that a scenario names for its own use.</summary>
/// <param name="Name">Word used in the scenario.</param>
/// <param name="Economies">Codes in the baseline's order.</param>
public sealed record ScenarioSet(string Name, ImmutableArray<string> Economies);
