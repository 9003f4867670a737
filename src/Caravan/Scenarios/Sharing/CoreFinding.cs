using System.Collections.Immutable;

namespace Caravan.Scenarios.Sharing;

/// <summary>Whether the gains can be shared so that no coalition is worth more than it gets.</summary>
public sealed record CoreFinding
{
    /// <summary>Whether the question was answered; never infeasible, for an empty core is an answer.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>Iterations of the simplex method.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation recomputed from the solution.</summary>
    public required double Residual { get; init; }

    /// <summary>Why there is no answer; empty where there is.</summary>
    public string Reason { get; init; } = "";

    /// <summary>True where they cannot.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>
    /// What every coalition would have to forgo for the gains to suffice, or, below zero, what can be left to each beyond its
    /// worth; million dollars a year.
    /// </summary>
    public double LeastExcessMusd { get; init; } = double.NaN;

    /// <summary>An allocation in the core, or in the least core where it is empty.</summary>
    public ImmutableArray<double> PayoffsMusd { get; init; } = [];

    /// <summary>Coalitions whose worth, weighted, is what the core has to satisfy; proof where it is empty.</summary>
    public ImmutableArray<WitnessCoalition> Witness { get; init; } = [];

    /// <summary>The weighted worth of these coalitions; above the total where the core is empty.</summary>
    public double WitnessMusd { get; init; } = double.NaN;

    /// <summary>True where the nucleolus stands up to Kohlberg's criterion; null where there is no nucleolus.</summary>
    public bool? NucleolusVerified { get; init; }
}
