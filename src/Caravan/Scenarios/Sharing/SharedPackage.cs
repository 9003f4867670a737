using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Scenarios.Sharing;

/// <summary>A package as a game: what each coalition of its members brings about and is worth.</summary>
internal sealed class SharedPackage
{
    // the solver's tolerance is relative; on the members' income it is this part of it, with room for sums
    private const double PartOfIncome = 1e-9;

    // about as many as 16 members draw with the usual number of samples
    private const int MostSets = 1024;

    private readonly MemberSolver _solver;

    /// <param name="solver">Solves the package net of what its projects cost.</param>
    /// <param name="terms">What is assumed.</param>
    /// <param name="cacheOf">Where outcomes net of cost (false) and before it (true) are kept.</param>
    public SharedPackage(PackageSolver solver, SharingTerms terms, Func<bool, OutcomeCache?> cacheOf)
    {
        (Scenario, Terms) = (solver.Scenario, terms);
        (BaselineName, BaselineHash) = (solver.Baseline.Name, solver.Baseline.ContentHash);
        Actions = new CoalitionActions(Scenario, terms.Outsiders);
        _solver = new MemberSolver(solver, cacheOf(false));
        var costs = solver.CostOf(Coalition.Grand(Scenario.Actions.Length));
        BeforeCosts = costs is null ? _solver : new MemberSolver(solver.BeforeCosts(), cacheOf(true));
        CostMusd = costs is null ? []
            : [.. Scenario.Members.Select(code => costs[solver.Baseline.IndexOfEconomy(code)])];
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

    /// <summary>Outcomes before what projects cost; the same solver where no project has a cost that is paid.</summary>
    public MemberSolver BeforeCosts { get; }

    /// <summary>Both, or the one.</summary>
    public IEnumerable<MemberSolver> Solvers => new[] { _solver, BeforeCosts }.Distinct();

    /// <summary>Yearly cost of the whole package that each member's public pays; empty where nothing is said of money.
    /// </summary>
    public ImmutableArray<double> CostMusd { get; }

    /// <summary>Solves what some coalitions bring about; false where a solve did not converge.</summary>
    public bool Solve(
        IEnumerable<Coalition> coalitions, IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        _solver.Solve(coalitions.Select(Actions.Of), progress, cancellation);

    /// <summary>Gains of all members where a coalition acts.</summary>
    public ImmutableArray<double> GainsOf(Coalition coalition) => _solver[Actions.Of(coalition)].GainsMusd;

    /// <summary>
    /// The package as a game of consent; null where too many sets of actions can be brought about, or outsiders respond.
    /// </summary>
    public ConsentGame? Consents() => Terms.Outsiders == OutsiderResponse.Respond ? null
        : ConsentGame.Of(Players, Actions.By, MostSets);

    public CoalitionValue ValueOf(Coalition coalition)
    {
        var gains = GainsOf(coalition);
        return new CoalitionValue(coalition, Actions.Of(coalition), gains, Sum(coalition, gains));
    }

    public static double Sum(Coalition coalition, ImmutableArray<double> gains)
    {
        var sum = 0.0;
        foreach (var member in coalition.Players)
        {
            sum += gains[member];
        }
        return sum;
    }
}
