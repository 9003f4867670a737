using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Cooperation.Projects;
using Caravan.Trade;

namespace Caravan.Scenarios.Projects;

/// <summary>From sets of projects to packages, and from what those do to what the sets are worth.</summary>
internal sealed class ProjectSets
{
    // of income; nearer to zero is rounding of the solver, as in the tables of a run
    private const double Noise = 1e-8;

    // what takes no longer than this many solves is not told of
    private const int Quick = 8;

    private readonly PackageSolver _gross;
    private readonly PackageSolver _net;
    private readonly ImmutableArray<int> _actions;
    private readonly Coalition _others;
    private readonly ImmutableArray<int> _members;
    private readonly IProgress<RunProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<(bool Net, Coalition Set)> _solved = [];

    /// <param name="gross">Solves without the cost of infrastructure.</param>
    /// <param name="net">Solves with it; the same where nothing has a cost.</param>
    /// <param name="actions">The action of each project.</param>
    /// <param name="othersInForce">Whether all other actions are in force beside every set.</param>
    /// <param name="progress">Is told how far each batch is.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    public ProjectSets(
        PackageSolver gross, PackageSolver net, ImmutableArray<int> actions, bool othersInForce,
        IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        (_gross, _net, _actions) = (gross, net, actions);
        (_progress, _cancellation) = (progress, cancellation);
        _others = othersInForce
            ? actions.Aggregate(Coalition.Grand(gross.Scenario.Actions.Length), (set, action) => set.Without(action))
            : Coalition.Empty;
        _members = [.. gross.Scenario.Members.Select(gross.Baseline.IndexOfEconomy)];
    }

    /// <summary>Packages solved so far.</summary>
    public int Solves => _solved.Count;

    /// <summary>Sweeps over all equations so far.</summary>
    public long Iterations { get; private set; }

    /// <summary>Largest residual so far.</summary>
    public double Residual { get; private set; }

    /// <summary>The first outcome that did not converge.</summary>
    public PackageOutcome? Failed { get; private set; }

    /// <summary>
    /// What sets are worth. With <paramref name="economy"/> below zero: gains of the members or of the world before cost, less
    /// the yearly cost of the projects; otherwise the gain of that economy net of its public cost.
    /// </summary>
    /// <param name="sets">Sets of projects.</param>
    /// <param name="economy">An economy, or -1 for the members, -2 for the world.</param>
    /// <param name="yearlyCost">Yearly cost [project]; zeros for worth before cost.</param>
    /// <param name="withLosses">Whether members that lose are looked for.</param>
    public IReadOnlyList<ProjectSetValue> Value(
        IReadOnlyList<Coalition> sets, int economy, double[] yearlyCost, bool withLosses)
    {
        var worth = Gains(sets, net: economy >= 0).Select((gains, at) => economy switch
        {
            -1 => _members.Sum(n => gains[n]) - sets[at].Players.Sum(project => yearlyCost[project]),
            -2 => gains.Sum() - sets[at].Players.Sum(project => yearlyCost[project]),
            _ => gains[economy],
        }).ToList();
        var losses = withLosses ? Gains(sets, net: true).Select(LossOf).ToList() : null;
        return [.. worth.Select((value, at) => new ProjectSetValue(value, losses?[at] ?? 0))];
    }

    /// <summary>Gain of each economy from sets of projects, million dollars a year, against the other actions alone.</summary>
    /// <param name="sets">Sets of projects.</param>
    /// <param name="net">Whether real income is net of public cost.</param>
    /// <exception cref="UnsolvedException">A package did not converge.</exception>
    public ImmutableArray<double[]> Gains(IReadOnlyList<Coalition> sets, bool net)
    {
        var outcomes = Solve([Coalition.Empty, .. sets], net && _net != _gross);
        var before = outcomes[0].RealIncomeMusd;
        return [.. outcomes.Skip(1).Select(outcome => outcome.RealIncomeMusd.Zip(before, (with, without) => with - without).ToArray())];
    }

    /// <summary>Change of an economy's real GDP and exports that a set of projects brings, per cent, net of what it costs and
    /// against the other actions alone.</summary>
    public (double GdpPct, double ExportsPct) Growth(Coalition set, int economy)
    {
        var outcomes = Solve([Coalition.Empty, set], net: true);
        var exporter = _net.WatchedExporters.IndexOf(economy);
        return (Beyond(outcomes[0].GdpRealPct[economy], outcomes[1].GdpRealPct[economy]),
            Beyond(outcomes[0].WatchedExportsPct[exporter], outcomes[1].WatchedExportsPct[exporter]));

        static double Beyond(double without, double with) => 100 * ((1 + with / 100) / (1 + without / 100) - 1);
    }

    /// <summary>Solves sets of projects net of what they cost, all at once.</summary>
    public void SolveNet(IReadOnlyList<Coalition> sets) => Solve([Coalition.Empty, .. sets], net: true);

    /// <summary>Members that lose, the most first.</summary>
    public ImmutableArray<MemberChange> Losers(double[] gains) =>
    [
        .. _members.Where(n => Loses(gains, n)).Select(n => Change(gains, n)).OrderBy(change => change.Musd)
            .ThenBy(change => change.Economy, StringComparer.Ordinal),
    ];

    /// <summary>True where an economy loses by more than rounding of the solver.</summary>
    public bool Loses(double[] gains, int n) => gains[n] < -NoiseOf(n);

    /// <summary>The member that gains most; null where none gains.</summary>
    public MemberChange? GainsMost(double[] gains) => _members.Where(n => gains[n] > NoiseOf(n)).OrderByDescending(n => gains[n])
        .Select(n => Change(gains, n)).FirstOrDefault();

    /// <summary>The member that loses most; null where none loses.</summary>
    public MemberChange? LosesMost(double[] gains) => Losers(gains).FirstOrDefault();

    private ImmutableArray<PackageOutcome> Solve(ImmutableArray<Coalition> sets, bool net)
    {
        ImmutableArray<Coalition> packages = [.. sets.Select(Package)];
        var progress = packages.Length > Quick ? _progress : null;
        var outcomes = (net ? _net : _gross).SolveAll(packages, progress, _cancellation);
        foreach (var outcome in outcomes.Where(outcome => _solved.Add((net, outcome.Actions))))
        {
            Iterations += outcome.Iterations;
            Residual = Math.Max(Residual, outcome.Residual);
            Failed ??= outcome.Status == SolveStatus.Converged ? null : outcome;
        }
        return Failed is null ? outcomes : throw new UnsolvedException();
    }

    private Coalition Package(Coalition projects) =>
        projects.Players.Aggregate(_others, (set, project) => set.With(_actions[project]));

    private double LossOf(double[] gains) => -_members.Where(n => Loses(gains, n)).Sum(n => gains[n]);

    private double NoiseOf(int n) => Noise * _gross.IncomeBase[n];

    private MemberChange Change(double[] gains, int n) =>
        new(_gross.Baseline.Economies[n].Code, _gross.Baseline.Economies[n].Name, gains[n]);

    /// <summary>Leaves a search whose numbers would be no equilibria.</summary>
    internal sealed class UnsolvedException : Exception;
}
