using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>How sequential bargaining goes: who proposes what, what passes, and what it is worth.</summary>
public sealed record BargainingResult
{
    /// <summary>Whether an equilibrium was found.</summary>
    public required BargainingStatus Status { get; init; }

    /// <summary>Rounds of backward induction, or sweeps over the order of the chair.</summary>
    public required int Iterations { get; init; }

    /// <summary>
    /// The most that any chair would gain by one proposal other than its own, recomputed from the values, or by which the
    /// values differ from what the proposals give; in the gains' unit. Zero but for rounding.
    /// </summary>
    public required double Residual { get; init; }

    /// <summary>
    /// What each chair does: by position of the order, or by round where their number is fixed. Empty unless found.
    /// </summary>
    public required ImmutableArray<Proposal> Proposals { get; init; }

    /// <summary>Each player's expected gain before the first round, in the gains' unit.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>
    /// What the chair of the first round is worth to each player: its expected gain where it opens the talks less its
    /// mean expected gain where somebody else does. Zero for who never opens, or always.
    /// </summary>
    public required ImmutableArray<double> ChairWorth { get; init; }
}
