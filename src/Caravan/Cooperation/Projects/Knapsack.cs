namespace Caravan.Cooperation.Projects;

/// <summary>
/// The most that parts of projects can be worth within a limit, for every size of the limit: a concave curve of straight
/// pieces, the best value for its size first.
/// </summary>
internal sealed class Knapsack
{
    private readonly double _free;
    private readonly (double Amount, double Weight)[] _pieces;

    private Knapsack(double free, (double Amount, double Weight)[] pieces) => (_free, _pieces) = (free, pieces);

    /// <summary>Sizes at which the curve bends, ascending, from zero.</summary>
    public IEnumerable<double> Bends
    {
        get
        {
            var used = 0.0;
            yield return used;
            foreach (var (amount, _) in _pieces)
            {
                used += amount;
                yield return used;
            }
        }
    }

    /// <summary>The curve of the projects that may be taken and are worth more than nothing.</summary>
    public static Knapsack Fill(double[] weights, ProjectLimit limit, Func<int, bool> mayTake) =>
        Fill(weights, project => limit.Amounts[project], mayTake);

    /// <inheritdoc cref="Fill(double[], ProjectLimit, Func{int, bool})"/>
    public static Knapsack Fill(double[] weights, Func<int, double> amount, Func<int, bool> mayTake)
    {
        var taken = Enumerable.Range(0, weights.Length).Where(project => weights[project] > 0 && mayTake(project)).ToArray();
        return new Knapsack(
            taken.Where(project => amount(project) == 0).Sum(project => weights[project]),
            [
                .. taken.Where(project => amount(project) > 0).Select(project => (amount(project), weights[project]))
                    .OrderByDescending(piece => piece.Item2 / piece.Item1),
            ]);
    }

    /// <summary>The height of the curve at a size.</summary>
    public double At(double size)
    {
        var (left, worth) = (size, _free);
        foreach (var (amount, weight) in _pieces)
        {
            if (amount >= left)
            {
                return worth + weight * Math.Max(0, left) / amount;
            }
            (left, worth) = (left - amount, worth + weight);
        }
        return worth;
    }
}
