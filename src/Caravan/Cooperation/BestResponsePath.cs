using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>
/// Where a game goes when players answer each other in turn, each with its best response to what the others do now. A
/// player that already plays one stays; among several best responses the first is taken.
/// </summary>
/// <param name="Profiles">The profiles passed, the start first.</param>
/// <param name="CycleStart">Position in <see cref="Profiles"/> from which the path repeats itself for ever; -1 where it
/// ends in an equilibrium, which is then its last profile.</param>
public sealed record BestResponsePath(ImmutableArray<int> Profiles, int CycleStart)
{
    /// <summary>True where the path ends in a pure equilibrium.</summary>
    public bool EndsInEquilibrium => CycleStart < 0;

    /// <summary>The path from a profile.</summary>
    /// <param name="game">The game.</param>
    /// <param name="start">The profile before anyone answers.</param>
    /// <param name="firstMover">The player that answers first; the others follow in their order. Default 0.</param>
    /// <param name="tolerance">A gain of no more moves nobody, in the payoffs' unit. Default 0.</param>
    public static BestResponsePath From(FiniteGame game, int start, int firstMover = 0, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, game.Profiles);
        var path = ImmutableArray.CreateBuilder<int>();
        // a profile may be passed again while another player is to move; only both together make a cycle
        var seen = new Dictionary<(int Profile, int Mover), int>();
        var (profile, mover, still) = (start, firstMover, 0);
        path.Add(start);
        while (still < game.Players)
        {
            if (!seen.TryAdd((profile, mover), path.Count - 1))
            {
                return Close(path.ToImmutable(), seen[(profile, mover)]);
            }
            if (game.Regret(profile, mover) > tolerance)
            {
                profile = game.Deviate(profile, mover, game.BestResponses(profile, mover)[0]);
                path.Add(profile);
                still = 0;
            }
            else
            {
                still++;
            }
            mover = (mover + 1) % game.Players;
        }
        return new BestResponsePath(path.ToImmutable(), -1);
    }

    // the last profile is the one at the start of the cycle again
    private static BestResponsePath Close(ImmutableArray<int> path, int from) =>
        new(path.RemoveAt(path.Length - 1), from);
}
