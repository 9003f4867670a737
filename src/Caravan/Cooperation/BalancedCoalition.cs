namespace Caravan.Cooperation;

/// <summary>A coalition of a balanced collection.</summary>
/// <param name="Coalition">Who.</param>
/// <param name="Weight">Share of their time that members spend in it; each player's weights sum to one.</param>
/// <param name="Worth">What it is worth.</param>
public readonly record struct BalancedCoalition(Coalition Coalition, double Weight, double Worth);
