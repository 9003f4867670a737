namespace Caravan.Finance;

/// <summary>What one party pays or receives for one reason in one year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Party">Word for the party.</param>
/// <param name="Item">Reason: grant, equity, loan, interest, principal, maintenance or revenue.</param>
/// <param name="Musd">Million dollars; what is received is positive, what is paid negative.</param>
public readonly record struct CashFlow(int Year, string Party, string Item, double Musd);
