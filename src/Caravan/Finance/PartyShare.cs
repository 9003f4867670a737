namespace Caravan.Finance;

/// <summary>A part of something that one party owns or pays.</summary>
/// <param name="Party">Word for the party: a code of an economy, a lender's id, or <c>private</c>.</param>
/// <param name="Share">A fraction; those of one thing sum to one.</param>
public readonly record struct PartyShare(string Party, double Share);
