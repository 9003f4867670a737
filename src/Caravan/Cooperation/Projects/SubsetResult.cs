using System.Collections.Immutable;

namespace Caravan.Cooperation.Projects;

/// <summary>The set of projects that is worth most within the limits, and what stands in the way of more.</summary>
public sealed record SubsetResult
{
    /// <summary>How sure it is.</summary>
    public required SearchStatus Status { get; init; }

    /// <summary>Sets that were valued in all.</summary>
    public required int Sets { get; init; }

    /// <summary>The best set; empty where nothing that is allowed is worth more than nothing.</summary>
    public required Coalition Best { get; init; }

    /// <summary>What it is worth.</summary>
    public required double Worth { get; init; }

    /// <summary>What no allowed set is worth more than; that of <see cref="Best"/> where the answer is exact, otherwise under
    /// the assumption of <see cref="MarginalBounds"/>.</summary>
    public required double UpperBound { get; init; }

    /// <summary>How often the assumption behind the bound was contradicted by sets that were valued; zero where the answer is
    /// exact.</summary>
    public required int Exceptions { get; init; }

    /// <summary>How far it was contradicted at most, in the unit of the set function.</summary>
    public required double LargestException { get; init; }

    /// <summary>The best set within the limits whoever loses; <see cref="Best"/> where losers are allowed.</summary>
    public required Coalition BestWithLosers { get; init; }

    /// <summary>What it is worth.</summary>
    public required double WorthWithLosers { get; init; }

    /// <summary>The best of the sets that were valued and keep the limits, whether or not it is admitted.</summary>
    public required Coalition BestUnchecked { get; init; }

    /// <summary>The least transfers that keep its losers whole.</summary>
    public required double TransfersNeeded { get; init; }

    /// <summary>What would have to change for anything to pay: one entry a limit; empty where something does.</summary>
    public required ImmutableArray<LimitNeed> Needs { get; init; }

    /// <summary>How much more an answer could be worth at most.</summary>
    public double Gap => UpperBound - Worth;
}
