namespace Caravan.Scenarios;

/// <summary>One package of a frontier.</summary>
/// <param name="Package">The package and its gains by member.</param>
/// <param name="FirstPct">Real income of the first group, per cent of its income.</param>
/// <param name="SecondPct">Real income of the second group, per cent of its income.</param>
/// <param name="FirstMusd">The first group's in million dollars a year.</param>
/// <param name="SecondMusd">The second group's in million dollars a year.</param>
public sealed record FrontierPoint(
    PackageGains Package, double FirstPct, double SecondPct, double FirstMusd, double SecondMusd);
