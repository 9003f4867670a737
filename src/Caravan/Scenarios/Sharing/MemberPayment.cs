namespace Caravan.Scenarios.Sharing;

/// <summary>One payment between members.</summary>
/// <param name="From">Code of the member that pays.</param>
/// <param name="To">Code of the member that receives.</param>
/// <param name="Musd">Million dollars a year.</param>
public readonly record struct MemberPayment(string From, string To, double Musd);
