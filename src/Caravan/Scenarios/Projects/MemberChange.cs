namespace Caravan.Scenarios.Projects;

/// <summary>A change of an economy's real income.</summary>
/// <param name="Economy">Code.</param>
/// <param name="Name">Short name.</param>
/// <param name="Musd">Million dollars a year.</param>
public sealed record MemberChange(string Economy, string Name, double Musd);
