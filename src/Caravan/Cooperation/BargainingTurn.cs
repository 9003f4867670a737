using System.Collections.Immutable;

namespace Caravan.Cooperation;

/// <summary>One round of bargaining over packages as they are: what passes, what a chair picks, what it is worth.</summary>
internal sealed class BargainingTurn
{
    private readonly double[] _totals;

    public BargainingTurn(BargainingProblem problem)
    {
        Problem = problem;
        ChairsByPosition = [.. Enumerable.Range(0, problem.Recognition.Positions)
            .Select(position => problem.Recognition.Chairs(position).ToImmutableArray())];
        _totals = new double[problem.Packages];
        var largest = 0.0;
        for (var package = 0; package < _totals.Length; package++)
        {
            foreach (var gain in problem.Gains.Row(package))
            {
                _totals[package] += gain;
                largest = Math.Max(largest, Math.Abs(gain));
            }
        }
        Tolerance = 1e-11 * largest;
    }

    public BargainingProblem Problem { get; }

    /// <summary>Who may hold the chair at each position.</summary>
    public ImmutableArray<ImmutableArray<int>> ChairsByPosition { get; }

    /// <summary>Differences of no more are rounding, in the gains' unit.</summary>
    public double Tolerance { get; }

    /// <summary>What each chair of a position puts to the vote, -1 for nothing, given the values of the next round.</summary>
    public int[] Choose(int position, double[] waiting) =>
        [.. ChairsByPosition[position].Select(chair => Best(chair, waiting))];

    /// <summary>Each player's value before the chair of a position is known.</summary>
    public double[] Value(int position, int[] policy, double[] waiting)
    {
        var value = new double[Problem.Players];
        var chairs = ChairsByPosition[position];
        for (var at = 0; at < chairs.Length; at++)
        {
            var probability = Problem.Recognition.Probability(position, chairs[at]);
            for (var player = 0; player < value.Length; player++)
            {
                value[player] += probability * (policy[at] < 0
                    ? Threshold(player, waiting) : Problem.Gains[policy[at], player]);
            }
        }
        return value;
    }

    /// <summary>
    /// The most that a chair of the position would gain by another proposal; infinite where its own would not pass.
    /// </summary>
    public double Deviation(int position, int[] policy, double[] waiting)
    {
        var largest = 0.0;
        var chairs = ChairsByPosition[position];
        for (var at = 0; at < chairs.Length; at++)
        {
            var chair = chairs[at];
            if (policy[at] >= 0 && !Passes(policy[at], chair, waiting))
            {
                return double.PositiveInfinity;
            }
            var own = policy[at] < 0 ? Threshold(chair, waiting) : Problem.Gains[policy[at], chair];
            var best = Best(chair, waiting);
            var other = best < 0 ? Threshold(chair, waiting) : Problem.Gains[best, chair];
            largest = Math.Max(largest, Math.Max(other, Threshold(chair, waiting)) - own);
        }
        return largest;
    }

    /// <summary>
    /// Values where every position keeps its policy: V_s = a_s + b_s delta V_{s+1}, solved once round the order.
    /// </summary>
    public double[][] StationaryValues(int[][] policy)
    {
        var positions = policy.Length;
        var values = new double[positions][];
        for (var position = 0; position < positions; position++)
        {
            values[position] = new double[Problem.Players];
        }
        for (var player = 0; player < Problem.Players; player++)
        {
            var (gained, kept) = (new double[positions], new double[positions]);
            for (var position = 0; position < positions; position++)
            {
                var chairs = ChairsByPosition[position];
                for (var at = 0; at < chairs.Length; at++)
                {
                    var probability = Problem.Recognition.Probability(position, chairs[at]);
                    var package = policy[position][at];
                    gained[position] += package < 0 ? 0 : probability * Problem.Gains[package, player];
                    kept[position] += package < 0 ? probability * Problem.Discount[player] : 0;
                }
            }
            var (sum, factor) = (0.0, 1.0);
            for (var position = 0; position < positions; position++)
            {
                sum += factor * gained[position];
                factor *= kept[position];
            }
            var value = sum / (1 - factor);
            for (var position = positions - 1; position >= 0; position--)
            {
                value = gained[position] + kept[position] * value;
                values[position][player] = value;
            }
        }
        return values;
    }

    public IEnumerable<Proposal> Proposals(int round, int position, int[] policy, double[] waiting)
    {
        ImmutableArray<double> thresholds =
            [.. Enumerable.Range(0, Problem.Players).Select(player => Threshold(player, waiting))];
        for (var at = 0; at < policy.Length; at++)
        {
            var (chair, package) = (ChairsByPosition[position][at], policy[at]);
            yield return new Proposal
            {
                Round = round,
                Chair = chair,
                Probability = Problem.Recognition.Probability(position, chair),
                Package = package,
                InFavour = package < 0 ? Coalition.Empty : InFavour(package, chair, waiting),
                Gains = package < 0 ? thresholds : [.. Problem.Gains.Row(package)],
                Thresholds = thresholds,
            };
        }
    }

    /// <summary>What opening is worth: the mean of a player's gains with the chair less the mean without it.</summary>
    public static ImmutableArray<double> ChairWorth(int players, IReadOnlyList<Proposal> openings)
    {
        var worth = new double[players];
        for (var player = 0; player < players; player++)
        {
            var (with, weightWith, without, weightWithout) = (0.0, 0.0, 0.0, 0.0);
            foreach (var opening in openings)
            {
                var gain = opening.Probability * opening.Gains[player];
                if (opening.Chair == player)
                {
                    (with, weightWith) = (with + gain, weightWith + opening.Probability);
                }
                else
                {
                    (without, weightWithout) = (without + gain, weightWithout + opening.Probability);
                }
            }
            worth[player] = weightWith > 0 && weightWithout > 0 ? with / weightWith - without / weightWithout : 0;
        }
        return [.. worth];
    }

    private int Best(int chair, double[] waiting)
    {
        var best = -1;
        for (var package = 0; package < Problem.Packages; package++)
        {
            if (Problem.Gains[package, chair] >= Threshold(chair, waiting) - Tolerance && Passes(package, chair, waiting)
                && (best < 0 || IsBetter(package, best, chair)))
            {
                best = package;
            }
        }
        return best;
    }

    private bool IsBetter(int package, int best, int chair)
    {
        var more = Problem.Gains[package, chair] - Problem.Gains[best, chair];
        return more > Tolerance || (more >= -Tolerance && _totals[package] > _totals[best] + Tolerance);
    }

    private bool Passes(int package, int chair, double[] waiting) =>
        Problem.Allows(package, chair) && Problem.Rule.Passes(InFavour(package, chair, waiting));

    private Coalition InFavour(int package, int chair, double[] waiting)
    {
        var inFavour = Coalition.Of(chair);
        for (var player = 0; player < Problem.Players; player++)
        {
            if (Problem.Allows(package, player)
                && Problem.Gains[package, player] >= Threshold(player, waiting) - Tolerance)
            {
                inFavour = inFavour.With(player);
            }
        }
        return inFavour;
    }

    private double Threshold(int player, double[] waiting) => Problem.Discount[player] * waiting[player];
}
