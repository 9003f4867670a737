namespace Caravan.Cooperation;

/// <summary>A set of players, numbered from zero, at most 128. The default value is the empty coalition.</summary>
/// <param name="Members">Bit p is set where player p belongs.</param>
public readonly record struct Coalition(UInt128 Members)
{
    /// <summary>The largest number of players that a coalition can tell apart.</summary>
    public const int MaxPlayers = 128;

    /// <summary>Nobody.</summary>
    public static Coalition Empty => default;

    /// <summary>How many belong.</summary>
    public int Count => (int)UInt128.PopCount(Members);

    /// <summary>The place of the coalition in a table of all, in the order of bits.</summary>
    /// <exception cref="OverflowException">A member is numbered 31 or more: no table is so long.</exception>
    public int Index => checked((int)Members);

    /// <summary>Those who belong, in ascending order.</summary>
    public IEnumerable<int> Players
    {
        get
        {
            for (var rest = Members; rest != 0; rest &= rest - 1)
            {
                yield return (int)UInt128.TrailingZeroCount(rest);
            }
        }
    }

    /// <summary>All of so many players.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or above 128.</exception>
    public static Coalition Grand(int players)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(players);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MaxPlayers);
        return new(players == MaxPlayers ? UInt128.MaxValue : (UInt128.One << players) - 1);
    }

    /// <summary>One player alone.</summary>
    public static Coalition Of(int player) => new(UInt128.One << player);

    /// <summary>True where the player belongs.</summary>
    public bool Contains(int player) => (Members >> player & 1) == 1;

    /// <summary>This coalition and the player.</summary>
    public Coalition With(int player) => new(Members | UInt128.One << player);

    /// <summary>This coalition less the player.</summary>
    public Coalition Without(int player) => new(Members & ~(UInt128.One << player));

    /// <summary>True where every member of another coalition belongs to this one too.</summary>
    public bool Includes(Coalition other) => (other.Members & ~Members) == 0;

    /// <summary>True where nobody belongs to both.</summary>
    public bool IsApartFrom(Coalition other) => (other.Members & Members) == 0;
}
