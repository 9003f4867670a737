using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>One round of dividing a gain: what each chair offers to whom.</summary>
internal sealed class DivisionTurn
{
    private readonly ImmutableArray<Coalition> _winning;

    public DivisionTurn(DivisionProblem problem)
    {
        Problem = problem;
        Tolerance = 1e-13 * problem.Surplus;
        _winning = problem.Rule.HasEqualWeights ? [] : problem.Rule.MinimalWinning();
    }

    public DivisionProblem Problem { get; }

    /// <summary>Differences of no more are rounding, in the surplus's unit.</summary>
    public double Tolerance { get; }

    // prices that differ by no more are equally cheap; wider than the step at which a sweep stops
    private double SamePrice => 1e3 * Tolerance;

    /// <summary>Each player's value before the chair is known.</summary>
    public static double[] Value(int players, IReadOnlyList<Proposal> offers)
    {
        var value = new double[players];
        foreach (var offer in offers)
        {
            for (var player = 0; player < players; player++)
            {
                value[player] += offer.Probability * offer.Gains[player];
            }
        }
        return value;
    }

    /// <summary>What each chair of a position offers, given the values of the next round.</summary>
    public ImmutableArray<Proposal> Proposals(int round, int position, double[] waiting)
    {
        var (price, patience) = (new double[Problem.Players], new double[Problem.Players]);
        for (var player = 0; player < price.Length; player++)
        {
            patience[player] = Problem.Discount[player] * waiting[player];
            price[player] = Math.Max(Problem.Floor[player], patience[player]);
        }
        var offers = ImmutableArray.CreateBuilder<Proposal>();
        foreach (var chair in Problem.Recognition.Chairs(position))
        {
            var (included, group) = Partners(chair, price);
            var gains = new double[price.Length];
            var rest = Problem.Surplus;
            for (var player = 0; player < gains.Length; player++)
            {
                gains[player] = included[player] * price[player];
                rest -= gains[player];
            }
            gains[chair] = rest;
            var passes = rest >= price[chair] - SamePrice;
            offers.Add(new Proposal
            {
                Round = round,
                Chair = chair,
                Probability = Problem.Recognition.Probability(position, chair),
                Package = passes ? 0 : -1,
                InFavour = passes ? group : Coalition.Empty,
                Gains = passes ? [.. gains] : [.. patience],
                Thresholds = [.. price],
            });
        }
        return offers.ToImmutable();
    }

    /// <summary>By how much an offer breaks what the vote asks for; zero but for rounding.</summary>
    public double Violation(Proposal offer)
    {
        if (offer.Package < 0)
        {
            return 0;
        }
        // the group carries the vote, is paid its price, and none of the same size or votes is cheaper
        var paid = 0.0;
        for (var player = 0; player < Problem.Players; player++)
        {
            paid += player != offer.Chair && offer.InFavour.Contains(player) ? offer.Thresholds[player] : 0;
        }
        var carried = Problem.Rule.Passes(offer.InFavour) ? 0 : double.PositiveInfinity;
        var kept = Math.Abs(Problem.Surplus - paid - offer.Gains[offer.Chair]);
        var divided = Math.Abs(Problem.Surplus - offer.Gains.Sum());
        return carried + Math.Max(kept, divided);
    }

    // probability that each other player is in the chair's group, and one such group
    private (double[] Included, Coalition Group) Partners(int chair, double[] price) => Problem.Rule.HasEqualWeights
        ? ByNumber(chair, price)
        : ByVotes(chair, price);

    private (double[] Included, Coalition Group) ByNumber(int chair, double[] price)
    {
        var included = new double[price.Length];
        var group = Coalition.Of(chair);
        var others = Enumerable.Range(0, price.Length).Where(player => player != chair)
            .OrderBy(player => price[player]).ToArray();
        var needed = Problem.Rule.Quota - 1;
        if (needed == 0)
        {
            return (included, group);
        }
        var marginal = price[others[needed - 1]];
        var cheaper = others.Count(player => price[player] < marginal - SamePrice);
        var equal = others.Count(player => Math.Abs(price[player] - marginal) <= SamePrice);
        foreach (var player in others)
        {
            included[player] = price[player] < marginal - SamePrice ? 1
                : price[player] <= marginal + SamePrice ? (double)(needed - cheaper) / equal : 0;
        }
        foreach (var player in others.Take(needed))
        {
            group = group.With(player);
        }
        return (included, group);
    }

    private (double[] Included, Coalition Group) ByVotes(int chair, double[] price)
    {
        var included = new double[price.Length];
        // the chair adds its vote to any group, so a group that carries only with it counts as well as one without it
        var groups = _winning.Select(group => group.Without(chair)).ToArray();
        var costs = groups.Select(group => Cost(group, price)).ToArray();
        var cheapest = costs.Min();
        var chosen = groups.Where((_, at) => costs[at] <= cheapest + SamePrice).Distinct().ToArray();
        // of groups within each other the smaller does; the larger only add members whose price is nothing
        chosen = [.. chosen.Where(group => !chosen.Any(other => other != group && group.Includes(other)))];
        foreach (var group in chosen)
        {
            for (var player = 0; player < price.Length; player++)
            {
                included[player] += group.Contains(player) ? 1.0 / chosen.Length : 0;
            }
        }
        return (included, chosen[0].With(chair));
    }

    private static double Cost(Coalition group, double[] price)
    {
        var cost = 0.0;
        for (var player = 0; player < price.Length; player++)
        {
            cost += group.Contains(player) ? price[player] : 0;
        }
        return cost;
    }
}
