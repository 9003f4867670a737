using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>Whether a member accepts the offer, and what would change its mind.</summary>
public sealed record MemberVerdict
{
    /// <summary>Code of the member.</summary>
    public required string Economy { get; init; }

    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>Real income, per cent.</summary>
    public required double GainPct { get; init; }

    /// <summary>Real income, million dollars a year.</summary>
    public required double GainMusd { get; init; }

    /// <summary>True where every condition holds.</summary>
    public required bool Accepts { get; init; }

    /// <summary>The conditions of its red line.</summary>
    public required ImmutableArray<RedLineCheck> Checks { get; init; }

    /// <summary>
    /// The smallest payment a year that would turn a refusal, million dollars, at the prices of the offer; zero where the
    /// member accepts, infinite where no payment helps because a sector loses too much.
    /// </summary>
    public required double TransferMusd { get; init; }

    /// <summary>Whether the gains of the others beyond their own red lines can pay it.</summary>
    public required bool OthersCanPay { get; init; }

    /// <summary>Single changes of the offer after which the member accepts: those that more members accept first, then by
    /// the members' sum; empty where it accepts or no single change helps.</summary>
    public required ImmutableArray<TurningChange> Changes { get; init; }
}
