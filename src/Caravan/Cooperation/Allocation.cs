using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>What a rule gives each player.</summary>
public sealed record Allocation
{
    /// <summary>Whether the rule says anything.</summary>
    public required AllocationStatus Status { get; init; }

    /// <summary>Difference between the sum of the payoffs and what was to be shared; NaN without payoffs.</summary>
    public required double Residual { get; init; }

    /// <summary>One number a player, in the order of players; empty unless found.</summary>
    public ImmutableArray<double> Payoffs { get; init; } = [];

    /// <summary>Why there are no payoffs, in one clause; empty where there are.</summary>
    public string Reason { get; init; } = "";

    internal static Allocation Of(ReadOnlySpan<double> payoffs, double total) => new()
    {
        Status = AllocationStatus.Found,
        Residual = Math.Abs(FixedOrder.Sum(payoffs) - total),
        Payoffs = [.. payoffs],
    };

    internal static Allocation Without(AllocationStatus status, string reason) =>
        new() { Status = status, Residual = double.NaN, Reason = reason };
}
