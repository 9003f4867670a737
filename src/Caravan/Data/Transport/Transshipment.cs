namespace Caravan.Data.Transport;

/// <summary>What it takes to change mode or gauge at a place.</summary>
/// <param name="From">One layer: <c>road</c>, <c>sea</c>, <c>ferry</c> or <c>rail-1435</c> and the like.</param>
/// <param name="To">The other layer; the change costs the same both ways.</param>
/// <param name="Hours">Hours.</param>
/// <param name="UsdPerTeu">Dollars per TEU.</param>
public sealed record Transshipment(string From, string To, double Hours, double UsdPerTeu);
