using System.Collections.Immutable;

namespace Caravan.Data;

/// <summary>Trade elasticities by sector: imports respond to a trade cost with power minus theta.</summary>
/// <param name="Name">Word used to select the set, such as <c>cp2015</c>.</param>
/// <param name="Theta">Elasticity of each sector, in the baseline's sector order; positive.</param>
/// <param name="StandardError">Standard error of each sector's elasticity; zero where assumed, not estimated.</param>
/// <param name="Source">One text per sector: the publication or the rule behind the value.</param>
public sealed record ElasticitySet(
    string Name,
    ImmutableArray<double> Theta,
    ImmutableArray<double> StandardError,
    ImmutableArray<string> Source);
