namespace Caravan.Scenarios;

/// <summary>An action in part or whole.</summary>
/// <param name="Id">Id of the action.</param>
/// <param name="Size">Share of the action's size, above zero and at most one.</param>
public readonly record struct SizedAction(string Id, double Size);
