using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>
/// A game in which each of two or more players picks one of finitely many strategies. A profile, one strategy a player,
/// is numbered row-major: the last player's strategy changes fastest.
/// </summary>
public sealed class FiniteGame
{
    /// <summary>The largest number of profiles that a game may have.</summary>
    public const int MaxProfiles = 1 << 22;

    private readonly double[] _payoffs;
    private readonly int[] _strides;

    /// <summary>A game from its payoffs.</summary>
    /// <param name="strategies">How many strategies each player has, at least one.</param>
    /// <param name="payoffs">[profile, player], finite; higher is better. The game owns the array from here on.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a payoff is not finite.</exception>
    public FiniteGame(ImmutableArray<int> strategies, double[] payoffs)
    {
        ArgumentNullException.ThrowIfNull(payoffs);
        ArgumentOutOfRangeException.ThrowIfLessThan(strategies.Length, 2, nameof(strategies));
        _strides = new int[strategies.Length];
        var profiles = 1L;
        for (var player = strategies.Length - 1; player >= 0; player--)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(strategies[player], 1, nameof(strategies));
            _strides[player] = (int)profiles;
            profiles *= strategies[player];
            ArgumentOutOfRangeException.ThrowIfGreaterThan(profiles, MaxProfiles, nameof(strategies));
        }
        if (payoffs.LongLength != profiles * strategies.Length)
        {
            throw new ArgumentException(
                $"{payoffs.Length} payoffs for {profiles} profiles of {strategies.Length} players", nameof(payoffs));
        }
        if (Array.FindIndex(payoffs, payoff => !double.IsFinite(payoff)) is var bad and >= 0)
        {
            throw new ArgumentException($"payoff {bad} is {payoffs[bad]}", nameof(payoffs));
        }
        (Strategies, Profiles, _payoffs) = (strategies, (int)profiles, payoffs);
    }

    /// <summary>How many players there are.</summary>
    public int Players => Strategies.Length;

    /// <summary>How many strategies each player has.</summary>
    public ImmutableArray<int> Strategies { get; }

    /// <summary>How many profiles there are: the product of <see cref="Strategies"/>.</summary>
    public int Profiles { get; }

    /// <summary>A two-player game from two tables [strategy of the first, strategy of the second].</summary>
    /// <exception cref="ArgumentException">The tables differ in shape, or a payoff is not finite.</exception>
    public static FiniteGame OfTables(double[,] first, double[,] second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (rows, columns) = (first.GetLength(0), first.GetLength(1));
        if (second.GetLength(0) != rows || second.GetLength(1) != columns)
        {
            throw new ArgumentException("the two players' tables differ in shape", nameof(second));
        }
        var payoffs = new double[2 * rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                payoffs[2 * (row * columns + column)] = first[row, column];
                payoffs[2 * (row * columns + column) + 1] = second[row, column];
            }
        }
        return new FiniteGame([rows, columns], payoffs);
    }

    /// <summary>What a player gets in a profile.</summary>
    public double Payoff(int profile, int player) => _payoffs[profile * Players + player];

    /// <summary>What every player gets in a profile.</summary>
    public ReadOnlySpan<double> Payoffs(int profile) => _payoffs.AsSpan(profile * Players, Players);

    /// <summary>The strategy of a player in a profile.</summary>
    public int StrategyOf(int profile, int player) => profile / _strides[player] % Strategies[player];

    /// <summary>The profile of these strategies, one a player.</summary>
    /// <exception cref="ArgumentException">There is not one strategy a player.</exception>
    public int ProfileOf(params ReadOnlySpan<int> strategies)
    {
        if (strategies.Length != Players)
        {
            throw new ArgumentException($"{strategies.Length} strategies for {Players} players", nameof(strategies));
        }
        var profile = 0;
        for (var player = 0; player < Players; player++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(strategies[player], nameof(strategies));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
                strategies[player], Strategies[player], nameof(strategies));
            profile += strategies[player] * _strides[player];
        }
        return profile;
    }

    /// <summary>The profile in which one player does something else and the others stay.</summary>
    public int Deviate(int profile, int player, int strategy) =>
        profile + (strategy - StrategyOf(profile, player)) * _strides[player];

    /// <summary>The strategies that are best for a player against what the others do in a profile.</summary>
    /// <param name="profile">What the others do; the player's own strategy in it plays no part.</param>
    /// <param name="player">Who answers.</param>
    /// <param name="tolerance">Payoffs that differ by no more count as equal, in the payoffs' unit. Default 0.</param>
    public ImmutableArray<int> BestResponses(int profile, int player, double tolerance = 0)
    {
        var best = BestPayoff(profile, player);
        var responses = ImmutableArray.CreateBuilder<int>();
        for (var strategy = 0; strategy < Strategies[player]; strategy++)
        {
            if (Payoff(Deviate(profile, player, strategy), player) >= best - tolerance)
            {
                responses.Add(strategy);
            }
        }
        return responses.ToImmutable();
    }

    /// <summary>What a player would gain by the best change of its own strategy; zero where it has none.</summary>
    public double Regret(int profile, int player) => BestPayoff(profile, player) - Payoff(profile, player);

    /// <summary>The largest regret of any player; zero in an equilibrium.</summary>
    public double Regret(int profile)
    {
        var largest = 0.0;
        for (var player = 0; player < Players; player++)
        {
            largest = Math.Max(largest, Regret(profile, player));
        }
        return largest;
    }

    private double BestPayoff(int profile, int player)
    {
        var best = double.NegativeInfinity;
        for (var strategy = 0; strategy < Strategies[player]; strategy++)
        {
            best = Math.Max(best, Payoff(Deviate(profile, player, strategy), player));
        }
        return best;
    }
}
