using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Cooperation;

/// <summary>
/// Bargaining over finitely many packages. In every round a chair puts one package to the vote or lets the round pass;
/// what passes by the rule ends the talks, otherwise the next chair speaks and gains come one round later. Nothing is
/// gained while nothing is agreed.
/// </summary>
public sealed record BargainingProblem
{
    /// <summary>A problem; every array has one entry a player of <paramref name="gains"/>.</summary>
    /// <param name="gains">[package, player] gain over the state without agreement, finite.</param>
    /// <param name="rule">Who has to say yes.</param>
    /// <param name="recognition">Who holds the chair.</param>
    /// <param name="discount">What a gain one round later is worth now, between 0 and 1, one a player.</param>
    /// <exception cref="ArgumentException">A shape or a number is impossible.</exception>
    public BargainingProblem(
        Matrix<double> gains, DecisionRule rule, Recognition recognition, ImmutableArray<double> discount)
    {
        ArgumentNullException.ThrowIfNull(gains);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(recognition);
        if (rule.Players != gains.Columns || recognition.Players != gains.Columns || discount.Length != gains.Columns)
        {
            throw new ArgumentException(
                $"gains of {gains.Columns} players, rule for {rule.Players}, chair for {recognition.Players}, "
                + $"discount for {discount.Length}", nameof(gains));
        }
        foreach (var gain in gains.Values)
        {
            if (!double.IsFinite(gain))
            {
                throw new ArgumentException($"a gain is {gain}", nameof(gains));
            }
        }
        if (discount.Any(factor => !(factor > 0 && factor < 1)))
        {
            throw new ArgumentException("a discount factor lies between 0 and 1", nameof(discount));
        }
        (Gains, Rule, Recognition, Discount) = (gains, rule, recognition, discount);
    }

    /// <summary>[package, player] gain over the state without agreement.</summary>
    public Matrix<double> Gains { get; }

    /// <summary>Who has to say yes.</summary>
    public DecisionRule Rule { get; }

    /// <summary>Who holds the chair.</summary>
    public Recognition Recognition { get; }

    /// <summary>What a gain one round later is worth now, one a player.</summary>
    public ImmutableArray<double> Discount { get; }

    /// <summary>
    /// [package * players + player] False where a package crosses a player's red line, so that the player neither
    /// proposes it nor votes for it whatever the alternative; empty where there are no red lines.
    /// </summary>
    public ImmutableArray<bool> IsAllowed { get; init; } = [];

    /// <summary>How many players there are.</summary>
    public int Players => Gains.Columns;

    /// <summary>How many packages there are.</summary>
    public int Packages => Gains.Rows;

    internal bool Allows(int package, int player) => IsAllowed.IsDefaultOrEmpty || IsAllowed[package * Players + player];
}
