namespace Caravan.Cooperation.Projects;

/// <summary>How far a limit would have to be moved for some set of projects to pay.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Cap">The least cap with which a set fits, leaves no loser where the rule forbids losers, and is worth more than
/// nothing, the other limits kept; infinite where no set that was valued does.</param>
/// <param name="Projects">That set; empty where there is none.</param>
public sealed record LimitNeed(ProjectLimit Limit, double Cap, Coalition Projects);
