using System.Collections.Immutable;

namespace Caravan.Network;

/// <summary>The cheapest way from door to door, time and money together.</summary>
/// <param name="From">Id of the first city.</param>
/// <param name="To">Id of the last city.</param>
/// <param name="Km">Length.</param>
/// <param name="Days">Days door to door, waiting, borders and transshipment included.</param>
/// <param name="UsdPerTeu">Dollars per TEU.</param>
/// <param name="Legs">The stretches in order; waiting and handling stand as legs of their own.</param>
public sealed record Journey(
    string From, string To, double Km, double Days, double UsdPerTeu, ImmutableArray<JourneyLeg> Legs);
