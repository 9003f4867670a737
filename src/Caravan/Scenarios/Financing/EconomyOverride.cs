namespace Caravan.Scenarios.Financing;

/// <summary>Numbers and words of one economy that a scenario puts in place of the shipped ones.</summary>
/// <param name="Economy">Code.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">The number; a position in the list of words for a field of words.</param>
public readonly record struct EconomyOverride(string Economy, string Field, double Value);
