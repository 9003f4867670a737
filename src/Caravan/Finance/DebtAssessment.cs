using System.Collections.Immutable;

namespace Caravan.Finance;

/// <summary>The framework's verdict on one economy.</summary>
public sealed record DebtAssessment
{
    /// <summary>Risk of distress over the first ten years, from all five ratios.</summary>
    public required DebtRating Rating { get; init; }

    /// <summary>The same from the four ratios of external debt alone.</summary>
    public required DebtRating ExternalRating { get; init; }

    /// <summary>First calendar year of a breach without shocks, over twenty years; zero for none.</summary>
    public required int FirstBreachYear { get; init; }

    /// <summary>First calendar year of a breach under any stress test, over twenty years; zero for none.</summary>
    public required int FirstStressedBreachYear { get; init; }

    /// <summary>
    /// Million dollars that could be borrowed abroad in the first projected year at 5 % over 20 years, 5 of them grace,
    /// before a threshold is breached without shocks within ten years; zero where one is already.
    /// </summary>
    public required double SpaceMusd { get; init; }

    /// <summary>The ratio whose threshold ends that space, or is breached already.</summary>
    public required DebtRatio Binding { get; init; }

    /// <summary>The paths: the baseline, then each stress test in the order of <see cref="StressTest"/>.</summary>
    public required ImmutableArray<DebtPath> Paths { get; init; }

    /// <summary>The stress test that brings a ratio nearest to its threshold or furthest above, over ten years.</summary>
    public required StressTest WorstTest { get; init; }

    /// <summary>The path without shocks.</summary>
    public DebtPath Baseline => Paths[0];
}
