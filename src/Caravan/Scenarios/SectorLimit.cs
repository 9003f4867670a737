namespace Caravan.Scenarios;

/// <summary>A sector of a member that may not lose more than so much.</summary>
/// <param name="Sector">Sector code.</param>
/// <param name="Limit">Least change of real output, a fraction from -1 to 0: -0.05 allows a loss of five per cent.</param>
public readonly record struct SectorLimit(string Sector, double Limit);
