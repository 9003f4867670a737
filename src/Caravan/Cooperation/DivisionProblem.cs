using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>Bargaining over the division of a gain, with a chair each round and a vote.</summary>
public sealed record DivisionProblem
{
    /// <summary>A problem; every array has one entry a player of <paramref name="rule"/>.</summary>
    /// <param name="surplus">What there is to divide, finite and not negative.</param>
    /// <param name="rule">Who has to say yes; votes of different weight for at most
    /// <see cref="TransferBargaining.MaxWeightedPlayers"/> players.</param>
    /// <param name="recognition">Who holds the chair.</param>
    /// <param name="discount">What a gain one round later is worth now, between 0 and 1, one a player.</param>
    /// <exception cref="ArgumentException">A shape or a number is impossible.</exception>
    public DivisionProblem(
        double surplus, DecisionRule rule, Recognition recognition, ImmutableArray<double> discount)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(recognition);
        if (!(surplus >= 0) || !double.IsFinite(surplus))
        {
            throw new ArgumentException($"{surplus} cannot be divided", nameof(surplus));
        }
        if (recognition.Players != rule.Players || discount.Length != rule.Players)
        {
            throw new ArgumentException($"rule for {rule.Players} players, chair for {recognition.Players}, discount for "
                + $"{discount.Length}", nameof(rule));
        }
        if (discount.Any(factor => !(factor > 0 && factor < 1)))
        {
            throw new ArgumentException("a discount factor lies between 0 and 1", nameof(discount));
        }
        if (!rule.HasEqualWeights && rule.Players > TransferBargaining.MaxWeightedPlayers)
        {
            throw new ArgumentException($"{rule.Players} players have too many groups to compare", nameof(rule));
        }
        (Surplus, Rule, Recognition, Discount) = (surplus, rule, recognition, discount);
        Floor = [.. new double[rule.Players]];
    }

    /// <summary>What there is to divide.</summary>
    public double Surplus { get; }

    /// <summary>Who has to say yes.</summary>
    public DecisionRule Rule { get; }

    /// <summary>Who holds the chair.</summary>
    public Recognition Recognition { get; }

    /// <summary>What a gain one round later is worth now, one a player.</summary>
    public ImmutableArray<double> Discount { get; }

    /// <summary>The least share for which each player ever says yes; zero unless set.</summary>
    public ImmutableArray<double> Floor { get; init; }

    /// <summary>How many players there are.</summary>
    public int Players => Rule.Players;
}
