using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>The tariff that a bloc sets where it looks for its best one.</summary>
public sealed record BlocTariff
{
    /// <summary>Codes of the economies whose goods bear it; empty for the members of the other blocs.</summary>
    public ImmutableArray<string> On { get; init; } = [];

    /// <summary>Sector codes; empty for all goods.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Smallest tariff, a fraction. Default 0.</summary>
    public double Minimum { get; init; }

    /// <summary>Largest tariff, a fraction. Default 1.</summary>
    public double Maximum { get; init; } = 1;
}
