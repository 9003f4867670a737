using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>Estimated values of players with their standard errors.</summary>
public sealed record SampledValues
{
    /// <summary>Pairs of draws.</summary>
    public required int Pairs { get; init; }

    /// <summary>Different coalitions whose worth was asked for.</summary>
    public required int Coalitions { get; init; }

    /// <summary>One estimate a player, in the unit of the game.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>
    /// One standard error a player, from the differences between pairs: the estimate is as likely as not within two thirds
    /// of it, and in 19 of 20 cases within two of it.
    /// </summary>
    public required ImmutableArray<double> StandardErrors { get; init; }
}
