using System.Collections.Immutable;

namespace Caravan.Data.Transport;

/// <summary>A node of the network on land: a city, a port, or a station or junction between them.</summary>
/// <param name="Id">Lower-case word, unique over all tables, such as <c>almaty</c>.</param>
/// <param name="Name">Readable name.</param>
/// <param name="Economy">ISO alpha-3 code.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Kind">What it is.</param>
public sealed record Place(
    string Id, string Name, string Economy, double Latitude, double Longitude, PlaceKind Kind)
{
    /// <summary>Other usual spellings.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Inhabitants, for cities; zero otherwise.</summary>
    public double Population { get; init; }

    /// <summary>For ports: the city it serves, joined to it by road and, where the city has one, by rail.</summary>
    public string City { get; init; } = "";

    /// <summary>For ports: hours from gate to ship or back.</summary>
    public double HandlingHours { get; init; }

    /// <summary>For ports: dollars per TEU from gate to ship or back.</summary>
    public double HandlingUsdPerTeu { get; init; }

    /// <summary>For ports: whether ships call there in the base year.</summary>
    public LinkStatus Status { get; init; }

    /// <summary>For ports: catalogue project that built or would build it; empty for others.</summary>
    public string Project { get; init; } = "";

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";
}
