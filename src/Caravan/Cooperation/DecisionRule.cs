using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>Who has to say yes: a proposal passes where those in favour hold enough of the votes.</summary>
public sealed class DecisionRule
{
    // two thirds of three votes are two, whichever way two thirds are rounded
    private const double Rounding = 1e-9;

    private DecisionRule(ImmutableArray<double> weights, double threshold, bool equal) =>
        (Weights, Threshold, HasEqualWeights) = (weights, threshold, equal);

    /// <summary>Share of the votes that each player holds; they sum to one.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Share of the votes that has to be in favour, above zero and at most one.</summary>
    public double Threshold { get; }

    /// <summary>True where every player has one vote.</summary>
    public bool HasEqualWeights { get; }

    /// <summary>How many players vote.</summary>
    public int Players => Weights.Length;

    /// <summary>True where a single no is enough to stop a proposal.</summary>
    public bool IsConsensus => Enumerable.Range(0, Players).All(IsVeto);

    /// <summary>How many have to say yes where every player has one vote.</summary>
    public int Quota => (int)Math.Ceiling(Threshold * Players - Rounding * Players);

    /// <summary>Everybody has to agree.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no player, or there are more than 128.</exception>
    public static DecisionRule Consensus(int players) => Majority(players, 1);

    /// <summary>One player, one vote; a share of the players has to agree.</summary>
    /// <param name="players">How many players, 1 to 128.</param>
    /// <param name="threshold">Share of the players, above zero and at most one; two thirds of six are four.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static DecisionRule Majority(int players, double threshold)
    {
        CheckPlayers(players);
        CheckThreshold(threshold);
        return new([.. Enumerable.Repeat(1.0 / players, players)], threshold, equal: true);
    }

    /// <summary>Votes of different weight; those in favour have to hold a share of all votes.</summary>
    /// <param name="weights">Votes of each player, not negative; only their proportions matter.</param>
    /// <param name="threshold">Share of all votes, above zero and at most one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or nobody has a vote.</exception>
    public static DecisionRule Weighted(ImmutableArray<double> weights, double threshold)
    {
        CheckPlayers(weights.Length);
        CheckThreshold(threshold);
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
        }
        var sum = FixedOrder.Sum(weights.AsSpan());
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum, nameof(weights));
        return new([.. weights.Select(weight => weight / sum)], threshold, equal: false);
    }

    /// <summary>Share of the votes that a group holds.</summary>
    public double VotesOf(Coalition inFavour)
    {
        var votes = 0.0;
        for (var player = 0; player < Players; player++)
        {
            votes += inFavour.Contains(player) ? Weights[player] : 0;
        }
        return votes;
    }

    /// <summary>True where a proposal passes with these in favour.</summary>
    public bool Passes(Coalition inFavour) => HasEqualWeights
        ? inFavour.Count >= Quota
        : VotesOf(inFavour) >= Threshold - Rounding;

    /// <summary>True where nothing passes without the player.</summary>
    public bool IsVeto(int player) => !Passes(Coalition.Grand(Players).Without(player));

    /// <summary>
    /// The groups that pass and would not without any one of them, in the order of their bits.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are more than 20 players.</exception>
    public ImmutableArray<Coalition> MinimalWinning()
    {
        if (Players > Shapley.MaxPlayers)
        {
            throw new InvalidOperationException($"{Players} players have too many groups to list");
        }
        var found = ImmutableArray.CreateBuilder<Coalition>();
        for (var members = 1UL; members < 1UL << Players; members++)
        {
            var group = new Coalition(members);
            if (Passes(group) && Enumerable.Range(0, Players).All(p => !group.Contains(p) || !Passes(group.Without(p))))
            {
                found.Add(group);
            }
        }
        return found.ToImmutable();
    }

    private static void CheckPlayers(int players)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, Coalition.MaxPlayers);
    }

    private static void CheckThreshold(double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
    }
}
