using System.Collections.Immutable;

namespace Caravan.Scenarios.Sharing;

/// <summary>How gains are shared; what is null stays as the scenario says.</summary>
public sealed record ShareOptions
{
    /// <summary>How the scenario is solved; of its models the first counts.</summary>
    public RunOptions Run { get; init; } = new();

    /// <summary>What members outside a coalition do; null for the scenario's own.</summary>
    public OutsiderResponse? Outsiders { get; init; }

    /// <summary>What each has without agreement; null for the scenario's own.</summary>
    public Disagreement? Disagreement { get; init; }

    /// <summary>Economies that might join, by code, name or set; members among them are passed over.</summary>
    public ImmutableArray<string> Accession { get; init; } = [];

    /// <summary>Pairs of draws where there are too many members to value every coalition, at least 2. Default 128.
    /// </summary>
    public int SamplePairs { get; init; } = 128;

    /// <summary>Where the random numbers of sampling begin. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Folder in which equilibria are kept, so that a broken-off run goes on where it stopped; null to keep nothing.
    /// Nothing is kept either where the transport network is not the one that ships.
    /// </summary>
    public string? CacheFolder { get; init; }
}
