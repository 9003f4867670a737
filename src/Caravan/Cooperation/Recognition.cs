using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>Who holds the chair in each round of bargaining: a fixed order that begins again, or a lot every round.</summary>
public sealed class Recognition
{
    private readonly Matrix<double> _probability;

    private Recognition(Matrix<double> probability, bool rotates) => (_probability, Rotates) = (probability, rotates);

    /// <summary>How many players there are.</summary>
    public int Players => _probability.Columns;

    /// <summary>Rounds until the order begins again; one where each round is a lot.</summary>
    public int Positions => _probability.Rows;

    /// <summary>True for a fixed order, false for a lot.</summary>
    public bool Rotates { get; }

    /// <summary>The chair goes round in this order, then begins again; a player may stand in it several times.</summary>
    /// <exception cref="ArgumentException">The order is empty or names somebody who is no player.</exception>
    public static Recognition Rotation(int players, ImmutableArray<int> order)
    {
        if (order.IsDefaultOrEmpty || order.Any(player => player < 0 || player >= players))
        {
            throw new ArgumentException("the order of the chair is empty or names no player", nameof(order));
        }
        var probability = new double[order.Length * players];
        for (var position = 0; position < order.Length; position++)
        {
            probability[position * players + order[position]] = 1;
        }
        return new(new(order.Length, players, probability), rotates: true);
    }

    /// <summary>Every round the chair is drawn by lot.</summary>
    /// <param name="probabilities">Probability of each player, not negative; they sum to one.</param>
    /// <exception cref="ArgumentException">A probability is negative, or they do not sum to one.</exception>
    public static Recognition Lot(ImmutableArray<double> probabilities)
    {
        if (probabilities.Any(p => !(p >= 0)) || Math.Abs(FixedOrder.Sum(probabilities.AsSpan()) - 1) > 1e-9)
        {
            throw new ArgumentException("probabilities are not negative and sum to one", nameof(probabilities));
        }
        return new(new(1, probabilities.Length, [.. probabilities]), rotates: false);
    }

    /// <summary>Probability that a player holds the chair at a position of the order.</summary>
    public double Probability(int position, int player) => _probability[position, player];

    /// <summary>Those who may hold the chair at a position, in the order of players.</summary>
    public IEnumerable<int> Chairs(int position) =>
        Enumerable.Range(0, Players).Where(player => _probability[position, player] > 0);
}
