using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>Debt sustainability of one member without and with the package; one row of <c>debt.csv</c>.</summary>
public sealed record DebtResult
{
    /// <summary>Code.</summary>
    public required string Economy { get; init; }

    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>Word for the carrying capacity; empty without data.</summary>
    public required string Capacity { get; init; }

    /// <summary>Risk of debt distress without the package: low, moderate, high, in distress, or <c>no data</c>.</summary>
    public required string RatingBefore { get; init; }

    /// <summary>The same with the package.</summary>
    public required string Rating { get; init; }

    /// <summary>First year of a breach without the package and shocks; zero for none.</summary>
    public required int FirstBreachBefore { get; init; }

    /// <summary>First year of a breach with the package and without shocks; zero for none.</summary>
    public required int FirstBreach { get; init; }

    /// <summary>First year of a breach with the package under any stress test; zero for none.</summary>
    public required int FirstStressedBreach { get; init; }

    /// <summary>The stress test that brings the ratios nearest to their thresholds, with the package.</summary>
    public required string WorstTest { get; init; }

    /// <summary>Borrowing space without the package, million dollars.</summary>
    public required double SpaceBeforeMusd { get; init; }

    /// <summary>Borrowing space left with the package, million dollars.</summary>
    public required double SpaceMusd { get; init; }

    /// <summary>The ratio that ends it, or is breached already.</summary>
    public required string Binding { get; init; }

    /// <summary>The five ratios; empty without data.</summary>
    public required ImmutableArray<DebtRatioResult> Ratios { get; init; }

    /// <summary>Every ratio in every year, without and with the package, under every test; empty without data.</summary>
    public required ImmutableArray<DebtYearResult> Years { get; init; }
}
