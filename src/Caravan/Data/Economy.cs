using System.Collections.Immutable;

namespace Caravan.Data;

/// <summary>An economy of a baseline, or a named aggregate of several.</summary>
/// <param name="Code">ISO 3166 alpha-3, or a short code of our own for an aggregate, such as <c>XAF</c>.</param>
/// <param name="Name">ISO 3166 short name, or the aggregate's name.</param>
public sealed record Economy(string Code, string Name)
{
    /// <summary>Region by name, such as <c>Central Asia</c>; empty where unknown.</summary>
    public string Region { get; init; } = "";

    /// <summary>One of <c>low</c>, <c>lower-middle</c>, <c>upper-middle</c>, <c>high</c>; empty if unknown.</summary>
    public string IncomeGroup { get; init; } = "";

    /// <summary>True where the economy has no sea coast.</summary>
    public bool Landlocked { get; init; }

    /// <summary>True for the 66 core economies of the Belt and Road.</summary>
    public bool BeltAndRoadCore { get; init; }

    /// <summary>ISO codes inside an aggregate, in alphabetical order; empty for a single economy.</summary>
    public ImmutableArray<string> Contains { get; init; } = [];

    /// <summary>How the production side was obtained: empty for own data, else the proxy or repair in a few words.
    /// </summary>
    public string ProductionNote { get; init; } = "";
}
