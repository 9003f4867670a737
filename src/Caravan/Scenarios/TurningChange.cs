namespace Caravan.Scenarios;

/// <summary>A single change of the offer after which a member accepts.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Action">Id of the action concerned.</param>
/// <param name="GainPct">The member's real income afterwards, per cent.</param>
/// <param name="Accepting">How many members accept afterwards.</param>
/// <param name="TotalMusd">All members' real income afterwards, million dollars a year.</param>
public sealed record TurningChange(
    TurningKind Kind, string Action, double GainPct, int Accepting, double TotalMusd);
