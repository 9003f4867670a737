namespace Caravan.Data.Building;

/// <summary>A way at sea that ships sail in both directions.</summary>
/// <param name="From">Id of a port or of a point at sea.</param>
/// <param name="To">Id of a port or of a point at sea.</param>
/// <param name="Km">Length along the way, km.</param>
/// <param name="Passage">Id of the passage that the link crosses, or empty. A voyage through a passage has exactly one
/// link that bears its id.</param>
public sealed record SeaLink(string From, string To, double Km, string Passage);
