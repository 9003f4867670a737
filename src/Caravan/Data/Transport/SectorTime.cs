namespace Caravan.Data.Transport;

/// <summary>What time and freight mean to one goods sector.</summary>
/// <param name="Sector">Sector code of the baseline.</param>
/// <param name="DayValueShare">Value of one day in transit as a fraction of the goods' value.</param>
/// <param name="FreightShare">International freight as a fraction of the goods' value, on average.</param>
public sealed record SectorTime(string Sector, double DayValueShare, double FreightShare);
