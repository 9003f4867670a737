using System.Collections.Immutable;

namespace Caravan.Scenarios.Projects;

/// <summary>What one project is worth in different company, million dollars a year.</summary>
public sealed record RankedProject
{
    /// <summary>Id of the action.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Capital cost, million dollars; NaN where it is not known.</summary>
    public required double CostMusd { get; init; }

    /// <summary>The same amount in each year of service that is worth capital and upkeep; NaN where they are not known.
    /// </summary>
    public required double YearlyCostMusd { get; init; }

    /// <summary>With no other project built.</summary>
    public required double AloneMusd { get; init; }

    /// <summary>As the last of all projects.</summary>
    public required double LastMusd { get; init; }

    /// <summary>Averaged over every order of building; NaN unless every set was valued.</summary>
    public required double AverageMusd { get; init; }

    /// <summary>Added to the best set without it.</summary>
    public required double AddedToBestMusd { get; init; }

    /// <summary>Ids of that set.</summary>
    public required ImmutableArray<string> BestWithout { get; init; }

    /// <summary>What ruling it out would cost: best set within the limits less best without it.</summary>
    public required double NeededMusd { get; init; }

    /// <summary>The member that gains most from it as the last project, net of its public cost; null where none does.
    /// </summary>
    public MemberChange? GainsMost { get; init; }

    /// <summary>The member that loses most from it as the last project; null where none does.</summary>
    public MemberChange? LosesMost { get; init; }
}
