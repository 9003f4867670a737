using System.Numerics;

namespace Caravan.Cooperation;

/// <summary>A set of players, numbered from zero, at most 64. The default value is the empty coalition.</summary>
/// <param name="Members">Bit p is set where player p belongs.</param>
public readonly record struct Coalition(ulong Members)
{
    /// <summary>The largest number of players that a coalition can tell apart.</summary>
    public const int MaxPlayers = 64;

    /// <summary>Nobody.</summary>
    public static Coalition Empty => default;

    /// <summary>How many belong.</summary>
    public int Count => BitOperations.PopCount(Members);

    /// <summary>Those who belong, in ascending order.</summary>
    public IEnumerable<int> Players
    {
        get
        {
            for (var rest = Members; rest != 0; rest &= rest - 1)
            {
                yield return BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    /// <summary>All of so many players.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or above 64.</exception>
    public static Coalition Grand(int players)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(players);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MaxPlayers);
        return new(players == MaxPlayers ? ulong.MaxValue : (1UL << players) - 1);
    }

    /// <summary>One player alone.</summary>
    public static Coalition Of(int player) => new(1UL << player);

    /// <summary>True where the player belongs.</summary>
    public bool Contains(int player) => (Members >> player & 1) == 1;

    /// <summary>This coalition and the player.</summary>
    public Coalition With(int player) => new(Members | 1UL << player);

    /// <summary>This coalition less the player.</summary>
    public Coalition Without(int player) => new(Members & ~(1UL << player));
}
