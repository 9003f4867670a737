using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>What players reach who choose together instead of each alone.</summary>
public static class CooperativeOutcomes
{
    /// <summary>The profile with the largest sum of payoffs; the first of equals. Payoffs need a common unit.</summary>
    public static int LargestTotal(FiniteGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return LargestTotal(game, _ => true);
    }

    /// <summary>
    /// The profile with the largest sum of payoffs among those in which no player gets less than it has: what can be
    /// agreed without paying each other. -1 where every profile takes something from somebody.
    /// </summary>
    /// <param name="game">The game.</param>
    /// <param name="floor">What each player has without agreement, such as its payoff in an equilibrium.</param>
    /// <param name="tolerance">A loss of no more counts as none, in the payoffs' unit. Default 0.</param>
    /// <exception cref="ArgumentException">There is not one floor a player.</exception>
    public static int LargestTotalWithoutLosers(FiniteGame game, ImmutableArray<double> floor, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(game);
        if (floor.Length != game.Players)
        {
            throw new ArgumentException($"{floor.Length} floors for {game.Players} players", nameof(floor));
        }
        return LargestTotal(game, profile =>
        {
            for (var player = 0; player < game.Players; player++)
            {
                if (game.Payoff(profile, player) < floor[player] - tolerance)
                {
                    return false;
                }
            }
            return true;
        });
    }

    /// <summary>The profiles that no other profile betters for one player without loss to another.</summary>
    public static ImmutableArray<int> ParetoSet(FiniteGame game, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(game);
        var values = new double[game.Profiles * game.Players];
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            game.Payoffs(profile).CopyTo(values.AsSpan(profile * game.Players));
        }
        return ParetoFrontier.Of(new Matrix<double>(game.Profiles, game.Players, values), tolerance);
    }

    /// <summary>
    /// What talking is worth to each party, players or bystanders: its value in the agreed profile less its expected value
    /// where each player chooses alone.
    /// </summary>
    /// <param name="values">[profile, party] of a game; any number of parties.</param>
    /// <param name="probability">How likely each profile is without dialogue; sums to one.</param>
    /// <param name="agreed">The profile agreed on.</param>
    /// <exception cref="ArgumentException">There is not one probability a profile.</exception>
    public static double[] ValueOfDialogue(Matrix<double> values, ReadOnlySpan<double> probability, int agreed)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (probability.Length != values.Rows)
        {
            throw new ArgumentException($"{probability.Length} probabilities for {values.Rows} profiles",
                nameof(probability));
        }
        var worth = values.Row(agreed).ToArray();
        for (var profile = 0; profile < values.Rows; profile++)
        {
            for (var party = 0; party < worth.Length && probability[profile] != 0; party++)
            {
                worth[party] -= probability[profile] * values[profile, party];
            }
        }
        return worth;
    }

    private static int LargestTotal(FiniteGame game, Func<int, bool> isAllowed)
    {
        var (best, bestTotal) = (-1, double.NegativeInfinity);
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            var total = FixedOrder.Sum(game.Payoffs(profile));
            if (total > bestTotal && isAllowed(profile))
            {
                (best, bestTotal) = (profile, total);
            }
        }
        return best;
    }
}
