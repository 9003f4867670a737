using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>Whether an allocation stands up to Kohlberg's criterion.</summary>
public sealed record KohlbergResult
{
    /// <summary>How the last linear program ended; unless optimal nothing is proved.</summary>
    public required LinearStatus Status { get; init; }

    /// <summary>Iterations of the simplex method over all programs.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation: of the programs, and of what the allocation must satisfy by itself.</summary>
    public required double Residual { get; init; }

    /// <summary>True where the allocation is the nucleolus.</summary>
    public required bool Holds { get; init; }

    /// <summary>The largest excess at which the coalitions are not balanced; NaN where it holds.</summary>
    public double FailsAt { get; init; } = double.NaN;
}
