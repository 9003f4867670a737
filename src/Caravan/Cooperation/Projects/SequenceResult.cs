using System.Collections.Immutable;

namespace Caravan.Cooperation.Projects;

/// <summary>The order of building that is worth most.</summary>
public sealed record SequenceResult
{
    /// <summary>How sure it is.</summary>
    public required SearchStatus Status { get; init; }

    /// <summary>Sets that were valued in all.</summary>
    public required int Sets { get; init; }

    /// <summary>The openings, first to last; what is left out is better not built, or breaks a limit.</summary>
    public required ImmutableArray<SequenceStep> Steps { get; init; }

    /// <summary>Value at the start of what is open, from opening to horizon.</summary>
    public required double PresentValue { get; init; }

    /// <summary>What no order is worth more than; <see cref="PresentValue"/> where the answer is exact, otherwise under the
    /// assumption of <see cref="MarginalBounds"/>.</summary>
    public required double UpperBound { get; init; }

    /// <summary>The same projects in the order of what each adds alone, the most first; its value at the start.</summary>
    public required double ByValueAlone { get; init; }

    /// <summary>The same projects in the order of what each adds alone for a year of building, the most first.</summary>
    public required double ByValueForTime { get; init; }

    /// <summary>The projects in order.</summary>
    public ImmutableArray<int> Order => [.. Steps.Select(step => step.Project)];

    /// <summary>How much more an order could be worth at most.</summary>
    public double Gap => UpperBound - PresentValue;
}
