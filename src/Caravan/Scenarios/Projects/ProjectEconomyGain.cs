namespace Caravan.Scenarios.Projects;

/// <summary>What a project does to an economy's real income, net of its public cost.</summary>
/// <param name="Project">Id of the action.</param>
/// <param name="Economy">Code.</param>
/// <param name="Name">Short name.</param>
/// <param name="Member">True for members.</param>
/// <param name="AloneMusd">With no other project built, million dollars a year.</param>
/// <param name="LastMusd">As the last of all projects, million dollars a year.</param>
/// <param name="IsLoss">True where the economy loses by it as the last of all, by more than rounding of the solver.</param>
public sealed record ProjectEconomyGain(
    string Project, string Economy, string Name, bool Member, double AloneMusd, double LastMusd, bool IsLoss);
