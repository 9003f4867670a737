using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Scenarios.Sharing;

/// <summary>A package as a game: what each coalition of its members brings about and is worth.</summary>
internal sealed class SharedPackage
{
    // the solver's tolerance is relative; on the members' income it is this part of it, with room for sums
    private const double PartOfIncome = 1e-9;

    private readonly MemberSolver _solver;

    public SharedPackage(PackageSolver solver, SharingTerms terms, OutcomeCache? cache)
    {
        (Scenario, Terms) = (solver.Scenario, terms);
        (BaselineName, BaselineHash) = (solver.Baseline.Name, solver.Baseline.ContentHash);
        Actions = new CoalitionActions(Scenario, terms.Outsiders);
        _solver = new MemberSolver(solver, cache);
        IncomeMusd = [.. Scenario.Members.Select(code => solver.IncomeBase[solver.Baseline.IndexOfEconomy(code)])];
        ToleranceMusd = PartOfIncome * FixedOrder.Sum(IncomeMusd.AsSpan());
    }

    public Scenario Scenario { get; }

    public string BaselineName { get; }

    public string BaselineHash { get; }

    public SharingTerms Terms { get; }

    public CoalitionActions Actions { get; }

    /// <summary>Household income of each member before, million dollars.</summary>
    public ImmutableArray<double> IncomeMusd { get; }

    /// <summary>Differences up to this count as none.</summary>
    public double ToleranceMusd { get; }

    public int Players => Scenario.Members.Length;

    public Coalition Grand => Coalition.Grand(Players);

    public MemberSolver Solver => _solver;

    /// <summary>Solves what some coalitions bring about; false where a solve did not converge.</summary>
    public bool Solve(
        IEnumerable<Coalition> coalitions, IEnumerable<Coalition> moreSets, IProgress<RunProgress>? progress,
        CancellationToken cancellation) =>
        _solver.Solve(coalitions.Select(Actions.Of).Concat(moreSets), progress, cancellation);

    /// <summary>Gains of all members where a coalition acts.</summary>
    public ImmutableArray<double> GainsOf(Coalition coalition) => _solver[Actions.Of(coalition)].GainsMusd;

    public CoalitionValue ValueOf(Coalition coalition)
    {
        var gains = GainsOf(coalition);
        return new CoalitionValue(coalition, Actions.Of(coalition), gains, Sum(coalition, gains));
    }

    public static double Sum(Coalition coalition, ImmutableArray<double> gains)
    {
        var sum = 0.0;
        for (var rest = coalition.Members; rest != 0; rest &= rest - 1)
        {
            sum += gains[System.Numerics.BitOperations.TrailingZeroCount(rest)];
        }
        return sum;
    }
}
