using System.Collections.Immutable;

namespace Caravan.Data;

/// <summary>What a check of a baseline found.</summary>
public sealed record BaselineReport
{
    /// <summary>What makes the data unusable: signs, shares that do not sum, values that are not finite.</summary>
    public required ImmutableArray<BaselineFinding> Errors { get; init; }

    /// <summary>
    /// What a user should know: identities that do not hold. Such data are no equilibrium but can be used, because the
    /// world before the shock is then solved first.
    /// </summary>
    public required ImmutableArray<BaselineFinding> Warnings { get; init; }

    /// <summary>Every identity with its largest violation; empty where errors make them meaningless.</summary>
    public required ImmutableArray<IdentityFigure> Identities { get; init; }
}
