namespace Caravan.Data.Transport;

/// <summary>A border crossing: a node with a side in each economy. A null time means that the mode does not cross here.
/// </summary>
/// <param name="Id">Lower-case word that begins with <c>x-</c>.</param>
/// <param name="Name">Readable name.</param>
/// <param name="EconomyA">One side.</param>
/// <param name="EconomyB">The other side.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record BorderCrossing(
    string Id, string Name, string EconomyA, string EconomyB, double Latitude, double Longitude)
{
    /// <summary>Hours for a truck to cross, or null.</summary>
    public double? RoadHours { get; init; }

    /// <summary>Hours for a train to cross, gauge change not included, or null.</summary>
    public double? RailHours { get; init; }

    /// <summary>Dollars per TEU by road.</summary>
    public double RoadUsdPerTeu { get; init; }

    /// <summary>Dollars per TEU by rail.</summary>
    public double RailUsdPerTeu { get; init; }

    /// <summary>True where the border is closed to goods in the base year.</summary>
    public bool Closed { get; init; }

    /// <summary>How far the facts were checked: <c>yes</c>, <c>no</c>, or <c>rule</c>.</summary>
    public string Verified { get; init; } = "";

    /// <summary>Key of the source.</summary>
    public string Source { get; init; } = "";
}
