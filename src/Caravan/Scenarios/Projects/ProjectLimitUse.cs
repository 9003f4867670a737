using System.Collections.Immutable;

namespace Caravan.Scenarios.Projects;

/// <summary>A limit on projects and how much of it the best set takes, million dollars.</summary>
/// <param name="Name">Readable name.</param>
/// <param name="CapMusd">The most.</param>
/// <param name="UsedMusd">What the best set takes.</param>
/// <param name="AllMusd">What all projects would take.</param>
/// <param name="NeededMusd">The least cap with which some set would pay, where none does; NaN where one does, infinite where
/// no cap would help.</param>
/// <param name="NeededFor">Ids of that set.</param>
public sealed record ProjectLimitUse(
    string Name, double CapMusd, double UsedMusd, double AllMusd, double NeededMusd, ImmutableArray<string> NeededFor);
