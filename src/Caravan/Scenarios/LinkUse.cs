namespace Caravan.Scenarios;

/// <summary>How much of the trade in goods has its best route over what an action builds.</summary>
/// <param name="Id">Id of the project, or of the action for a line of the scenario's own.</param>
/// <param name="Title">Name of the project, or title of the action.</param>
/// <param name="TradePct">Share of the value of goods trade between economies, per cent.</param>
/// <param name="MemberTradePct">Share of the value of members' goods trade with all others, per cent.</param>
public sealed record LinkUse(string Id, string Title, double TradePct, double MemberTradePct);
