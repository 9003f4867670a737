using Caravan.Numerics;

namespace Caravan.Scenarios;

/// <summary>
/// Inequality of real income a person between economies, before and after, split by one way of grouping them. Each
/// economy counts with its inhabitants, everyone in it with its mean; economies without a number of inhabitants are left
/// out.
/// </summary>
/// <param name="Split">How economies are grouped.</param>
/// <param name="Before">Theil's index before.</param>
/// <param name="After">Theil's index after, real incomes at base prices.</param>
/// <param name="GapBefore">Income a person in the richest of the groups over that in the poorest, before.</param>
/// <param name="GapAfter">The same after.</param>
public sealed record InequalityResult(
    GroupSplit Split, TheilIndex Before, TheilIndex After, double GapBefore, double GapAfter);
