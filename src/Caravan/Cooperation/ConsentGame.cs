using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// Exact values of games in which actions need the consent of groups: a coalition brings about what needs nobody else,
/// and is worth what its members gain by that. The cost grows with the different sets of actions that coalitions can bring
/// about, not with the number of coalitions, so that a hundred players are no more work than ten.
/// </summary>
public sealed class ConsentGame
{
    private readonly int _players;
    private readonly ImmutableArray<Coalition> _unions;

    private ConsentGame(int players, ImmutableArray<Coalition> unions) => (_players, _unions) = (players, unions);

    /// <summary>
    /// The smallest coalitions that bring about each different set of actions, by size and then by bits: the unions of
    /// groups that must consent. The first is nobody.
    /// </summary>
    public ImmutableArray<Coalition> Unions => _unions;

    /// <summary>The game; null where there are more different sets of actions than can be looked at.</summary>
    /// <param name="players">How many players, 1 to 128.</param>
    /// <param name="consents">For each action the group that must consent.</param>
    /// <param name="most">The largest number of different sets of actions, nothing at all among them.</param>
    public static ConsentGame? Of(int players, IEnumerable<Coalition> consents, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, Coalition.MaxPlayers);
        ArgumentNullException.ThrowIfNull(consents);
        var all = Coalition.Grand(players);
        var unions = new HashSet<Coalition> { Coalition.Empty };
        foreach (var group in consents.Distinct())
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(all.Includes(group), true, nameof(consents));
            unions.UnionWith(unions.Select(union => new Coalition(union.Members | group.Members)).ToList());
            if (unions.Count > most)
            {
                return null;
            }
        }
        return new(players, [.. unions.OrderBy(union => union.Count).ThenBy(union => union.Members)]);
    }

    /// <summary>
    /// The Shapley value. What player j gains is a sum of parts, one for each union U: d_j(U) is what U brings j beyond what
    /// all smaller unions inside it bring. The part counts where j and all of U have joined, so it is shared equally by
    /// them (Shapley 1953): phi_i = sum over j and U with i in U + j of d_j(U) / |U + j|.
    /// </summary>
    /// <param name="gains">One gain a player by what a union brings about; asked once for each union.</param>
    public double[] Shapley(Func<Coalition, ImmutableArray<double>> gains) => Values(gains, size => 1.0 / size);

    /// <summary>The Banzhaf value: each part d_j(U) counts for a player of U + j as often as all others of it are in a
    /// random coalition, 2^(1 - |U + j|).</summary>
    /// <param name="gains">As for the Shapley value.</param>
    public double[] Banzhaf(Func<Coalition, ImmutableArray<double>> gains) =>
        Values(gains, size => Math.ScaleB(1, 1 - size));

    private double[] Values(Func<Coalition, ImmutableArray<double>> gains, Func<int, double> weight)
    {
        var parts = Parts(gains);
        // terms[player] are summed in one order, whatever the order of players
        var terms = Enumerable.Range(0, _players).Select(_ => new List<double>()).ToArray();
        for (var at = 0; at < _unions.Length; at++)
        {
            var union = _unions[at];
            var (inside, outside) = (0.0, weight(union.Count + 1));
            for (var player = 0; player < _players; player++)
            {
                if (!union.Contains(player))
                {
                    inside += parts[at][player] * outside;
                    terms[player].Add(parts[at][player] * outside);
                }
            }
            if (union.Count > 0)
            {
                inside += union.Players.Sum(player => parts[at][player]) * weight(union.Count);
            }
            foreach (var player in union.Players)
            {
                terms[player].Add(inside);
            }
        }
        return [.. terms.Select(list => FixedOrder.Sum([.. list]))];
    }

    // d_j(U) [union][player], from the smallest union up
    private double[][] Parts(Func<Coalition, ImmutableArray<double>> gains)
    {
        var parts = new double[_unions.Length][];
        for (var at = 0; at < _unions.Length; at++)
        {
            parts[at] = [.. gains(_unions[at])];
            ArgumentOutOfRangeException.ThrowIfNotEqual(parts[at].Length, _players, nameof(gains));
            for (var smaller = 0; smaller < at; smaller++)
            {
                if (_unions[at].Includes(_unions[smaller]))
                {
                    for (var player = 0; player < _players; player++)
                    {
                        parts[at][player] -= parts[smaller][player];
                    }
                }
            }
        }
        return parts;
    }
}
