using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>Economies that choose one policy together, as a player of a game.</summary>
public sealed record Bloc
{
    /// <summary>Word used in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Codes in the baseline's order.</summary>
    public required ImmutableArray<string> Members { get; init; }

    /// <summary>What the bloc may choose, at least one.</summary>
    public required ImmutableArray<BlocPolicy> Policies { get; init; }

    /// <summary>The tariff that the bloc may set freely.</summary>
    public BlocTariff Tariff { get; init; } = new();
}
