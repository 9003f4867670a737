using System.Collections.Immutable;

namespace Caravan.Scenarios.Projects;

/// <summary>A project opens.</summary>
/// <param name="Project">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="Year">Years after the start.</param>
/// <param name="AddedMusd">What it adds to those that are open, million dollars a year.</param>
/// <param name="WorthMusd">What all that are open are worth, million dollars a year.</param>
/// <param name="SpentMusd">Capital cost so far, million dollars; NaN where a cost is not known.</param>
/// <param name="Losers">Members that lose until the next opens.</param>
public sealed record OpeningRow(
    string Project, string Title, double Year, double AddedMusd, double WorthMusd, double SpentMusd,
    ImmutableArray<MemberChange> Losers);
