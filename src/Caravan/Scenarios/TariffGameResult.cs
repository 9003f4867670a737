using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>Best tariffs of each bloc alone, and of all at once.</summary>
public sealed record TariffGameResult
{
    /// <summary>True where the search for the equilibrium settled.</summary>
    public required bool Converged { get; init; }

    /// <summary>Rounds in which every rate had its turn.</summary>
    public required int Iterations { get; init; }

    /// <summary>The most that a bloc would gain by another rate of an even grid over its range, million dollars a year.
    /// </summary>
    public required double ResidualMusd { get; init; }

    /// <summary>Solves of the model.</summary>
    public required int Solves { get; init; }

    /// <summary>One row a rate.</summary>
    public required ImmutableArray<TariffRow> Rates { get; init; }

    /// <summary>What blocs and the others gain: alone, in equilibrium, and without these tariffs.</summary>
    public required ImmutableArray<TariffGain> Gains { get; init; }
}
