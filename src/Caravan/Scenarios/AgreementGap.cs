using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>What keeps members apart where no package looked at is accepted by all.</summary>
public sealed record AgreementGap
{
    /// <summary>Conditions that no package looked at can meet, with the member that sets each.</summary>
    public required ImmutableArray<UnmetLine> Unmet { get; init; }

    /// <summary>The package that comes nearest: no sector beyond its line, and the least to pay.</summary>
    public PackageGains? Nearest { get; init; }

    /// <summary>What would have to be paid there a year so that all accept, million dollars.</summary>
    public double NeededMusd { get; init; }

    /// <summary>What the others gain there beyond their own red lines, million dollars a year.</summary>
    public double AvailableMusd { get; init; }

    /// <summary>True where the others' gains can pay what is needed.</summary>
    public bool PaymentsCloseIt => Nearest is not null && NeededMusd <= AvailableMusd;
}
