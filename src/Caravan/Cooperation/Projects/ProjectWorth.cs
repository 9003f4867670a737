namespace Caravan.Cooperation.Projects;

/// <summary>What one project adds in different company, in the unit of the set function.</summary>
public sealed record ProjectWorth
{
    /// <summary>Number of the project.</summary>
    public required int Project { get; init; }

    /// <summary>Alone: v(p) - v().</summary>
    public required double Alone { get; init; }

    /// <summary>As the last of all: v(N) - v(N less p).</summary>
    public required double Last { get; init; }

    /// <summary>The set that is worth most without the project, whatever the limits; the best of those that were valued.
    /// </summary>
    public required Coalition BestWithout { get; init; }

    /// <summary>Added to <see cref="BestWithout"/>: v(B + p) - v(B).</summary>
    public required double AddedToBest { get; init; }

    /// <summary>
    /// What ruling the project out would cost: the best set less the best set without it, both within limits; zero or more.
    /// </summary>
    public required double Needed { get; init; }

    /// <summary>Averaged over every order of building (Shapley 1953); null unless every set was valued.</summary>
    public double? Average { get; init; }
}
