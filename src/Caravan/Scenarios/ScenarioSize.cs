namespace Caravan.Scenarios;

/// <summary>A number of an action.</summary>
/// <param name="Field">Name of the lever's field, such as <c>change</c>.</param>
/// <param name="Value">A fraction, or days where the field is one of days.</param>
public readonly record struct ScenarioSize(string Field, double Value);
