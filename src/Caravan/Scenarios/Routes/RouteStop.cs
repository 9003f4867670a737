namespace Caravan.Scenarios.Routes;

/// <summary>A place or border crossing on a route.</summary>
/// <param name="Id">Word of the tables.</param>
/// <param name="Name">Readable name.</param>
/// <param name="Economy">ISO alpha-3 code; of the two sides, in the direction of travel and joined by <c>-</c>, for a
/// crossing; empty at sea.</param>
/// <param name="Population">Inhabitants of a city; zero for others.</param>
public sealed record RouteStop(string Id, string Name, string Economy, double Population);
