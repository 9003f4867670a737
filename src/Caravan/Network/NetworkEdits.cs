using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Network;

/// <summary>What differs from the network of the tables; the default changes nothing.</summary>
public sealed record NetworkEdits
{
    /// <summary>The network as it is in the base year.</summary>
    public static NetworkEdits None { get; } = new();

    /// <summary>Projects that are built: links of the tables that carry their id, and the projects' effects.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>
    /// Projects that are undone: existing links that carry their id are not there, or as slow as before where their
    /// speed before is known.
    /// </summary>
    public ImmutableArray<string> WithoutProjects { get; init; } = [];

    /// <summary>Links of the scenario's own.</summary>
    public ImmutableArray<TransportLink> Links { get; init; } = [];

    /// <summary>Links that cannot be used: every link of the mode between the two ends, either way round.</summary>
    public ImmutableArray<LinkEnds> ClosedLinks { get; init; } = [];

    /// <summary>Speed factors for existing links; 2 halves the time on the way.</summary>
    public ImmutableArray<LinkSpeed> Speeds { get; init; } = [];

    /// <summary>Passages or crossings that are closed, by id.</summary>
    public ImmutableArray<string> Closed { get; init; } = [];

    /// <summary>
    /// Passages that are open although they are only planned, such as <c>northern-sea-route</c>, and crossings that are
    /// closed in the base year.
    /// </summary>
    public ImmutableArray<string> Opened { get; init; } = [];

    /// <summary>Factors on hours and dollars at crossings.</summary>
    public ImmutableArray<CrossingFactor> Crossings { get; init; } = [];

    /// <summary>Factors on rates by mode, for stretches inside the named economies.</summary>
    public ImmutableArray<RateFactor> Rates { get; init; } = [];
}
