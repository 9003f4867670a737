namespace Caravan.Scenarios;

/// <summary>What one party pays or receives for a project in a year; one row of <c>cash_flows.csv</c>.</summary>
/// <param name="Project">Id of the action.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Party">Code of an economy, id of a lender, or <c>private</c>.</param>
/// <param name="Name">Its readable name.</param>
/// <param name="Item">grant, equity, loan, interest, principal, maintenance or revenue.</param>
/// <param name="Musd">Million dollars; received is positive.</param>
public sealed record CashFlowResult(string Project, int Year, string Party, string Name, string Item, double Musd);
