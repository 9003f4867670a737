using System.Collections.Immutable;

namespace Caravan.Scenarios.Sharing;

/// <summary>The least that must change hands to reach an aim; million dollars a year.</summary>
public sealed record PaymentPlan
{
    /// <summary>Whether payments among members can reach it.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>Iterations of the simplex method.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation recomputed from the solution.</summary>
    public required double Residual { get; init; }

    /// <summary>What the payments are to prevent.</summary>
    public required PaymentAim Aim { get; init; }

    /// <summary>What changes hands in all.</summary>
    public double VolumeMusd { get; init; } = double.NaN;

    /// <summary>What is missing for the aim; NaN unless infeasible.</summary>
    public double ShortfallMusd { get; init; } = double.NaN;

    /// <summary>What each member receives, or pays where negative.</summary>
    public ImmutableArray<double> TransfersMusd { get; init; } = [];

    /// <summary>Payments that settle the transfers.</summary>
    public ImmutableArray<MemberPayment> Payments { get; init; } = [];
}
