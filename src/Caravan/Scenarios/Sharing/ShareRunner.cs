using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Scenarios.Sharing;

/// <summary>Shares the gains of a package among its members and says who would stay, leave or join.</summary>
public static class ShareRunner
{
    /// <summary>What to do where <see cref="ShareResult.LacksLinearPrograms"/> is true, in one clause.</summary>
    public static string HowToInstall => LinearSolver.HowToInstall;

    /// <summary>The answer for a scenario on a baseline.</summary>
    /// <param name="loaded">A scenario that was read, with its overrides.</param>
    /// <param name="baseline">The world before.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops between two sweeps; equilibria solved until then are kept in the cache.</param>
    /// <exception cref="InputException">The scenario cannot be shared; carries every problem.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ShareResult Run(
        LoadedScenario loaded, Baseline baseline, ShareOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(baseline);
        options ??= new ShareOptions();
        var solver = PackageSolver.Prepare(loaded, baseline, options.Run);
        var issues = new IssueList();
        Check(solver.Scenario, loaded.File, issues);
        var candidates = AccessionAnalysis.Find(options.Accession, solver.Scenario, baseline, issues);
        issues.ThrowIfAny();
        solver = FromPairsIfAsked(solver, TermsOf(solver.Scenario, options));
        var package = new SharedPackage(
            solver, TermsOf(solver.Scenario, options), beforeCosts => CacheOf(solver, options, beforeCosts));
        var result = Share(package, options, cancellation);
        if (!result.Converged)
        {
            return result;
        }
        var accession = new AccessionAnalysis(loaded, solver, options.Run, package.ToleranceMusd);
        return result with
        {
            Accessions = accession.Run(candidates, options.Run.Progress, cancellation),
            Members = ShareMembers.Of(package, baseline),
            Notes = ShareNotes.Of(package, result),
        };
    }

    private static ShareResult Share(SharedPackage package, ShareOptions options, CancellationToken cancellation)
    {
        var players = package.Players;
        var exact = players <= RuleTable.MaxExactMembers;
        var consents = exact ? null : package.Consents();
        var coalitions = exact ? Every(players) : Few(players, consents);
        var projects = new ProjectCosts(package, options.Run.Transport);
        var progress = options.Run.Progress;
        var result = Empty(package, options);
        if (!package.Solve(coalitions, progress, cancellation) || !projects.Solve(coalitions, progress, cancellation))
        {
            return Failed(result, package);
        }
        CoalitionGame? game = null;
        var estimates = new ValueEstimates();
        if (exact)
        {
            game = CoalitionGame.Of(players, coalition => package.ValueOf(coalition).Musd);
        }
        else if (consents is not null)
        {
            estimates = ValueEstimates.Exact(
                consents, coalition => coalition.Count == 0 ? [.. new double[players]] : package.GainsOf(coalition));
        }
        else
        {
            var sampler = new ShareSampler(package, options, cancellation);
            estimates = new ValueEstimates { Shapley = sampler.Shapley(), Banzhaf = sampler.Banzhaf() };
            if (package.Solver.Failed is not null)
            {
                return Failed(result, package);
            }
            coalitions = [.. coalitions.Concat(sampler.Asked).Distinct().OrderBy(coalition => coalition.Members)];
        }
        var table = new RuleTable(package, game);
        var rules = table.All(projects.Borne(), estimates);
        var nucleolus = rules.First(rule => rule.Rule == SharingRule.Nucleolus);
        var core = PaymentTable.CoreOf(package, game, nucleolus);
        var values = coalitions.Select(package.ValueOf).ToImmutableArray();
        var worst = package.Solver.Worst(coalitions.Select(package.Actions.Of));
        return result with
        {
            Iterations = worst.Iterations,
            Residual = worst.Residual,
            Equilibria = package.Solvers.Sum(solver => solver.Solved + solver.FromCache),
            EquilibriaKept = package.Solvers.Sum(solver => solver.FromCache),
            SamplePairs = exact || consents is not null ? 0 : options.SamplePairs,
            Values = values,
            TotalMusd = package.ValueOf(package.Grand).Musd,
            Rules = rules,
            Core = core,
            Payments = PaymentTable.PlansOf(package, game, core),
            NashWithoutTransfers = WithoutTransfers(package, values, table.Floors),
            Projects = projects.Shares(exact, consents),
            LacksLinearPrograms = exact && !LinearSolver.IsAvailable,
        };
    }

    // where coalitions bring every pair of actions about, starting from pairs costs no solve of its own
    private static PackageSolver FromPairsIfAsked(PackageSolver solver, SharingTerms terms)
    {
        var (players, actions) = (solver.Scenario.Members.Length, solver.Scenario.Actions.Length);
        if (players > RuleTable.MaxExactMembers)
        {
            return solver;
        }
        var broughtAbout = new CoalitionActions(solver.Scenario, terms.Outsiders);
        var asked = Every(players).Select(broughtAbout.Of).ToHashSet();
        var pairs = Enumerable.Range(0, actions).SelectMany(
            a => Enumerable.Range(0, a).Select(b => Coalition.Of(a).With(b)));
        return pairs.All(asked.Contains) ? solver.StartingFromPairs() : solver;
    }

    private static ImmutableArray<Coalition> Every(int players) =>
        [.. Enumerable.Range(1, (1 << players) - 1).Select(members => new Coalition((ulong)members))];

    // all, each alone, and all but each: what stability and least payments need; and what brings each set of actions about
    private static ImmutableArray<Coalition> Few(int players, ConsentGame? consents)
    {
        var all = Coalition.Grand(players);
        return
        [
            .. Enumerable.Range(0, players).SelectMany(m => (Coalition[])[Coalition.Of(m), all.Without(m)]).Append(all)
                .Concat(consents?.Unions ?? []).Where(coalition => coalition.Count > 0).Distinct()
                .OrderBy(coalition => coalition.Members),
        ];
    }

    private static CoalitionValue? WithoutTransfers(
        SharedPackage package, ImmutableArray<CoalitionValue> values, ImmutableArray<double> floors)
    {
        // the smallest coalition that brings a set of actions about stands for it
        var outcomes = values.GroupBy(value => value.Actions)
            .Select(group => group.MinBy(value => value.Coalition.Count)!).ToList();
        double[] weights = [.. package.Terms.Weights.Select(one => one.Weight)];
        var best = NashBargaining.BestOf(
            [.. outcomes.Select(value => value.GainsMusd)], floors.AsSpan(), weights, package.ToleranceMusd);
        return best < 0 ? null : outcomes[best];
    }

    private static ShareResult Empty(SharedPackage package, ShareOptions options) => new()
    {
        Status = SolveStatus.Converged,
        Iterations = 0,
        Residual = 0,
        Scenario = package.Scenario,
        ScenarioHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(package.Scenario.ToYaml()))),
        BaselineName = package.BaselineName,
        BaselineHash = package.BaselineHash,
        Terms = package.Terms,
        Seed = options.Seed,
        ToleranceMusd = package.ToleranceMusd,
    };

    private static ShareResult Failed(ShareResult result, SharedPackage package)
    {
        var failed = package.Solvers.Select(solver => solver.Failed).First(one => one is not null)!;
        return result with
        {
            Status = failed.Status,
            Iterations = failed.Iterations,
            Residual = failed.Residual,
            FailedActions = [.. result.ActionsOf(failed.Actions)],
        };
    }

    private static SharingTerms TermsOf(Scenario scenario, ShareOptions options)
    {
        var terms = scenario.Sharing ?? new SharingTerms();
        return terms with
        {
            Outsiders = options.Outsiders ?? terms.Outsiders,
            Disagreement = options.Disagreement ?? terms.Disagreement,
        };
    }

    private static OutcomeCache? CacheOf(PackageSolver solver, ShareOptions options, bool beforeCosts)
    {
        // a network that does not ship has no hash that could tell it from another
        if (options.CacheFolder is not { } folder || options.Run.Transport is not null)
        {
            return null;
        }
        var key = OutcomeCache.KeyOf(solver.Scenario, solver.Baseline.ContentHash, options.Run.Solve.Tolerance,
            beforeCosts || options.Run.WithoutCosts);
        return new OutcomeCache(folder, key, solver.Scenario.Members.Length);
    }

    private static void Check(Scenario scenario, string file, IssueList issues)
    {
        var members = scenario.Members.Length;
        if (members < 2)
        {
            issues.Add(file, 0, members == 0
                ? "the scenario has no members, so there is nobody to share with"
                : $"the scenario has one member, {scenario.Members[0]}, so there is nobody to share with",
                "name two members at least");
        }
        else if (members > Coalition.MaxPlayers)
        {
            issues.Add(file, 0, $"the scenario has {members} members; coalitions of at most {Coalition.MaxPlayers} are told "
                + "apart", "name fewer with --set members=[...], or aggregate the baseline");
        }
        if (scenario.Actions.IsEmpty)
        {
            issues.Add(file, 0, "the scenario has no actions, so there is nothing to share", "add actions");
        }
    }
}
