using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Caravan.Data.Transport;

/// <summary>The transport network of the world in its base year, as tables.</summary>
public sealed record TransportTables
{
    /// <summary>Area of economies that have none of their own.</summary>
    public const string World = "world";

    /// <summary>Cities, ports, junctions and sea nodes.</summary>
    public required ImmutableArray<Place> Places { get; init; }

    /// <summary>Rail, road, sea and ferry links, those of projects and closed ones included.</summary>
    public required ImmutableArray<TransportLink> Links { get; init; }

    /// <summary>Border crossings.</summary>
    public required ImmutableArray<BorderCrossing> Crossings { get; init; }

    /// <summary>Sea passages.</summary>
    public required ImmutableArray<SeaPassage> Passages { get; init; }

    /// <summary>Costs of changing mode or gauge.</summary>
    public required ImmutableArray<Transshipment> Transshipments { get; init; }

    /// <summary>Rates by mode and area.</summary>
    public required ImmutableArray<FreightRate> Rates { get; init; }

    /// <summary>Area of each economy that has rates of its own.</summary>
    public required FrozenDictionary<string, string> RateAreas { get; init; }

    /// <summary>Area of an economy, world where it has none of its own.</summary>
    public string AreaOf(string economy) => RateAreas.GetValueOrDefault(economy, World);

    /// <summary>How goods between areas are divided among modes; between all others each way takes what it is cheapest for.
    /// </summary>
    public ImmutableArray<ModeShare> ModeShares { get; init; } = [];

    /// <summary>Time and freight by goods sector.</summary>
    public required ImmutableArray<SectorTime> SectorTimes { get; init; }

    /// <summary>The catalogue of projects.</summary>
    public required ImmutableArray<TransportProject> Projects { get; init; }

    /// <summary>Sources: key to citation.</summary>
    public required FrozenDictionary<string, string> Sources { get; init; }
}
