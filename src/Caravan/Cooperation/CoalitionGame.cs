using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>
/// A game with transferable utility: what every coalition is worth, nobody being worth nothing. Values are kept in the
/// order of the coalitions' bits.
/// </summary>
public sealed class CoalitionGame
{
    /// <summary>The largest number of players for which every coalition is kept: about a million values.</summary>
    public const int MaxPlayers = 20;

    // of the largest value; excesses nearer to each other are ties
    private const double Alike = 1e-8;

    private readonly double[] _worth;

    /// <summary>The game with the given values.</summary>
    /// <param name="players">How many players, 1 to <see cref="MaxPlayers"/>.</param>
    /// <param name="worth">One finite value a coalition, in the order of its bits; zero for the empty one.</param>
    /// <exception cref="ArgumentException">A value is missing, not finite, or nobody is worth something.</exception>
    public CoalitionGame(int players, ReadOnlySpan<double> worth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MaxPlayers);
        ArgumentOutOfRangeException.ThrowIfNotEqual(worth.Length, 1 << players);
        ArgumentOutOfRangeException.ThrowIfNotEqual(worth[0], 0);
        (Players, _worth) = (players, worth.ToArray());
        foreach (var value in _worth)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException("what a coalition is worth is not finite", nameof(worth));
            }
            Scale = Math.Max(Scale, Math.Abs(value));
        }
    }

    /// <summary>How many players there are.</summary>
    public int Players { get; }

    /// <summary>The largest absolute value, against which tolerances are measured; zero where all are zero.</summary>
    public double Scale { get; }

    /// <summary>All players.</summary>
    public Coalition Grand => Coalition.Grand(Players);

    /// <summary>What all players together are worth.</summary>
    public double Total => _worth[^1];

    /// <summary>What a coalition is worth.</summary>
    public double this[Coalition coalition] => _worth[coalition.Index];

    /// <summary>Every value in the order of the coalitions' bits.</summary>
    public ReadOnlySpan<double> Worth => _worth;

    /// <summary>The game in which a function says what each coalition but the empty one is worth.</summary>
    /// <param name="players">How many players, 1 to <see cref="MaxPlayers"/>.</param>
    /// <param name="value">Asked once for each coalition but the empty one, in the order of its bits.</param>
    public static CoalitionGame Of(int players, Func<Coalition, double> value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MaxPlayers);
        ArgumentNullException.ThrowIfNull(value);
        var worth = new double[1 << players];
        for (var members = 1; members < worth.Length; members++)
        {
            worth[members] = value(new Coalition((ulong)members));
        }
        return new CoalitionGame(players, worth);
    }

    /// <summary>What each player is worth alone.</summary>
    public ImmutableArray<double> Alone() => [.. Enumerable.Range(0, Players).Select(p => this[Coalition.Of(p)])];

    /// <summary>What the members of each coalition receive together, in the order of the coalitions' bits.</summary>
    /// <param name="payoffs">One number a player.</param>
    public double[] Sums(ReadOnlySpan<double> payoffs)
    {
        var sums = new double[_worth.Length];
        SumsInto(payoffs, sums);
        return sums;
    }

    /// <summary>
    /// The coalition other than nobody and everybody that an allocation gives least compared with its worth: the one
    /// with the strongest reason to object. The first in the order of bits where several are alike: within 1e-8 of the
    /// largest value, so that the last digits of a solution do not choose among those that it makes equal.
    /// </summary>
    /// <param name="payoffs">One number a player; two players at least.</param>
    public CoalitionExcess LargestExcess(ReadOnlySpan<double> payoffs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Players, 2);
        var sums = Sums(payoffs);
        var largest = double.NegativeInfinity;
        for (var members = 1; members < sums.Length - 1; members++)
        {
            largest = Math.Max(largest, _worth[members] - sums[members]);
        }
        var first = 1;
        while (_worth[first] - sums[first] < largest - Alike * Scale)
        {
            first++;
        }
        return new CoalitionExcess(new Coalition((ulong)first), largest);
    }

    /// <summary>
    /// True where two coalitions that share nobody are never worth less together than apart, up to a tolerance.
    /// </summary>
    /// <param name="tolerance">Shortfall that is overlooked, at least zero.</param>
    public bool IsSuperadditive(double tolerance)
    {
        for (ulong whole = 1; whole < (ulong)_worth.Length; whole++)
        {
            for (var part = (whole - 1) & whole; part > 0; part = (part - 1) & whole)
            {
                if (_worth[part] + _worth[whole ^ part] > _worth[whole] + tolerance)
                {
                    return false;
                }
            }
        }
        return true;
    }

    internal void SumsInto(ReadOnlySpan<double> payoffs, Span<double> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(payoffs.Length, Players);
        sums[0] = 0;
        for (var player = 0; player < Players; player++)
        {
            var half = 1 << player;
            for (var members = 0; members < half; members++)
            {
                sums[half + members] = sums[members] + payoffs[player];
            }
        }
    }
}
