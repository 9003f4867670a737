namespace Caravan.Cooperation;

/// <summary>A coalition with what it is worth above what an allocation gives its members.</summary>
/// <param name="Coalition">Who.</param>
/// <param name="Excess">Worth less payoffs; above zero the coalition gains by refusing.</param>
public readonly record struct CoalitionExcess(Coalition Coalition, double Excess);
