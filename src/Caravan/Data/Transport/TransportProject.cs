using System.Collections.Immutable;

namespace Caravan.Data.Transport;

/// <summary>A project of the catalogue.</summary>
/// <param name="Id">Word that scenarios use.</param>
/// <param name="Name">Readable name.</param>
/// <param name="Mode">Word: rail, road, port, border, canal, airport.</param>
/// <param name="Status">As of the base year.</param>
public sealed record TransportProject(string Id, string Name, string Mode, LinkStatus Status)
{
    /// <summary>Corridor by name; empty where none.</summary>
    public string Corridor { get; init; } = "";

    /// <summary>ISO codes of the economies it lies in.</summary>
    public ImmutableArray<string> Economies { get; init; } = [];

    /// <summary>Places along it, in order.</summary>
    public ImmutableArray<string> Nodes { get; init; } = [];

    /// <summary>Length; zero where not known.</summary>
    public double Km { get; init; }

    /// <summary>Published cost in million dollars; null where none could be verified.</summary>
    public double? CostMusd { get; init; }

    /// <summary>First year of construction; zero where not known.</summary>
    public int StartYear { get; init; }

    /// <summary>Year of opening, planned or actual; zero where not known.</summary>
    public int EndYear { get; init; }

    /// <summary>How far the facts were checked.</summary>
    public string Verified { get; init; } = "";

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it changes beyond links that carry its id.</summary>
    public ImmutableArray<ProjectEffect> Effects { get; init; } = [];
}
