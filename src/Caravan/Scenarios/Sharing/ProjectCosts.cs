using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Scenarios.Sharing;

/// <summary>What projects cost, what members gain by each, and who pays for it under each rule.</summary>
internal sealed class ProjectCosts
{
    private readonly SharedPackage _package;
    private readonly ImmutableArray<Project> _projects;

    public ProjectCosts(SharedPackage package, TransportModel? transport)
    {
        _package = package;
        var actions = package.Scenario.Actions;
        _projects =
        [
            .. Enumerable.Range(0, actions.Length).Where(a => IsProject(actions[a]))
                .Select(a => new Project(a, actions[a], CostOf(actions[a], transport))),
        ];
    }

    /// <summary>
    /// Solves what each project adds to what coalitions bring about, before cost; false where a solve did not converge.
    /// </summary>
    /// <param name="coalitions">The coalitions that are valued.</param>
    /// <param name="progress">Is told how many are solved; null for nobody.</param>
    /// <param name="cancellation">Stops between two sweeps.</param>
    public bool Solve(
        IReadOnlyCollection<Coalition> coalitions, IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        _package.BeforeCosts.Solve(
            _projects.SelectMany(project => coalitions.Select(_package.Actions.Of)
                .Where(set => set.Contains(project.Action)).SelectMany(set => (Coalition[])[set, set.Without(project.Action)])),
            progress, cancellation);

    /// <summary>
    /// Cost that each member bears: the yearly cost to its public where the scenario says who pays, else what the catalogue
    /// says of each action in equal parts by those who must agree to it.
    /// </summary>
    public ImmutableArray<double> Borne()
    {
        if (!_package.CostMusd.IsEmpty)
        {
            return _package.CostMusd;
        }
        var borne = new double[_package.Players];
        foreach (var project in _projects)
        {
            var by = _package.Actions.By[project.Action];
            foreach (var member in by.Players)
            {
                borne[member] += (project.Cost.Musd ?? 0) / by.Count;
            }
        }
        return [.. borne];
    }

    /// <summary>The projects with their shares under each rule.</summary>
    /// <param name="exact">Whether every coalition was solved, so that rules over coalitions say something.</param>
    /// <param name="consents">The package as a game of consent, which says what Shapley and Banzhaf give; else null.</param>
    public ImmutableArray<ProjectShares> Shares(bool exact, ConsentGame? consents) =>
        [.. _projects.Select(project => Shares(project, exact, consents))];

    private ProjectShares Shares(Project project, bool exact, ConsentGame? consents)
    {
        var gains = GainsBy(project.Action, _package.Grand);
        var game = exact ? CoalitionGame.Of(_package.Players, coalition =>
            SharedPackage.Sum(coalition, GainsBy(project.Action, coalition))) : null;
        var values = consents is null ? null
            : ValueEstimates.Exact(consents, coalition => GainsBy(project.Action, coalition));
        var total = FixedOrder.Sum(gains.AsSpan());
        var weights = _package.Terms.Weights.Select(one => one.Weight).ToArray();
        double[] equal = [.. gains.Select(_ => 1.0)];
        var by = _package.Actions.By[project.Action];
        return new ProjectShares
        {
            Action = project.About.Id,
            Title = project.About.Title,
            CostMusd = project.Cost.Musd,
            CostSource = project.Cost.Source,
            GainsMusd = gains,
            Shares =
            [
                Share(SharingRule.Shapley, game is null ? values?.Shapley?.Values.ToArray() : Shapley.Values(game)),
                Share(SharingRule.Nucleolus, game is null ? null : OfNucleolus(game)),
                Share(SharingRule.Nash, weights.Length > 0 ? weights : equal),
                Share(SharingRule.Egalitarian, equal),
                Share(SharingRule.Proportional, [.. _package.IncomeMusd]),
                Share(SharingRule.EqualSacrifice, [.. gains]),
                Share(SharingRule.CostProportional, [.. equal.Select((_, m) => by.Contains(m) ? 1.0 : 0)]),
                Share(SharingRule.Banzhaf, game is not null ? Banzhaf.Shares(game)
                    : values?.Banzhaf is { } banzhaf ? Banzhaf.Raise(banzhaf.Values.AsSpan(), total) : null),
            ],
        };

        static double[]? OfNucleolus(CoalitionGame game)
        {
            if (!LinearSolver.IsAvailable)
            {
                return null;
            }
            var nucleolus = Nucleolus.Solve(game);
            return nucleolus.Status == NucleolusStatus.Found ? [.. nucleolus.Payoffs] : [];
        }
    }

    // in proportion to what the rule gives; who gets nothing of the gain pays nothing
    private static CostShare Share(SharingRule rule, double[]? benefits)
    {
        if (benefits is null)
        {
            return new CostShare(rule, FindingStatus.NotComputed, []);
        }
        var shares = SharingRules.Proportional([.. benefits.Select(benefit => Math.Max(0, benefit))], 100);
        return shares.Status == AllocationStatus.Found
            ? new CostShare(rule, FindingStatus.Found, shares.Payoffs)
            : new CostShare(rule, FindingStatus.Undefined, []);
    }

    // what a project adds to what a coalition brings about without it; nothing where the coalition cannot have it
    private ImmutableArray<double> GainsBy(int action, Coalition coalition)
    {
        var set = _package.Actions.Of(coalition);
        if (!set.Contains(action))
        {
            return [.. _package.IncomeMusd.Select(_ => 0.0)];
        }
        var (with, without) = (_package.BeforeCosts[set].GainsMusd, _package.BeforeCosts[set.Without(action)].GainsMusd);
        return [.. with.Zip(without, (a, b) => a - b)];
    }

    private static bool IsProject(ScenarioAction action) =>
        action.Finance is not null
        || (action.Lever.Name == "link" && (!action.Projects.IsEmpty || action.Link is not null));

    private static (double? Musd, string Source) CostOf(ScenarioAction action, TransportModel? transport)
    {
        if (action.Finance is { HasCatalogueCost: false } finance)
        {
            return (finance.CostMusd, "the scenario");
        }
        if (action.Projects.IsEmpty)
        {
            return (null, "");
        }
        var projects = (transport ?? TransportModel.Shipped).Tables.Projects
            .Where(project => action.Projects.Contains(project.Id)).ToList();
        var known = projects.Where(project => project.CostMusd is not null).ToList();
        return known.Count == 0 ? (null, "")
            : (known.Sum(project => project.CostMusd!.Value), known.Count == projects.Count
                ? "catalogue of projects"
                : $"catalogue of projects, {known.Count} of {projects.Count} with a published cost");
    }

    private sealed record Project(int Action, ScenarioAction About, (double? Musd, string Source) Cost);
}
