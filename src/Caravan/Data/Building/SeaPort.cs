namespace Caravan.Data.Building;

/// <summary>A port that the sea network must reach.</summary>
/// <param name="Id">Id of the port, unique over all network tables.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record SeaPort(string Id, double Latitude, double Longitude);
