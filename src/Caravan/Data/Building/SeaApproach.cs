namespace Caravan.Data.Building;

/// <summary>How far a port is from the way at sea that it joins.</summary>
/// <param name="Port">Id of the port.</param>
/// <param name="Km">Great circle, km. Lengths of links include it.</param>
public sealed record SeaApproach(string Port, double Km);
