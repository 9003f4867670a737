using System.Collections.Immutable;
using Caravan.Cooperation;

namespace Caravan.Scenarios.Sharing;

/// <summary>What a rule gives each member, and how it gets there; million dollars a year, in the order of members.</summary>
public sealed record RuleResult
{
    /// <summary>Whether the rule says anything.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>Iterations of the simplex method; zero for rules without linear programs.</summary>
    public required int Iterations { get; init; }

    /// <summary>Difference between the sum of the payoffs and what there is to share, million dollars; NaN without.</summary>
    public required double Residual { get; init; }

    /// <summary>The rule.</summary>
    public required SharingRule Rule { get; init; }

    /// <summary>Why there are no payoffs, in one clause; empty where there are.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What each member has in the end.</summary>
    public ImmutableArray<double> PayoffsMusd { get; init; } = [];

    /// <summary>Standard errors where the payoffs are estimated by sampling; else empty.</summary>
    public ImmutableArray<double> StandardErrorsMusd { get; init; } = [];

    /// <summary>What each receives beyond its gain without transfers, or pays where negative.</summary>
    public ImmutableArray<double> TransfersMusd { get; init; } = [];

    /// <summary>What changes hands in all.</summary>
    public double VolumeMusd { get; init; } = double.NaN;

    /// <summary>Payments that settle the transfers, largest debts first.</summary>
    public ImmutableArray<MemberPayment> Payments { get; init; } = [];

    /// <summary>The coalition with the strongest reason to object; null where not every coalition was valued.</summary>
    public Coalition? Objector { get; init; }

    /// <summary>What that coalition is worth above what the rule gives it; at most zero where nobody objects.</summary>
    public double ObjectionMusd { get; init; } = double.NaN;

    /// <summary>True where no coalition is worth more than it gets; null where that is not known.</summary>
    public bool? InCore { get; init; }
}
