namespace Caravan.Data.Building;

/// <summary>A point at sea where ways meet.</summary>
/// <param name="Id">Id of the point, unique over all network tables.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record SeaNode(string Id, double Latitude, double Longitude);
