using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>Equilibria in which every player picks one strategy for certain (Nash 1951).</summary>
public static class PureEquilibria
{
    /// <summary>Every profile from which no player gains by going alone, in the order of profiles; may be none.</summary>
    /// <param name="game">Any number of players; every profile is looked at.</param>
    /// <param name="tolerance">A gain of no more counts as none, in the payoffs' unit. Default 0.</param>
    public static ImmutableArray<int> Find(FiniteGame game, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(game);
        var found = ImmutableArray.CreateBuilder<int>();
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            if (game.Regret(profile) <= tolerance)
            {
                found.Add(profile);
            }
        }
        return found.ToImmutable();
    }
}
