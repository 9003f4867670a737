namespace Caravan.Data.Transport;

/// <summary>What moving a TEU by one mode costs in one area.</summary>
/// <param name="Mode">How goods move.</param>
/// <param name="Area">Area by name, or <c>world</c> for economies in no area of their own.</param>
/// <param name="UsdPerTeuKm">Dollars per TEU and kilometre.</param>
/// <param name="UsdFixed">Dollars per TEU for starting a stretch by this mode.</param>
/// <param name="HoursFixed">Hours for starting a stretch by this mode, such as waiting for the train.</param>
/// <param name="HoursPerDay">Hours a day in which the vehicle moves: 24 for trains and ships, fewer for one driver.</param>
/// <param name="DefaultSpeedKmh">Speed where a link gives none.</param>
public sealed record FreightRate(
    TransportMode Mode, string Area, double UsdPerTeuKm, double UsdFixed, double HoursFixed, double HoursPerDay,
    double DefaultSpeedKmh);
