using Caravan.Cooperation;
using Caravan.Trade;

namespace Caravan.Scenarios.Agreements;

/// <summary>
/// Looks for packages. Where all combinations of sizes are within the budget every one is solved; else every set of whole
/// actions, if they are; then hills are climbed, one size of one action at a time, towards the largest smallest gain and
/// towards the largest sum among packages that all accept.
/// </summary>
internal sealed class PackageSearch
{
    private readonly PackageMenu _menu;
    private readonly PackageSolver _solver;
    private readonly RedLines _lines;
    private readonly IProgress<RunProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<Coalition, PackageOutcome> _looked = [];

    public PackageSearch(
        PackageMenu menu, PackageSolver solver, RedLines lines, IProgress<RunProgress>? progress,
        CancellationToken cancellation) =>
        (_menu, _solver, _lines, _progress, _cancellation) = (menu, solver, lines, progress, cancellation);

    /// <summary>What was looked at and converged, in the order of solving.</summary>
    public IEnumerable<PackageOutcome> Outcomes =>
        _looked.Values.Where(outcome => outcome.Status == SolveStatus.Converged);

    /// <summary>Packages looked at, converged or not.</summary>
    public int Looked => _looked.Count;

    /// <summary>Every outcome, those that did not converge too.</summary>
    public IEnumerable<PackageOutcome> All => _looked.Values;

    /// <summary>Solves a package outside the search; the outcome is looked at as well.</summary>
    public PackageOutcome Solve(Coalition package)
    {
        Solve([package]);
        return _looked[package];
    }

    /// <summary>Solves packages that were not looked at yet.</summary>
    public void Solve(IReadOnlyList<Coalition> packages)
    {
        List<Coalition> unknown = [.. packages.Distinct().Where(package => !_looked.ContainsKey(package))];
        if (unknown.Count == 0)
        {
            return;
        }
        foreach (var outcome in _solver.SolveAll(unknown, _progress, _cancellation))
        {
            _looked[outcome.Actions] = outcome;
        }
    }

    /// <summary>Looks for packages around an offer.</summary>
    /// <param name="offer">The package on the table.</param>
    /// <param name="budget">Packages solved at most, but for those that are always looked at.</param>
    /// <returns>How far the search went.</returns>
    public PackageSearchScope Run(Coalition offer, int budget)
    {
        var possible = _menu.Possible(wholeOnly: false);
        if (possible <= budget)
        {
            Solve([offer, .. Every(wholeOnly: false)]);
            return Scope(possible);
        }
        if (_menu.Possible(wholeOnly: true) <= budget)
        {
            Solve([offer, .. Every(wholeOnly: true)]);
        }
        else
        {
            var all = _menu.Whole(Enumerable.Range(0, _menu.InPackage));
            var actions = Enumerable.Range(0, _menu.InPackage).ToList();
            Solve([offer, Coalition.Empty, all, .. actions.Select(action => _menu.Whole([action]))]);
            Solve([.. actions.Select(action => _menu.With(all, action, 0))]);
        }
        Climb(budget, SmallestGain);
        Climb(budget, SumIfAllAccept);
        return Scope(possible);
    }

    private PackageSearchScope Scope(double possible) => new(
        Looked, possible, Looked >= possible, _looked.Values.Count(outcome => outcome.Status != SolveStatus.Converged));

    // from the best so far to the best of its neighbours while that is better
    private void Climb(int budget, Func<PackageOutcome, double> height)
    {
        while (Outcomes.Any())
        {
            var top = Outcomes.MaxBy(height)!;
            List<Coalition> around = [.. Neighbours(top.Actions).Where(package => !_looked.ContainsKey(package))];
            var room = budget - _looked.Count;
            if (around.Count == 0 || room <= 0)
            {
                return;
            }
            Solve([.. around.Take(room)]);
            if (Outcomes.Max(height) <= height(top))
            {
                return;
            }
        }
    }

    private IEnumerable<Coalition> Neighbours(Coalition package)
    {
        for (var action = 0; action < _menu.InPackage; action++)
        {
            foreach (var size in _menu.Sizes[action].Prepend(0).Where(size => size != _menu.SizeIn(package, action)))
            {
                yield return _menu.With(package, action, size);
            }
        }
    }

    private double SmallestGain(PackageOutcome outcome)
    {
        var smallest = double.PositiveInfinity;
        foreach (var n in _lines.Members)
        {
            smallest = Math.Min(smallest, outcome.RealIncomePct[n]);
        }
        return smallest;
    }

    // below every package that all accept stand the others, by how much more would have to be paid
    private double SumIfAllAccept(PackageOutcome outcome)
    {
        var (sum, missing) = (0.0, 0.0);
        for (var member = 0; member < _lines.Members.Length; member++)
        {
            sum += outcome.RealIncomeMusd[_lines.Members[member]];
            missing += Math.Max(0, _lines.MissingMusd(outcome, member));
        }
        return missing > 0 ? -1e15 - missing : sum;
    }

    private List<Coalition> Every(bool wholeOnly)
    {
        var packages = new List<Coalition> { Coalition.Empty };
        for (var action = 0; action < _menu.InPackage; action++)
        {
            foreach (var size in wholeOnly ? [1.0] : _menu.Sizes[action])
            {
                var at = action;
                packages.AddRange(packages.Where(package => _menu.SizeIn(package, at) == 0)
                    .Select(package => _menu.With(package, at, size)).ToList());
            }
        }
        return packages;
    }
}
