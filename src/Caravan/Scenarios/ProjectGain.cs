namespace Caravan.Scenarios;

/// <summary>What a project does for one economy within the whole package.</summary>
/// <param name="Project">Id of the action.</param>
/// <param name="Economy">Code.</param>
/// <param name="Name">Short name.</param>
/// <param name="Member">True for a member.</param>
/// <param name="GainMusd">Real income that it would lose in a year without the project, before cost, million dollars.</param>
/// <param name="PresentValueMusd">The same over the years of service at the social rate, million dollars.</param>
public sealed record ProjectGain(
    string Project, string Economy, string Name, bool Member, double GainMusd, double PresentValueMusd);
